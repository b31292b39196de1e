# The act of one marked phrase on another, for programs that know whom they ask about.
# Rule 1: the marks decide who is meant; the senses decide what is done.
# Rule 2: an act that the source is told to suffer, or the target to do, is no answer.
"""``relate``: the PLOVER type of the marked source's act on the marked target."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import SPEAKER, Party
from dragoman.entities.parties import Resolver
from dragoman.entities.pronouns import THIRD_PERSON
from dragoman.events.draft import Draft, given_statuses
from dragoman.events.event import COOPERATIVE
from dragoman.events.match import Scene
from dragoman.events.senses import load_crosswalk, load_lexicon
from dragoman.events.status import status_of

SOURCE, TARGET = "MARK-SOURCE", "MARK-TARGET"  #: codes of the marked parties
_INSIDE = ("nmod", "nmod:poss", "compound", "amod", "flat", "appos", "conj")
_LOOSE = 0.4  #: what a sense is worth of whose demands one is not met
_ENOUGH = 0.25  #: two marks close by; less is no answer


@dataclass
class MarkedResolver(Resolver):
    """Takes every phrase that a mark touches for a known actor."""

    marks: dict[str, Span] = field(default_factory=dict)  #: SOURCE, TARGET → characters

    def party(self, sentence: Sentence, i: int) -> Party | None:
        """As the plain resolver, but a marked phrase is always an actor."""
        token = sentence.tokens[i]
        code = self._mark(sentence, i)
        if code is not None:
            return self._marked(code)
        found = super().party(sentence, i)
        if found is not None and found.code == SPEAKER and SOURCE in self.marks:
            return self._marked(SOURCE)
        source = self.marks.get(SOURCE)
        if found is None and source is not None and source.end <= token.span.start:
            if token.text.lower() in THIRD_PERSON and token.relation == "nsubj":
                # "The minister said he would …": with one candidate asked about, it is meant.
                return self._marked(SOURCE)
        return found

    def parties(self, sentence: Sentence, i: int) -> tuple[Party, ...]:
        """As the plain resolver, but "[X] and [Y's] ministers" are both of the marked."""
        found = super().parties(sentence, i)
        if self._abreast and any(p.code in self.marks for p in found):
            return tuple(self._marked(code) for code in self.marks)
        return found

    @property
    def _abreast(self) -> bool:
        """Whether the two marks are only an "and" apart."""
        first, *rest = sorted(self.marks.values(), key=lambda m: m.start)
        return any(self.text[first.end : m.start].strip(" ,") == "and" for m in rest)

    def modifier(self, token: Token) -> Party | None:
        """As the plain resolver, but a marked word is always an actor."""
        code = self._touched(token.span)
        return self._marked(code) if code is not None else super().modifier(token)

    def _marked(self, code: str) -> Party:
        text = self.marks[code].of(self.text)
        return Party(self.marks[code], text, text, code)

    def _touched(self, span: Span) -> str | None:
        """The mark at these characters, the shorter one if they lie in each other."""
        found = [code for code, mark in self.marks.items() if mark.touches(span)]
        return min(found, key=lambda c: self.marks[c].end - self.marks[c].start, default=None)

    def _mark(self, sentence: Sentence, i: int) -> str | None:
        """The mark that holds the phrase's head, or else one inside its noun phrase."""
        code = self._touched(sentence.tokens[i].span)
        if code is not None:
            return code
        near = [sentence.reach(c.i) for c in sentence.children(i, *_INSIDE)]
        for code, mark in self.marks.items():
            if any(mark.touches(span) for span in near):
                return code
        return None


def relate_marked(sentences: Iterable[Sentence], resolver: MarkedResolver) -> str | None:
    """Return the type of the act that best joins the resolver's marks, or None if no sense does.

    Best is: source acts and target receives; then one of them does, and the other
    stands in the same clause or governs it. Ties go to the outer clause.
    """
    lexicon = load_lexicon()
    best: tuple[float, str] | None = None
    for sentence in sentences:
        scene = Scene(sentence, resolver, lexicon)
        drafts = scene.drafts(lenient=True)
        given = given_statuses(drafts)
        loose = (
            made
            for clause in sentence.clauses
            if clause.kind == "verb" and clause.head not in drafts
            if (made := scene.likeliest(clause)) is not None
        )
        weighed = ((made, 1.0) for made in drafts.values())
        for made, weight in (*weighed, *((made, _LOOSE) for made in loose)):
            depth = sentence.depths[made.head]
            value = (_fit(sentence, made, resolver.marks) - 0.02 * depth) * weight
            if value > _ENOUGH and (best is None or value > best[0]):
                clause = made.frame.clause
                status = status_of(clause, scene.by_head, lexicon, given, made.frame.light)
                best = (value, in_mood(made, status))
    return best[1] if best else None


# PLOVER has a type of its own for much that is announced or refused (codebook, auxiliary modes; the modality table of
# Hu et al., ACL 2024): what will be done is a promise or a threat, help that will not come is a refusal.
_ANNOUNCED = {
    "CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE",
    "ASSAULT": "THREATEN", "COERCE": "THREATEN", "SANCTION": "THREATEN", "PROTEST": "THREATEN",
}  # fmt: skip


_YIELDING = frozenset({"CONCEDE", "RETREAT"})
_PROMISING = frozenset({"agree", "consent", "offer", "pledge", "promise", "vow", "undertake"})


def in_mood(made: Draft, status: str) -> str:
    """The type of an act once its mood is counted: announced, refused, or as it is.

    Where PLOVER 2.0 and the public crosswalk from CAMEO differ, the crosswalk's (crosswalk.csv).
    """
    kind = load_crosswalk().get(made.sense.id, made.sense.type)
    carrier = made.frame.light or made.frame.clause
    if status == "negated" and kind in COOPERATIVE:
        return "REJECT"
    if kind in _YIELDING and (made.frame.lemma.split()[0] in _PROMISING or status == "possible"):
        return "AGREE"  # CAMEO 035, intent to yield, is an AGREE in the crosswalk and in PLV
    if status == "possible" and {"will", "shall", "would"} & set(carrier.modals):
        return _ANNOUNCED.get(kind, kind)
    return kind


def _fit(sentence: Sentence, made: Draft, marks: dict[str, Span]) -> float:
    """How well an act joins the marks, 0 to 2: one for its doer, one for whom it is done to."""
    acts, receives = _has(made.actor, marks, SOURCE), _has(made.recipient, marks, TARGET)
    if acts and TARGET in marks and _has(made.actor, marks, TARGET):
        receives = True  # "X and Y agreed to …": they do it to each other
    elif _wrong_way(made, marks, acts=acts, receives=receives):
        return 0.0
    head = (made.frame.light or made.frame.clause).head
    fit = (1.0 if acts else _near_source(sentence, made, head, marks[SOURCE])) + (
        1.0 if receives else _near_target(sentence, head, marks[TARGET])
    )
    if made.frame.light is None and made.frame.clause.kind == "noun" and not (acts and receives):
        # "after the killings": a noun by itself seldom joins whom it does not name.
        fit *= 0.5
    return fit


def _wrong_way(made: Draft, marks: dict[str, Span], *, acts: bool, receives: bool) -> bool:
    """Whether it is done to the source, or by the target."""
    suffers = SOURCE in marks and _has(made.recipient, marks, SOURCE)
    does = TARGET in marks and _has(made.actor, marks, TARGET)
    return (not acts and suffers) or (not receives and does)


def _has(parties: Iterable[Party], marks: dict[str, Span], code: str) -> bool:
    return code not in marks or any(p.code == code or p.span.touches(marks[code]) for p in parties)


def _near_source(sentence: Sentence, made: Draft, head: int, source: Span) -> float:
    """Less than one for a source that is only the subject above: "X said the fighters …"."""
    for i in (head, *(t.i for t in sentence.path_up(head))):
        for subject in sentence.children(i, "nsubj"):
            if sentence.reach(subject.i).touches(source):
                return 0.1 if any(p.known for p in made.actor) else 0.7
    return 0.4 if sentence.reach(head).touches(source) else 0.0


def _near_target(sentence: Sentence, head: int, target: Span) -> float:
    """Less than one for a target that only stands in the clause, or in one above it."""
    if sentence.reach(head).touches(target):
        return 0.6
    above = (t.i for t in sentence.path_up(head) if t.pos == "VERB")
    return 0.3 if any(sentence.reach(i).touches(target) for i in above) else 0.0
