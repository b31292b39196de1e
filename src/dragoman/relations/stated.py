# "Its ally Syria", "hostile to Israel", "relations have soured": how two stand, said outright.
# Rule 1: both parties are known, or nothing is stated: a wrong actor is worse than none.
# Rule 2: what was, could be or is not so is read too, and told as such; relations count
#   only what is so now.
# Rule 3: one pass over the words; a look around is made only where the almanac has the word.
"""Find explicit statements of relation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.alphabet.settings import SHOWN
from dragoman.alphabet.skipped import Skipped
from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence
from dragoman.entities.actor import SPEAKER, Party
from dragoman.entities.parties import Resolver
from dragoman.events.event import Event
from dragoman.evidence.claim import Claim
from dragoman.relations.found import Found
from dragoman.relations.relation import side
from dragoman.relations.shapes import SHAPES
from dragoman.relations.spot import Spot
from dragoman.relations.standing import is_past, status_of_statement
from dragoman.relations.statement import Rule, Rules, Statement, load_rules

#: A body that nearly all states belong to: membership tells nothing of how they stand.
_UNIVERSAL = frozenset({"UNO"})
#: The rule of those who were closer before: "have drifted apart".
_PARTED = "stated.apart"


def find_statements(
    sentences: Iterable[Sentence],
    resolver: Resolver,
    claims: Sequence[Claim] = (),
    year: int | None = None,
    rules: Rules | None = None,
) -> tuple[tuple[Statement, ...], tuple[Skipped, ...]]:
    """Return what *sentences* state of how actors stand, in order of text, and what was passed over.

    Args:
        claims: whose quotations "our ally" stands in; without them such words name nobody.
        year: of publication; without it a war of any named year counts as past.
    """
    known = rules or load_rules()
    denials = [c for c in claims if c.stance == "denies"]
    made: list[Statement] = []
    skipped: list[Skipped] = []
    for sentence in sentences:
        spots = list(_spots(sentence, resolver, known))
        if spots and known.marks["sport"] & {t.lemma.lower() for t in sentence.tokens}:
            continue  # rivals on a field
        here: list[Statement] = []
        for rule, spot in spots:
            found = SHAPES[rule.shape](spot)
            if found is None:
                continue
            trigger = spot.trigger
            status = status_of_statement(spot, found, year)
            if status == "actual" and any(c.content.holds(trigger) for c in denials):
                status = "negated"
            if status == "actual" and is_past(spot, found):
                # "Said that Egypt was an ally": reported speech moves "is" back.
                own = sentence.tokens[spot.anchor]
                above = {t.relation for t in (own, *sentence.path_up(own.i))}
                told = any(c.content.holds(trigger) and not c.quoted for c in claims)
                status = "actual" if told or above & {"ccomp", "parataxis"} else "former"
            stated = [
                _statement(sentence, rule, a, b, status, trigger, flipped=found.flipped)
                for a, b in _pairs(found, rule, claims, trigger)
            ]
            here += stated
            if stated and status == "actual":
                continue
            reason = (
                f"{status}, not so now: {rule.id}" if stated else f"one side not known: {rule.id}"
            )
            skipped.append(Skipped("relations", reason, trigger, trigger.of(resolver.text)[:SHOWN]))
        made += _outgrown(here)
    return tuple(_once(made)), tuple(skipped)


def _outgrown(stated: Sequence[Statement]) -> Iterator[Statement]:
    """The statements of one sentence: whoever has drifted apart there was a friend before."""
    parted = {
        frozenset((s.a.code, s.b.code))
        for s in stated
        if s.rule == _PARTED and s.status == "actual"
    }
    for one in stated:
        past = one.sign > 0 and frozenset((one.a.code, one.b.code)) in parted
        yield replace(one, status="former") if past and one.status == "actual" else one


def without_former(events: Sequence[Event], statements: Sequence[Statement]) -> tuple[Event, ...]:
    """Return *events*; those coded from the words of a friendship that is over count no more.

    "Cuba was an ally of the Soviet Union" tells of support, and says nothing of today.
    """
    over = [s for s in statements if s.status == "former"]
    return tuple(
        replace(e, counts=False) if any(s.trigger.touches(e.trigger) for s in over) else e
        for e in events
    )


def _spots(sentence: Sentence, resolver: Resolver, rules: Rules) -> Iterator[tuple[Rule, Spot]]:
    """Every word of *sentence* that the almanac has, with the rules it may stand for."""
    for token in sentence.tokens:
        for key in rules.keys(token.text, token.lemma):
            for words, rule in rules.index[key]:
                first = _matches(sentence, token.i, words)
                if first is not None:
                    yield rule, Spot(sentence, resolver, rules.marks, rule, first, token.i, key)


def _matches(sentence: Sentence, last: int, words: tuple[str, ...]) -> int | None:
    """The index of the first of several words that end at *last*."""
    first = last - len(words) + 1
    if first < 0:
        return None
    for token, word in zip(sentence.tokens[first:last], words, strict=False):
        if word not in (token.lemma.lower(), token.text.lower()):
            return None
    return first


def _pairs(
    found: Found, rule: Rule, claims: Sequence[Claim], trigger: Span
) -> Iterator[tuple[Party, Party]]:
    """Each pair of two known actors."""
    for a, b in found.pairs:
        one, other = _spoken(a, claims, trigger), _spoken(b, claims, trigger)
        if one is None or other is None:
            continue
        if side(one.code or "") == side(other.code or ""):
            continue
        if rule.body and (other.country is not None or other.code in _UNIVERSAL):
            continue
        yield one, other


def _spoken(party: Party, claims: Sequence[Claim], trigger: Span) -> Party | None:
    """Whoever says "we" in the innermost quotation around the trigger."""
    if party.code != SPEAKER:
        return party
    around = [c for c in claims if c.quoted and c.content.holds(trigger) and c.speaker.code]
    if not around:
        return None
    inner = min(around, key=lambda c: c.content.end - c.content.start).speaker
    return replace(party, name=inner.name, code=inner.code)


def _statement(
    sentence: Sentence, rule: Rule, a: Party, b: Party, status: str, trigger: Span, *, flipped: bool
) -> Statement:
    around = [s for s in (a.span, b.span, trigger) if sentence.span.holds(s)]
    span = Span(min(s.start for s in around), max(s.end for s in around))
    sign = -rule.sign if flipped else rule.sign
    return Statement(a, b, sign, rule.strength, status, span, trigger, rule.id)


def _once(statements: Iterable[Statement]) -> list[Statement]:
    """One statement for each pair at each word: the longest, of these the first rule's.

    "A war of words between A and B" is a quarrel and no war.
    """
    made: dict[frozenset[str | None], list[Statement]] = {}
    for statement in statements:
        kept = made.setdefault(frozenset((statement.a.code, statement.b.code)), [])
        over = [k for k in kept if k.trigger.touches(statement.trigger)]
        if all(_length(k) < _length(statement) for k in over):
            kept[:] = [k for k in kept if k not in over] + [statement]
    return sorted((s for kept in made.values() for s in kept), key=lambda s: s.trigger)


def _length(statement: Statement) -> int:
    return statement.trigger.end - statement.trigger.start
