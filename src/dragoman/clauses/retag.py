# Parts of speech that the tree around them rules out.
# Rule 1: a noun has no object, so one that has is a verb: "The navy [sank] a ship".
# Rule 2: what was done "by" somebody was a verb: "was [echoed] by Norway"; so is a root that
#   has a subject and no "is".
# Rule 3: joined to a verb or its object, the form in -s of a verb that is no noun is one: "ends the siege and
#   [enters] into talks"; a verb behind "until" has a subject, no compound.
# Rule 4: right behind "it" or "he" as its subject, a form in -s is a verb: "It [buys] more".
# Rule 5: in "weapons that Chad [lacks]" the word behind the name is the verb.
# Rule 6: infinitives are for infinitives.py, nouns that stand as verbs for misread_nouns.py.
"""Set right words whose part of speech their own tree forbids."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token, below
from dragoman.clauses.hyphens import touch
from dragoman.clauses.infinitives import PRESENT, VERBS, after_help, bare_infinitive, infinitive
from dragoman.clauses.inflection import bases
from dragoman.clauses.misread_nouns import (
    SEVERAL,
    article,
    behind_copula,
    doers_named_together,
    gerund,
    governed_noun,
    has_article,
    is_bare_gerund,
    is_governed,
    is_noun_after_preposition,
    is_plural_object,
    owned,
    second_object,
    subject_in_form,
    to_noun,
    verbless,
)

#: Of these the form in -s is no noun either.
_ENTERING = frozenset("accept agree allow cease comply enter engage respect".split())
#: Of these the form in -s is a noun as well.
_SERVING = frozenset("command escort fight patrol sail serve support train work".split())
_OPENINGS = frozenset({"before", "if", "unless", "until"})
# The two halves of a make of aircraft or missile: "F" and "16s", "MiG" and "29", "S" and "400".
_LETTERS = re.compile(r"[A-Z][A-Za-z]{0,2}")
_NUMBER = re.compile(r"\d{1,3}[A-Z]?s?")
_VIOLENCE = frozenset("bombing fighting looting rioting shelling shooting".split())
_OPEN = ("nmod:poss", "compound", "det", "amod", "nummod", "flat", "nmod:desc")
_PAST = frozenset({"Mood=Ind", "Tense=Past", "VerbForm=Fin"})
_OBJECTS = ("obj", "iobj", "obl")
_ONE = frozenset({"Number=Sing"})
_PRESENT_FORM = frozenset({"Mood=Ind", "Tense=Pres", "VerbForm=Fin"})
_PASSIVE = {"nsubj": "nsubj:pass", "cop": "aux:pass"}


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
        elif token.text == "sides" and token.pos == "NOUN":
            _takes_sides(made, token)
        elif token.pos == "NOUN" and token.dep == "ccomp" and _is_told(tokens, token):
            _to_verb(made, token.i)
            made[token.i] = replace(made[token.i], feats=_PRESENT_FORM)
        elif token.pos == "NOUN" and token.dep == "conj" and _is_second_verb(tokens, token):
            _second_verb(made, token)
        elif token.pos == "VERB" and is_noun_after_preposition(tokens, token):
            to_noun(made, token.i)
        elif token.pos == "VERB" and token.dep in _OBJECTS and has_article(tokens, token):
            made[token.i] = replace(token, pos="NOUN", lemma=token.text.lower(), feats=_ONE)
        elif is_plural_object(tokens, token):
            made[token.i] = replace(token, pos="NOUN", lemma=bases(token.text)[0], feats=SEVERAL)
        elif token.pos == "VERB" and token.dep == "conj" and token.text.endswith("ers"):
            doers_named_together(made, token)
        elif token.pos == "VERB" and token.text.endswith("s") and is_governed(tokens, token):
            governed_noun(made, token)
        elif token.pos == "VERB" and token.text.endswith("s") and token.dep in _IN_S:
            _IN_S[token.dep](made, token)
        elif token.pos == "VERB" and token.relation == "nsubj":
            subject_in_form(made, token)
        elif token.pos == "NOUN" and token.dep == "acl:relcl" and token.text.endswith("s"):
            _in_relative(made, token)
        elif token.text.lower() in _VIOLENCE and is_bare_gerund(tokens, token):
            gerund(made, token.i)
        elif token.pos == "VERB" and token.lemma == "help":
            after_help(made, token)
        elif token.pos == "ADJ" and token.dep == "root" and token.text.endswith("s"):
            _verb_with_both(made, token)
        elif token.pos in ("NOUN", "ADJ") and token.dep == "root":
            _told_of_subject(made, token)
        elif token.pos == "ADJ" and token.dep in ("xcomp", "obl", "obj", "csubj"):
            if token.dep != "csubj":
                article(made, token)
            owned(made, made[token.i])
        elif token.text.lower() == "to" and token.pos in ("PART", "ADP"):
            bare_infinitive(made, token)
            if token.pos == "PART":
                infinitive(made, made[token.i])
    return tuple(made)


def _root_in_s(made: list[Token], root: Token) -> None:
    """A root in -s: a noun of a sentence without a verb, or a verb between two nouns."""
    verbless(made, root)
    _between_nouns(made, made[root.i])


def _told_of_subject(made: list[Token], root: Token) -> None:
    """A root that is no verb: a passive with its *be*, or what a predicate says."""
    _passive(made, root)
    _predicate(made, made[root.i])


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


def _is_told(tokens: Sequence[Token], token: Token) -> bool:
    """ "The frigate [sails] with the group, it said": what is said has a verb, and so the form in -s is one."""
    if not token.text.islower() or token.i == 0 or bases(token.text)[0] not in _SERVING:
        return False
    before = tokens[token.i - 1]
    named = before.head == token.i and before.dep in ("compound", "flat") and before.pos != "ADJ"
    if not named or not token.text.endswith("s"):
        return False
    return not below(tokens, token.i, "cop", "aux", "nsubj", "obj", "case")


def _is_second_verb(tokens: Sequence[Token], token: Token) -> bool:
    """ "values its ties and [congratulates] Fiji": joined by "and", the form of a verb in -s is one."""
    if not token.text.islower() or not token.text.endswith("s") or token.head > token.i:
        return False
    listed = bases(token.text)[0] in VERBS | _ENTERING or _is_talking_to(tokens, token)
    if not listed or not below(tokens, token.i, "cc"):
        return False
    if below(tokens, token.i, "det", "amod", "nmod:poss", "compound", "nummod", "case"):
        return False
    return _verb_above(tokens, token) is not None


def _is_talking_to(tokens: Sequence[Token], token: Token) -> bool:
    """ "Ends the siege and [talks] to Mali": talks are with somebody, or to end something.

    Nor does a noun have a gerund right behind it: "frees them and [stops] sending more".
    """
    behind = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
    if token.text == "stops":
        return behind.text.endswith("ing") and behind.head == token.i
    return token.text == "talks" and behind.text == "to" and behind.pos == "ADP"


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
    beside = below(made, token.head, "nmod")
    for phrase in (*below(made, head, "obl"), *below(made, token.i, "nmod"), *beside):
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


def _takes_sides(made: list[Token], word: Token) -> None:
    """ "Egypt [sides] with Sudan": behind a bare name, and before "with", it is no noun."""
    before = made[word.i - 1]
    if word.text != "sides" or before.head != word.i or before.pos != "PROPN":
        return
    partners = [t for t in below(made, word.i, "nmod", "obl") if t.i > word.i]
    if before.dep != "compound" or below(made, word.i, "det", "nummod", "amod") or not partners:
        return
    if not any(t.text == "with" and t.i == word.i + 1 for t in below(made, partners[0].i, "case")):
        return
    made[before.i] = replace(before, dep="nsubj")
    made[word.i] = replace(word, pos="VERB", lemma="side", feats=_PRESENT_FORM)
    for phrase in partners:
        made[phrase.i] = replace(phrase, dep="obl")


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
    plural = plural and subject.dep == "compound" and verb.text in PRESENT
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


# A form in -s that a parser took for a verb, by what the tree makes of it.
_IN_S: dict[str, Callable[[list[Token], Token], None]] = {
    "xcomp": second_object,
    "ccomp": behind_copula,
    "advcl": _subject_before,
    "root": _root_in_s,
}
