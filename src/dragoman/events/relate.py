# The act of one marked phrase on another, for programs that know whom they ask about.
"""``relate``: the PLOVER type of the marked source's act on the marked target."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party
from dragoman.entities.coreference import THIRD_PERSON
from dragoman.entities.parties import Resolver
from dragoman.events.event import COOPERATIVE
from dragoman.events.match import Draft, Scene, given_statuses
from dragoman.events.senses import load_lexicon
from dragoman.events.status import status_of


class MarkedResolver(Resolver):
    """Takes every phrase that a mark touches for a known actor."""

    marks: tuple[Span, ...] = ()

    def party(self, sentence: Sentence, i: int) -> Party | None:
        """As the plain resolver, but a marked phrase is always an actor."""
        token = sentence.tokens[i]
        mark = self._mark(sentence, i)
        if mark is None:
            found = super().party(sentence, i)
            if found is None and token.text.lower() in THIRD_PERSON and token.relation == "nsubj":
                # "The minister said he would …": with one candidate asked about, it is meant.
                mark = next((m for m in self.marks[:1] if m.end <= token.span.start), None)
            if mark is None:
                return found
        return Party(mark, mark.of(self.text), mark.of(self.text), f"MARK-{token.i}")

    def modifier(self, token: Token) -> Party | None:
        """As the plain resolver, but a marked word is always an actor."""
        for mark in self.marks:
            if mark.touches(token.span):
                return Party(mark, mark.of(self.text), mark.of(self.text), f"MARK-{token.i}")
        return super().modifier(token)

    def _mark(self, sentence: Sentence, i: int) -> Span | None:
        """The mark that holds the phrase's head, or else one inside its noun phrase."""
        token = sentence.tokens[i]
        for mark in self.marks:
            if mark.touches(token.span):
                return mark
        near = [sentence.reach(c.i) for c in sentence.children(i, *_INSIDE)]
        for mark in self.marks:
            if any(mark.touches(span) for span in near):
                return mark
        return None


_INSIDE = ("nmod", "nmod:poss", "compound", "amod", "flat", "appos", "conj")


def relate_marked(
    sentences: Iterable[Sentence],
    resolver: MarkedResolver,
    source: Span | None,
    target: Span | None,
) -> str | None:
    """Return the type of the act that best joins the marks, or None if no sense does.

    Best is: source acts and target receives; then source acts and target stands
    in the same clause; then one of the two alone. Ties go to the outer clause.
    """
    lexicon = load_lexicon()
    best: tuple[float, str] | None = None
    for sentence in sentences:
        scene = Scene(sentence, resolver, lexicon)
        drafts = scene.drafts(lenient=True)
        given = given_statuses(drafts)
        for made in drafts.values():
            depth = sum(1 for _ in sentence.path_up(made.head))
            value = _fit(sentence, made, source, target) - 0.01 * depth
            if value > 0.5 and (best is None or value > best[0]):
                clause = made.frame.clause
                status = status_of(clause, scene.by_head, lexicon, given, made.frame.light)
                best = (value, in_mood(made, status))
    return best[1] if best else None


# PLOVER has a type of its own for much that is announced or refused (codebook, auxiliary modes; the modality table of
# Hu et al., ACL 2024): what will be done is a promise or a threat, help that will not come is a refusal.
_ANNOUNCED = {
    "CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE",
    "RETREAT": "CONCEDE",
    "ASSAULT": "THREATEN", "COERCE": "THREATEN", "SANCTION": "THREATEN", "PROTEST": "THREATEN",
}  # fmt: skip


def in_mood(made: Draft, status: str) -> str:
    """The type of an act once its mood is counted: announced, refused, or as it is."""
    kind = made.sense.type
    carrier = made.frame.light or made.frame.clause
    if status == "negated" and kind in COOPERATIVE:
        return "REJECT"
    if status == "possible" and {"will", "shall"} & set(carrier.modals):
        return _ANNOUNCED.get(kind, kind)
    return kind


def _fit(sentence: Sentence, made: Draft, source: Span | None, target: Span | None) -> float:
    def among(parties: Iterable[Party], mark: Span | None) -> bool:
        return mark is None or any(p.span.touches(mark) for p in parties)

    clause = made.frame.clause
    reach = sentence.reach(clause.head if made.frame.light is None else made.frame.light.head)
    acts = among(made.actor, source)
    receives = among(made.recipient, target)
    if made.sense.reciprocal:
        acts = receives = acts and among(made.actor, target)
    near_source = source is None or reach.touches(source)
    near_target = target is None or reach.touches(target)
    if acts and receives:
        return 4.0
    if acts and near_target:
        return 3.0
    if receives and near_source and not made.actor:
        return 2.0
    if (
        acts
        and made.sense.reciprocal is False
        and target is not None
        and sentence.span.touches(target)
    ):
        return 1.0
    if receives and not made.actor and source is not None and sentence.span.touches(source):
        return 0.8
    return 0.0
