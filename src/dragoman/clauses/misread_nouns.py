# Nouns and adjectives that a parser took for verbs, and nouns for adjectives.
# Rule 1: after "after", "amid" and their like stands a clause with a subject or a noun; a
#   form in -s without a subject is the noun: "after [clashes] in the north".
# Rule 2: a gerund of violence without an object that is a clause's subject is a noun:
#   "[Fighting] between the two broke out".
# Rule 3: an object with an article is a noun, though its form be a verb's: "a [demand] to leave".
# Rule 4: an adjective with an article and no noun behind it is a noun: "freed a [militant] in May".
# Rule 5: no form in -s but "is" stands behind "were": "were militia [bases]".
# Rule 6: a complement without a subject is an infinitive; a form in -s is the noun: "sells it [drones]".
# Rule 7: behind "with" or "between" a form in -s is a noun: "with other member [states]".
"""Set right nouns that stand as verbs or adjectives in their tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token, below
from dragoman.clauses.inflection import bases

#: Prepositions that open no clause with a finite verb.
_GOVERNING = frozenset({"against", "among", "between", "from", "of", "with"})
# Verbs that no adjective completes.
_TRANSITIVE = frozenset({"demand", "grant", "refuse", "request", "seek"})
_BEFORE_NOUNS = frozenset("after amid before despite during following over since".split())
#: Features of a noun in the plural.
SEVERAL = frozenset({"Number=Plur"})
_OBJECTS = ("obj", "iobj", "obl")
_POSSESSIVE = frozenset({"his", "her", "its", "my", "our", "their", "your"})
_OBLIQUE = {"obl": "nmod", "advmod": "advmod", "obl:unmarked": "nmod:unmarked"}


def is_governed(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a form in -s stands behind a preposition that no finite verb has: "with other member [states]"."""
    marks = [t.text.lower() for t in below(tokens, token.i, "mark")]
    return "VerbForm=Fin" in token.feats and len(marks) == 1 and marks[0] in _GOVERNING


def governed_noun(made: list[Token], token: Token) -> None:
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


def behind_copula(made: list[Token], token: Token) -> None:
    """ "They were militia [bases]": what they were is a noun, and the word before it no subject."""
    copulas = [t for t in below(made, token.i, "cop", "aux") if t.i < token.i]
    if not copulas or any(t.dep == "aux" for t in copulas):
        return
    made[token.i] = replace(token, pos="NOUN", lemma=bases(token.text)[0], feats=SEVERAL)
    for child in below(made, token.i):
        if child.dep == "nsubj" and child.i > copulas[-1].i:
            made[child.i] = replace(child, dep="compound")
        elif child.dep in _OBLIQUE:
            made[child.i] = replace(child, dep=_OBLIQUE[child.dep])


def is_noun_after_preposition(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a form in -s without a subject stands behind "after" or "amid": "after [clashes] in the north"."""
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


def verbless(made: list[Token], root: Token) -> None:
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


def subject_in_form(made: list[Token], token: Token) -> None:
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


def to_noun(made: list[Token], i: int) -> None:
    """The word becomes a noun, and what hung on the verb hangs on the noun."""
    token = made[i]
    dep = "obl" if token.dep == "advcl" else "nmod"
    made[i] = replace(token, pos="NOUN", dep=dep, feats=frozenset({"Number=Plur"}))
    for child in below(made, i):
        if child.dep == "mark":
            made[child.i] = replace(child, dep="case", pos="ADP")
        elif child.dep in _OBLIQUE:
            made[child.i] = replace(child, dep=_OBLIQUE[child.dep])


def is_bare_gerund(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a gerund is a subject and governs nothing that a noun cannot have."""
    if token.pos != "VERB" or token.dep not in ("csubj", "csubj:pass"):
        return False
    inside = below(
        tokens, token.i, "nsubj", "nsubj:pass", "obj", "iobj", "aux", "mark", "xcomp", "ccomp"
    )
    return all(t.dep == "nsubj" and t.pos == "ADJ" for t in inside)


def gerund(made: list[Token], i: int) -> None:
    """The gerund becomes the noun that is its clause's subject."""
    token = made[i]
    dep = token.dep.replace("csubj", "nsubj")
    made[i] = replace(token, pos="NOUN", dep=dep, lemma=token.text.lower(), feats=frozenset())
    for child in below(made, i):
        if child.pos == "ADJ" and child.dep in ("nsubj", "advmod"):
            made[child.i] = replace(child, dep="amod")
        elif child.dep in _OBLIQUE:
            made[child.i] = replace(child, dep=_OBLIQUE[child.dep])


def has_article(tokens: Sequence[Token], token: Token) -> bool:
    """Whether an object in a verb's base form has an article: "defied [a Norwegian demand] to leave"."""
    if bases(token.text)[0] != token.text.lower() or token.text.endswith("ing"):
        return False
    inside = below(tokens, token.i)
    if any(t.dep.startswith(("nsubj", "obj", "aux", "mark", "ccomp", "xcomp")) for t in inside):
        return False
    return any(t.dep == "det" and t.i < token.i for t in inside)


def is_plural_object(tokens: Sequence[Token], token: Token) -> bool:
    """Whether an object in -s has an article and no side of its own: "gave [the asylum seekers] food".

    So is "more" behind a number: "rescued 200 [more]".
    """
    if token.pos == "ADV":
        return token.text == "more" and bool(below(tokens, token.i, "nummod"))
    if token.pos != "VERB" or token.dep not in _OBJECTS:
        return False
    inside = below(tokens, token.i)
    if not token.text.endswith("s") or any(t.dep.startswith(("nsubj", "obj")) for t in inside):
        return False
    return any(t.dep == "det" and t.i < token.i for t in inside)


def second_object(made: list[Token], token: Token) -> None:
    """ "Sells it [drones]": a finite form right behind a pronoun that is given it is what is given."""
    before = made[token.i - 1]
    given = before.pos == "PRON" and before.dep in ("obj", "iobj") and before.head == token.head
    if given and "VerbForm=Fin" in token.feats and not below(made, token.i, "nsubj", "obj"):
        lemma = bases(token.text)[0]
        made[token.i] = replace(token, pos="NOUN", lemma=lemma, dep="obj", feats=SEVERAL)


def doers_named_together(made: list[Token], token: Token) -> None:
    """ "Gave the asylum [seekers] food": right behind an object and joined by nothing, it is one word with that."""
    before = made[token.i - 1]
    inside = below(made, token.i)
    if before.pos != "NOUN" or before.dep not in _OBJECTS or before.head != token.head:
        return
    if any(t.dep.startswith(("cc", "nsubj", "obj", "aux", "mark", "punct")) for t in inside):
        return
    made[token.i] = replace(
        token, pos="NOUN", lemma=bases(token.text)[0], dep=before.dep, feats=SEVERAL
    )
    for child in below(made, before.i):
        made[child.i] = replace(child, head=token.i)
    made[before.i] = replace(before, head=token.i, dep="compound")


def article(made: list[Token], word: Token) -> None:
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


def owned(made: list[Token], word: Token) -> None:
    """ "redoubles our [resolve] to stay": right behind "our", before "to", stands a noun."""
    if word.pos != "ADJ" or word.i + 1 >= len(made) or made[word.i + 1].text != "to":
        return
    whose = made[word.i - 1]
    if whose.head == word.i and whose.text.lower() in _POSSESSIVE:
        dep = "obj" if word.dep == "csubj" and word.head < word.i else word.dep
        made[word.i] = replace(word, pos="NOUN", dep=dep, feats=frozenset({"Number=Sing"}))
        made[whose.i] = replace(whose, dep="nmod:poss")
