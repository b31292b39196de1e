# Past participles that a parser took for the verb of their sentence: "The sanctions [imposed] by X hurt Y."
# Rule 1: two finite verbs without a conjunction, a comma or a subject between them cannot both be the
#   sentence's: the first is a participle, if it lacks its object, and the second has its subject.
# Rule 2: a verb with "by" somebody and no object is passive, and without "was" it is a participle.
# Rule 3: a verb that lacks its subject has that of a participle before it, if no comma stands between.
# Rule 4: a noun with a preposition is nobody's subject: "on [Iran] have hurt" ends the first phrase.
"""Hang participles below their noun, and give the sentence its verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token, below

_LATER = ("advcl", "ccomp", "parataxis", "conj", "xcomp", "dep")
_AFTER = ("punct", "advmod", "obl", "advcl", "ccomp", "xcomp")
# What a participle that describes a noun does not have.
_FINITE = ("obj", "iobj", "aux", "aux:pass", "cop", "mark", "expl")
_WITH_OBJECT = frozenset(
    {
        ("brought", "down"),
        ("called", "off"),
        ("carried", "out"),
        ("gunned", "down"),
        ("handed", "over"),
        ("knocked", "down"),
        ("laid", "off"),
        ("set", "up"),
        ("shot", "down"),
    }
)
_PAST = frozenset({"Tense=Past"})
_PARTICIPLE = frozenset({"Tense=Past", "VerbForm=Part", "Voice=Pass"})


def participles(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with participles below the nouns that they describe."""
    made = list(tokens)
    for token in tokens:
        if token.pos == "VERB" and token.dep in ("root", "ccomp", "parataxis"):
            _reduce(made, token.i)
            _free_subject(made, made[token.i])
        elif token.pos == "VERB" and token.dep == "csubj":
            _release(made, token.i)
    return tuple(made)


def _reduce(made: list[Token], i: int) -> None:
    subject = _subject(made, i)
    if subject is None or not made[i].feats >= _PAST:
        return
    if below(made, i, *_FINITE):
        return
    main = _main(made, i)
    if main is None:
        return
    bare = _is_bare(made, main) and _is_never_without_object(made, i)
    if not bare and not _is_by_somebody(made, i, main):
        return
    verb = made[main]
    owns = [t for t in _subjects(made, main) if t.i < main]
    for own in owns:
        # "on [Venezuela] have hurt": it closes the participle's phrase.
        made[own.i] = replace(own, head=i, dep="obl")
    above = made[i]
    made[main] = replace(verb, head=main if above.head == i else above.head, dep=above.dep)
    noun = subject.i
    if below(made, i, "compound:prt") and made[i - 1].pos == "NOUN":
        noun = i - 1  # "the wreck of a [drone] shot down": drones are
    made[i] = replace(above, head=noun, dep="acl", feats=_PARTICIPLE)
    made[subject.i] = replace(subject, head=main, dep="nsubj")
    for child in below(made, i):
        if child.i > main and child.dep.partition(":")[0] in _AFTER:
            made[child.i] = replace(child, head=main)


def _free_subject(made: list[Token], verb: Token) -> None:
    """ "Rebels [tied] to Mali shot nine": with no comma between, what comes first says nothing of its own."""
    main, i = made[verb.head], verb.i
    subject = _subject(made, i)
    if subject is None or verb.dep != "ccomp" or main.i < i or not verb.feats >= _PAST:
        return
    if main.pos != "VERB" or _subjects(made, main.i) or "Mood=Ind" not in main.feats:
        return
    if below(made, i, *_FINITE) or any(t.pos == "PUNCT" for t in made[i + 1 : main.i]):
        return
    if any(t.i > main.i for t in below(made, i)) or below(made, i, "ccomp", "xcomp"):
        return
    made[i] = replace(verb, head=subject.i, dep="acl", feats=_PARTICIPLE)
    made[subject.i] = replace(subject, head=main.i, dep="nsubj")


def _is_never_without_object(made: Sequence[Token], i: int) -> bool:
    """Whether a verb with its particle always has an object: "shot down", not "broke down"."""
    particles = below(made, i, "compound:prt")
    return all((made[i].text.lower(), p.text.lower()) in _WITH_OBJECT for p in particles)


def _release(made: list[Token], i: int) -> None:
    """ "The raids [staged] by X are illegal": the predicate is the raids', not the staging's."""
    subject, main = _subject(made, i), made[i].head
    if subject is None or main < i or below(made, i, *_FINITE) or not made[i].feats >= _PAST:
        return
    if _is_by_somebody(made, i, main):
        made[subject.i] = replace(subject, head=main, dep="nsubj")
        made[i] = replace(made[i], head=subject.i, dep="acl", feats=_PARTICIPLE)


def _subject(made: Sequence[Token], i: int) -> Token | None:
    """A noun right before the verb that is its only subject."""
    subjects = _subjects(made, i)
    if (
        len(subjects) != 1
        or subjects[0].dep != "nsubj"
        or subjects[0].pos not in ("NOUN", "PROPN")
        or subjects[0].i >= i
    ):
        return None
    between = made[subjects[0].i + 1 : i]
    return subjects[0] if not any(t.text in (",", ";") for t in between) else None


def _main(made: Sequence[Token], i: int) -> int | None:
    """The finite verb behind, to which nothing leads over."""
    for token in below(made, i, *_LATER):
        if token.i < i or token.pos not in ("VERB", "AUX") or below(made, token.i, "mark", "cc"):
            continue
        if any(t.text.lower() == "having" for t in below(made, token.i, "aux")):
            continue  # "Egypt denied having armed them": no sentence rests on that
        owns = [t for t in _subjects(made, token.i) if t.i < token.i]
        if any(not below(made, t.i, "case") for t in owns):
            continue
        finite = "Mood=Ind" in token.feats or below(made, token.i, "aux", "aux:pass")
        between = made[i + 1 : token.i]
        stops = any(t.pos == "PUNCT" and t.text not in ("-", "‑", "’", "'") for t in between)
        if finite and not stops:
            return token.i
    return None


def _is_by_somebody(made: Sequence[Token], i: int, main: int) -> bool:
    phrases = [t for t in below(made, i, "obl", "obl:agent", "nmod") if t.i < main]
    return any(t.text.lower() == "by" for p in phrases for t in below(made, p.i, "case"))


def _is_bare(made: Sequence[Token], main: int) -> bool:
    """Whether nothing but phrases stands between the two verbs, and the second has no subject."""
    complement = made[main].dep == "xcomp" and not made[main].feats >= _PAST | {"Mood=Ind"}
    return not complement and not _subjects(made, main)


def _subjects(made: Sequence[Token], i: int) -> list[Token]:
    return [t for t in below(made, i) if t.relation in ("nsubj", "csubj", "expl")]
