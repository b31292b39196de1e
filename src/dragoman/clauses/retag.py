# Parts of speech that the tree around them rules out.
# Rule 1: a noun has no object, so one that has is a verb: "The navy [sank] a ship".
# Rule 2: after "after", "amid" and their like stands a clause with a subject or a noun; a
#   form in -s without a subject is the noun: "after [clashes] in the north".
# Rule 3: a gerund of violence without an object that is a clause's subject is a noun:
#   "[Fighting] between the two broke out".
# Rule 4: the particle "to" leads an infinitive: "tried to [quell] protests"; so does the
#   preposition before a word that is a verb and nothing else: "offered to [mediate]".
# Rule 5: an object with an article is a noun, though its form be a verb's: "a [demand] to leave".
# Rule 6: what was done "by" somebody was a verb: "was [echoed] by Norway"; so is a root that
#   has a subject and no "is".
# Rule 7: an adjective with an article and no noun behind it is a noun: "freed a [militant] in May".
# Rule 8: joined to a verb or its object, the form in -s of a verb that is no noun is one: "ends the siege and
#   [enters] into talks"; a verb behind "until" has a subject, no compound.
# Rule 9: right behind "it" or "he" as its subject, a form in -s is a verb: "It [buys] more".
# Rule 11: behind "with" or "between" a form in -s is a noun: "with other member [states]".
# Rule 10: in "weapons that Chad [lacks]" the word behind the name is the verb.
"""Set right words whose part of speech their own tree forbids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token, below
from dragoman.clauses.hyphens import touch
from dragoman.clauses.inflection import bases

# Verbs of news whose base form is no noun.
_VERBS = frozenset(
    "accuse annex assassinate avenge bombard commend condemn confiscate congratulate cooperate criticise criticize denounce deploy deport "
    "destabilise destabilize disarm dismantle dissuade evacuate expel extradite impose imprison intensify intervene "
    "invade join liberate mediate negotiate normalise normalize oust overthrow pacify persuade prosecute quell reaffirm "
    "recapture recognise recognize reconcile reject repatriate repel retaliate retake send seize sever suspend topple "
    "withdraw".split()
)
#: Of these the form in -s is no noun either.
_ENTERING = frozenset("accept agree allow cease comply enter engage respect".split())
#: Prepositions that open no clause with a finite verb.
_GOVERNING = frozenset({"against", "among", "between", "from", "of", "with"})
_OPENINGS = frozenset({"before", "if", "unless", "until"})
# Verbs that no adjective completes.
_TRANSITIVE = frozenset({"demand", "grant", "refuse", "request", "seek"})
# The two halves of a make of aircraft or missile: "F" and "16s", "MiG" and "29", "S" and "400".
_LETTERS = re.compile(r"[A-Z][A-Za-z]{0,2}")
_NUMBER = re.compile(r"\d{1,3}[A-Z]?s?")
_VIOLENCE = frozenset("bombing fighting looting rioting shelling shooting".split())
_BEFORE_NOUNS = frozenset("after amid before despite during following over since".split())
_OPEN = ("nmod:poss", "compound", "det", "amod", "nummod", "flat", "nmod:desc")
_PAST = frozenset({"Mood=Ind", "Tense=Past", "VerbForm=Fin"})
# Verbs of news whose base form is a noun as well, as they stand behind a plural: "agents face charges".
_PRESENT = frozenset(
    "aid arm attack back ban blacklist blame bomb boycott clash demand face fight fire flee fund halt help host join leave march "
    "oppose patrol plan protest raid refuse reject sanction seek seize shell stage strike sue support target threaten "
    "visit vote".split()
)
# Verbs whose "to" opens an infinitive.
_WILLING = frozenset(
    "agree decide hope intend offer plan pledge prepare promise refuse seek threaten try vow want".split()
)
_POSSESSIVE = frozenset({"his", "her", "its", "my", "our", "their", "your"})
_OBJECTS = ("obj", "iobj", "obl")
_PRESENT_FORM = frozenset({"Mood=Ind", "Tense=Pres", "VerbForm=Fin"})
_PASSIVE = {"nsubj": "nsubj:pass", "cop": "aux:pass"}
_OBLIQUE = {"obl": "nmod", "advmod": "advmod", "obl:unmarked": "nmod:unmarked"}


def retag(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens, those that cannot be what the parser took them for changed."""
    made = list(tokens)
    for token in tokens[2:]:
        if token.text[:1].isdigit():
            _make(made, token.i)
    for token in tokens:
        if token.pos in ("NOUN", "PROPN") and _has_object(tokens, token.i):
            _to_verb(made, token.i)
        elif token.pos in ("NOUN", "ADJ") and _is_behind_pronoun(tokens, token):
            made[token.i] = replace(
                token, pos="VERB", lemma=bases(token.text)[0], feats=_PRESENT_FORM
            )
        elif token.pos == "NOUN" and token.dep == "conj" and _is_second_verb(tokens, token):
            _second_verb(made, token)
        elif token.pos == "VERB" and _is_noun_after_preposition(tokens, token):
            _to_noun(made, token.i)
        elif token.pos == "VERB" and token.dep in _OBJECTS and _has_article(tokens, token):
            noun = frozenset({"Number=Sing"})
            made[token.i] = replace(token, pos="NOUN", lemma=token.text.lower(), feats=noun)
        elif token.pos == "VERB" and token.text.endswith("s") and _is_governed(tokens, token):
            _governed_noun(made, token)
        elif token.dep == "advcl" and token.pos == "VERB" and token.text.endswith("s"):
            _subject_before(made, token)
        elif token.pos == "VERB" and token.relation == "nsubj":
            _subject_in_form(made, token)
        elif token.pos == "NOUN" and token.dep == "acl:relcl" and token.text.endswith("s"):
            _in_relative(made, token)
        elif token.pos == "VERB" and token.dep == "root" and token.text.endswith("s"):
            _verbless(made, token)
            _between_nouns(made, made[token.i])
        elif token.text.lower() in _VIOLENCE and _is_bare_gerund(tokens, token):
            _gerund(made, token.i)
        elif token.pos == "VERB" and token.lemma == "help":
            _after_help(made, token)
        elif token.pos == "ADJ" and token.dep == "root" and token.text.endswith("s"):
            _verb_with_both(made, token)
        elif token.pos in ("NOUN", "ADJ") and token.dep == "root":
            _passive(made, token)
            _predicate(made, made[token.i])
        elif token.pos == "ADJ" and token.dep in ("xcomp", "obl", "obj", "csubj"):
            if token.dep != "csubj":
                _article(made, token)
            _owned(made, made[token.i])
        elif token.text.lower() == "to" and token.pos in ("PART", "ADP"):
            _bare_infinitive(made, token)
            if token.pos == "PART":
                _infinitive(made, made[token.i])
    return tuple(made)


def _is_governed(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a form in -s stands behind a preposition that no finite verb has: "with other member [states]"."""
    marks = [t.text.lower() for t in below(tokens, token.i, "mark")]
    return "VerbForm=Fin" in token.feats and len(marks) == 1 and marks[0] in _GOVERNING


def _governed_noun(made: list[Token], token: Token) -> None:
    """The word becomes a noun, and its subject what stands before it."""
    made[token.i] = replace(
        token, pos="NOUN", lemma=bases(token.text)[0], dep="obl", feats=frozenset({"Number=Plur"})
    )
    for child in below(made, token.i, "mark"):
        made[child.i] = replace(child, dep="case")
    for child in below(made, token.i, "nsubj"):
        made[child.i] = replace(child, dep="compound")
        for inner in below(made, child.i):
            made[inner.i] = replace(inner, head=token.i)


def _subject_before(made: list[Token], verb: Token) -> None:
    """ "until the [junta] frees them": a verb has no article, and before it stands its subject."""
    before = made[verb.i - 1]
    if before.head != verb.i or before.dep != "compound" or "VerbForm=Fin" not in verb.feats:
        return
    if below(made, verb.i, "nsubj") or not any(
        t.text.lower() in _OPENINGS for t in below(made, verb.i, "mark")
    ):
        return
    made[before.i] = replace(before, dep="nsubj")
    for word in below(made, verb.i, "det", "amod", "nmod:poss", "compound"):
        if word.i < before.i:
            made[word.i] = replace(word, head=before.i)


def _in_relative(made: list[Token], token: Token) -> None:
    """ "Weapons that Chad [lacks]": behind the object of a relative clause and a name stands its verb."""
    pronouns = [t for t in below(made, token.i, "obj") if t.text.lower() in ("that", "which")]
    names = [t for t in below(made, token.i, "compound") if t.pos == "PROPN"]
    if len(pronouns) != 1 or not names or below(made, token.i, "cop", "nsubj"):
        return
    made[token.i] = replace(token, pos="VERB", lemma=bases(token.text)[0], feats=_PRESENT_FORM)
    made[names[-1].i] = replace(names[-1], dep="nsubj")
    for name in names[:-1]:
        made[name.i] = replace(name, head=names[-1].i)


def _verb_with_both(made: list[Token], token: Token) -> None:
    """ "Chad [buys] most of its oil from Mali": a form in -s with subject and object is no adjective."""
    subject = [t for t in below(made, token.i, "nsubj") if t.i < token.i]
    objects = [t for t in below(made, token.i, "obj") if t.i > token.i]
    if subject and objects and not below(made, token.i, "cop", "aux", "det"):
        lemma = bases(token.text)[0]
        made[token.i] = replace(token, pos="VERB", lemma=lemma, feats=_PRESENT_FORM)


def _make(made: list[Token], at: int) -> None:
    """ "Two [F-16s]", "a MiG-29 jet": letters, a hyphen and a number are one name."""
    first, hyphen, number = made[at - 2 : at + 1]
    if not (touch(first, hyphen, number) and _LETTERS.fullmatch(first.text)):
        return
    if not _NUMBER.fullmatch(number.text):
        return
    top = number if first.head == at else first
    if top is first and number.head not in (first.i, first.head):
        return
    head, dep = (top.head, top.dep) if top.head != top.i else (first.i, "root")
    made[first.i] = replace(first, pos="PROPN", head=head, dep=dep)
    made[at] = replace(number, head=first.i, dep="flat")
    for child in below(made, at):
        made[child.i] = replace(child, head=first.i)


def _has_article(tokens: Sequence[Token], token: Token) -> bool:
    """Whether an object in a verb's base form has an article: "defied [a Norwegian demand] to leave"."""
    if bases(token.text)[0] != token.text.lower() or token.text.endswith("ing"):
        return False
    inside = below(tokens, token.i)
    if any(t.dep.startswith(("nsubj", "obj", "aux", "mark", "ccomp", "xcomp")) for t in inside):
        return False
    return any(t.dep == "det" and t.i < token.i for t in inside)


def _has_object(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word in the form of a past has an object behind it and a noun just before it."""
    token = tokens[i]
    past = token.text.lower().endswith("ed") or bases(token.text)[0] != token.text.lower()
    if not past or token.text.lower().endswith(("s", "ing")) or i == 0:
        return False
    before = tokens[i - 1]
    subject = before.head == i and before.dep in ("compound", "nmod:poss", "nmod:desc", "flat")
    if not subject or before.pos not in ("NOUN", "PROPN", "PRON"):
        return False
    return any(t.i > i for t in below(tokens, i, "obj"))


def _is_behind_pronoun(tokens: Sequence[Token], token: Token) -> bool:
    """ "It [buys] more than ever": right behind its subject, a form in -s without "is" is a verb."""
    if not token.text.endswith("s") or token.i == 0:
        return False
    subject = tokens[token.i - 1]
    single = subject.dep == "nsubj" and subject.text.lower() in ("it", "he", "she")
    return single and subject.head == token.i and not below(tokens, token.i, "cop", "aux", "det")


def _is_second_verb(tokens: Sequence[Token], token: Token) -> bool:
    """ "values its ties and [congratulates] Fiji": joined by "and", the form of a verb in -s is one."""
    if not token.text.islower() or not token.text.endswith("s") or token.head > token.i:
        return False
    if bases(token.text)[0] not in _VERBS | _ENTERING or not below(tokens, token.i, "cc"):
        return False
    if below(tokens, token.i, "det", "amod", "nmod:poss", "compound", "nummod", "case"):
        return False
    return _verb_above(tokens, token) is not None


def _verb_above(tokens: Sequence[Token], token: Token) -> Token | None:
    """The verb that a word is joined to, or to whose object."""
    first = tokens[token.head]
    verb = tokens[first.head] if first.dep in ("obj", "obl") else first
    return verb if verb.pos == "VERB" else None


def _second_verb(made: list[Token], token: Token) -> None:
    """The word becomes a verb, and the name right behind it its object."""
    verb = _verb_above(made, token)
    head = verb.i if verb is not None else token.head
    lemma = bases(token.text)[0]
    made[token.i] = replace(token, pos="VERB", lemma=lemma, head=head, feats=_PRESENT_FORM)
    behind = [t for t in made[token.i + 1 : token.i + 2] if t.dep == "conj" and t.head < token.i]
    for child in (*behind, *below(made, token.i, "xcomp", "nmod", "flat", "appos")):
        if child.pos in ("NOUN", "PROPN") and not below(made, child.i, "case"):
            made[child.i] = replace(child, head=token.i, dep="obj")
            break
    for phrase in (*below(made, head, "obl"), *below(made, token.i, "nmod")):
        if phrase.i > token.i:
            made[phrase.i] = replace(phrase, head=token.i, dep="obl")


def _to_verb(made: list[Token], i: int) -> None:
    """The word becomes a verb, the noun before it its subject with all that stood before both."""
    subject = i - 1
    lemma = bases(made[i].text)[0]
    made[i] = replace(made[i], pos="VERB", lemma=lemma, feats=_PAST)
    for k, token in enumerate(made):
        if token.head != i or k == i:
            continue
        if k == subject:
            made[k] = replace(token, dep="nsubj")
        elif k < subject and token.dep in _OPEN:
            made[k] = replace(token, head=subject)
        elif token.dep == "nmod":
            made[k] = replace(token, dep="obl")


def _is_noun_after_preposition(tokens: Sequence[Token], token: Token) -> bool:
    if not token.text.lower().endswith("s") or token.dep not in ("advcl", "acl"):
        return False
    inside = below(tokens, token.i)
    marks = [t for t in inside if t.dep == "mark" and t.text.lower() in _BEFORE_NOUNS]
    if len(marks) != 1 or marks[0].i >= token.i:
        return False
    between = tokens[marks[0].i + 1 : token.i]
    if any(t.pos not in ("ADJ", "NOUN", "ADV", "NUM") for t in between):
        return False
    return not any(
        t.dep.startswith(("nsubj", "csubj", "expl", "obj", "aux", "cop", "ccomp")) for t in inside
    )


def _verbless(made: list[Token], root: Token) -> None:
    """ "Army on alert after border clashes": a root behind "after" is a noun, and its subject the root."""
    marks = [t for t in below(made, root.i, "mark") if t.text.lower() in _BEFORE_NOUNS]
    subjects = [t for t in below(made, root.i, "nsubj") if marks and t.i < marks[0].i]
    others = below(made, root.i, "obj", "aux", "ccomp", "nsubj:pass", "aux:pass")
    if len(marks) != 1 or len(subjects) != 1 or others:
        return
    subject = subjects[0]
    made[subject.i] = replace(subject, head=subject.i, dep="root")
    noun = frozenset({"Number=Plur"})
    made[root.i] = replace(root, pos="NOUN", head=subject.i, dep="nmod", feats=noun)
    made[marks[0].i] = replace(marks[0], dep="case", pos="ADP")


def _subject_in_form(made: list[Token], token: Token) -> None:
    """ "Clashes between Chad and Mali killed ten", "Nigeria's [cut] in supplies": subjects are nouns."""
    inside = below(made, token.i)
    owned = any(t.dep in ("nmod:poss", "det") or (t.dep, t.text) == ("case", "'s") for t in inside)
    if token.text.endswith(("ed", "ing")) or not (owned or token.text.endswith("s")):
        return
    if any(t.dep.startswith(("nsubj", "obj", "aux", "mark", "ccomp", "xcomp")) for t in inside):
        return
    feats = frozenset({"Number=Plur"}) if token.text.endswith("s") else frozenset({"Number=Sing"})
    made[token.i] = replace(token, pos="NOUN", lemma=bases(token.text)[0], feats=feats)
    for child in inside:
        if child.dep in _OBLIQUE:
            made[child.i] = replace(child, dep=_OBLIQUE[child.dep])


def _to_noun(made: list[Token], i: int) -> None:
    token = made[i]
    dep = "obl" if token.dep == "advcl" else "nmod"
    made[i] = replace(token, pos="NOUN", dep=dep, feats=frozenset({"Number=Plur"}))
    for child in below(made, i):
        if child.dep == "mark":
            made[child.i] = replace(child, dep="case", pos="ADP")
        elif child.dep in _OBLIQUE:
            made[child.i] = replace(child, dep=_OBLIQUE[child.dep])


def _is_bare_gerund(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a gerund is a subject and governs nothing that a noun cannot have."""
    if token.pos != "VERB" or token.dep not in ("csubj", "csubj:pass"):
        return False
    inside = below(
        tokens, token.i, "nsubj", "nsubj:pass", "obj", "iobj", "aux", "mark", "xcomp", "ccomp"
    )
    return all(t.dep == "nsubj" and t.pos == "ADJ" for t in inside)


def _gerund(made: list[Token], i: int) -> None:
    token = made[i]
    dep = token.dep.replace("csubj", "nsubj")
    made[i] = replace(token, pos="NOUN", dep=dep, lemma=token.text.lower(), feats=frozenset())
    for child in below(made, i):
        if child.pos == "ADJ" and child.dep in ("nsubj", "advmod"):
            made[child.i] = replace(child, dep="amod")
        elif child.dep in _OBLIQUE:
            made[child.i] = replace(child, dep=_OBLIQUE[child.dep])


def _article(made: list[Token], word: Token) -> None:
    """ "extradited a Kenyan [militant]": behind an article stands a noun, if no other one does.

    So it does right behind a verb that takes no adjective: "sought [refuge]".
    """
    articles = [t for t in below(made, word.i, "det") if t.text.lower() in ("a", "an")]
    sought = made[word.head].lemma in _TRANSITIVE and word.head == word.i - 1
    if not ((articles and articles[0].i < word.i) or sought) or below(made, word.i, "cop", "nsubj"):
        return
    after = made[word.i + 1] if word.i + 1 < len(made) else word
    if after.pos in ("ADJ", "NOUN", "NUM", "PROPN", "PART") or after.head == word.i:
        return
    dep = "obj" if sought and word.dep == "xcomp" else word.dep
    made[word.i] = replace(word, pos="NOUN", dep=dep, feats=frozenset({"Number=Sing"}))
    for child in below(made, word.i):
        if child.dep == "advmod" and child.pos == "ADJ":
            made[child.i] = replace(child, dep="amod")


def _owned(made: list[Token], word: Token) -> None:
    """ "redoubles our [resolve] to stay": right behind "our", before "to", stands a noun."""
    if word.pos != "ADJ" or word.i + 1 >= len(made) or made[word.i + 1].text != "to":
        return
    whose = made[word.i - 1]
    if whose.head == word.i and whose.text.lower() in _POSSESSIVE:
        dep = "obj" if word.dep == "csubj" and word.head < word.i else word.dep
        made[word.i] = replace(word, pos="NOUN", dep=dep, feats=frozenset({"Number=Sing"}))
        made[whose.i] = replace(whose, dep="nmod:poss")


def _bare_infinitive(made: list[Token], particle: Token) -> None:
    """ "offered to [mediate] between them", "threat to [sanction] Chad": no noun stands there."""
    at = particle.i + 1
    if at >= len(made) or made[at].pos == "VERB" or not made[at].text.islower():
        return
    verb = made[at]
    surely = verb.text in _VERBS or (particle.pos == "PART" and verb.pos == "NOUN")
    surely = surely or (verb.text in _PRESENT and bool(below(made, at, "flat")))
    # "Agreed to blacklist firms": what somebody is willing to do is a verb.
    willing = verb.head > at and made[made[verb.head].head].lemma in _WILLING
    surely = surely or (verb.text in _PRESENT and willing)
    # "To free two workers": an adjective stands behind the number.
    surely = surely or (verb.text == "free" and made[at + 1].pos in ("NUM", "DET", "PRON"))
    if not surely or below(made, at, "det", "nmod:poss", "nsubj", "cop", "amod", "compound"):
        return
    if particle.head == at:
        _to_infinitive(made, verb, verb.head, verb.dep)
    elif particle.head == verb.head > at and verb.dep in ("amod", "compound", "nmod:desc"):
        noun = made[verb.head]
        above, dep = noun.head, noun.dep
        if dep == "conj" and _is_after_infinitive(made, above):
            above = made[above].head  # "to respect rights and to [free] two men"
        _to_infinitive(made, verb, above, dep)
        if dep == "conj":
            made[verb.i] = replace(made[verb.i], dep="conj")
        made[noun.i] = replace(noun, head=at, dep="obj")
        for child in below(made, above, "xcomp", "advcl"):
            if child.i == noun.i + 1 and child.text.endswith("ing"):
                made[child.i] = replace(child, head=noun.i, dep="acl")  # "firms [supplying] fuel"
    else:
        return
    made[particle.i] = replace(particle, head=at, pos="PART", dep="mark")


def _is_after_infinitive(made: Sequence[Token], noun: int) -> bool:
    """Whether a noun is the object of an infinitive."""
    verb = made[noun].head
    infinitive = any(t.text.lower() == "to" for t in below(made, verb, "mark"))
    return made[noun].dep == "obj" and infinitive


def _to_infinitive(made: list[Token], verb: Token, above: int, dep: str) -> None:
    if dep != "root":
        dep = "xcomp" if made[above].pos in ("VERB", "ADJ") else "acl"
    head = verb.i if dep == "root" else above
    infinitive = frozenset({"VerbForm=Inf"})
    made[verb.i] = replace(verb, pos="VERB", head=head, dep=dep, feats=infinitive)
    for child in below(made, verb.i):
        bare = not below(made, child.i, "case") and child.i == verb.i + 1
        if child.dep == "flat" and bare:
            made[child.i] = replace(child, dep="obj")
        elif child.dep == "nmod":
            made[child.i] = replace(child, dep="obl")


def _after_help(made: list[Token], verb: Token) -> None:
    """ "helped [broker] a truce": of two objects of "help" the first, a bare noun, is a verb."""
    objects = below(made, verb.i, "obj")
    if len(objects) != 2 or objects[0].i != verb.i + 1 or objects[0].pos != "NOUN":
        return
    inner, noun = objects
    if inner.text.lower().endswith("s") or not inner.text.islower() or below(made, inner.i):
        return
    infinitive = frozenset({"VerbForm=Inf"})
    made[inner.i] = replace(inner, pos="VERB", dep="xcomp", feats=infinitive)
    made[noun.i] = replace(noun, head=inner.i)


def _passive(made: list[Token], word: Token) -> None:
    """ "The call was [echoed] by Norway": what was done by somebody was a verb."""
    past = word.text.endswith("ed") or bases(word.text)[0] != word.text.lower()
    if not past or word.text.endswith(("s", "ing")) or not word.text.islower():
        return
    if not below(made, word.i, "cop", "aux:pass"):
        return
    agents = [made[t.head] for t in made[word.i :] if t.text == "by" and t.pos == "ADP"]
    agents = [t for t in agents if t.dep in ("obl:agent", "obl", "nmod")]
    if not any(t.head == word.i or made[t.head].head == word.i for t in agents):
        return
    feats = frozenset({"Tense=Past", "VerbForm=Part", "Voice=Pass"})
    made[word.i] = replace(word, pos="VERB", lemma=bases(word.text)[0], feats=feats)
    for child in below(made, word.i):
        if child.dep in _PASSIVE:
            made[child.i] = replace(child, dep=_PASSIVE[child.dep])


def _predicate(made: list[Token], word: Token) -> None:
    """ "The ministry [announces] that …", "Tehran [denies] arming": a noun has no subject without "is"."""
    inside = below(made, word.i)
    subjects = [t for t in inside if t.dep == "nsubj" and t.pos in ("NOUN", "PROPN")]
    if word.pos != "NOUN" or len(subjects) != 1 or not word.text.islower():
        return
    if any(t.dep in ("cop", "det", "amod", "nmod:poss", "case", "compound") for t in inside):
        return
    base = bases(word.text)[0]
    owns = any(t.dep == "obj" and t.i > word.i for t in inside)
    gerund = next((t for t in inside if t.dep == "acl" and t.i == word.i + 1), None)
    does = gerund is not None and gerund.text.endswith("ing")
    tells = word.text.endswith("s") and (owns or does or any(t.dep == "ccomp" for t in inside))
    # "Chad and Mali [share] data": several have a verb without -s.
    several = bool(below(made, subjects[0].i, "conj")) or "Number=Plur" in subjects[0].feats
    tells = tells or (owns and several and base == word.text)
    past = base != word.text and not word.text.endswith(("s", "ing"))
    if not (tells or past):
        return
    made[word.i] = replace(word, pos="VERB", lemma=base, feats=_PAST if past else _PRESENT_FORM)
    if gerund is not None and does:
        made[gerund.i] = replace(gerund, dep="xcomp")
    for child in inside:
        if child.dep == "nmod":
            made[child.i] = replace(child, dep="obl")


def _between_nouns(made: list[Token], root: Token) -> None:
    """ "Two agents [face] charges", "The president [shook] hands": the noun in -s is no verb."""
    if below(made, root.i, "obj", "aux", "ccomp", "xcomp", "aux:pass"):
        return
    verb = made[root.i - 1]
    if verb.head != root.i or verb.dep != "nsubj" or verb.pos != "NOUN" or root.i < 2:
        return
    subject = made[verb.i - 1]
    plural = "Number=Plur" in subject.feats and subject.head == verb.i
    plural = plural and subject.dep == "compound" and verb.text in _PRESENT
    past = bases(verb.text)[0] != verb.text and not verb.text.endswith(("s", "ing", "ed"))
    past = past and subject.dep == "nsubj" and subject.head in (root.i, verb.i)
    if not (plural or past):
        return
    made[verb.i] = replace(
        verb, pos="VERB", lemma=bases(verb.text)[0], feats=_PAST, head=verb.i, dep="root"
    )
    for child in below(made, root.i):
        if child.i < verb.i or child.i > root.i:
            made[child.i] = replace(child, head=verb.i)
    for child in below(made, verb.i):
        if child.i < subject.i and child.dep in _OPEN:
            made[child.i] = replace(child, head=subject.i)
    made[subject.i] = replace(subject, head=verb.i, dep="nsubj")
    noun = frozenset({"Number=Plur"})
    made[root.i] = replace(root, pos="NOUN", head=verb.i, dep="obj", feats=noun)


def _infinitive(made: list[Token], particle: Token) -> None:
    """A particle on a noun phrase: its first word is the verb, and the rest its object."""
    noun = made[particle.head]
    if noun.i < particle.i + 2 or noun.pos not in ("NOUN", "PROPN"):
        return
    verb = made[particle.i + 1]
    hangs = verb.head == noun.i and verb.dep in ("compound", "nmod:desc", "flat")
    bare = verb.pos == "VERB" and verb.dep == "amod" and not verb.text.endswith(("ed", "ing", "en"))
    if not (bare or (hangs and verb.pos in ("NOUN", "PROPN", "X"))) or not verb.text.islower():
        return
    _to_infinitive(made, verb, noun.head, noun.dep)
    made[noun.i] = replace(noun, head=verb.i, dep="obj")
    made[particle.i] = replace(particle, head=verb.i, dep="mark")
