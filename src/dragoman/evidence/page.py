"""What one report's attribution works on, and the claims made so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.alphabet.calendar import WEEKDAYS
from dragoman.alphabet.ids import content_id
from dragoman.alphabet.skipped import Skipped
from dragoman.alphabet.span import Span
from dragoman.body.passage import Passage
from dragoman.clauses.clause import Sentence
from dragoman.evidence.claim import Claim, Speaker
from dragoman.evidence.quotes import Quote
from dragoman.evidence.speakers import Speakers, trimmed
from dragoman.evidence.spoken import spoken_stance

#: Those by which somebody denies what was said before (answers.py): "Tehran denies it".
POINTING = frozenset({"it", "this", "that", "these", "those", "them"})
#: Words that stand for what was said elsewhere.
_PRONOUNS = frozenset(
    "it this that these those them him her me us what which who whom so so. "
    "itself himself herself themselves ourselves".split()
)
_WHEN = frozenset({*(day.lower() for day in WEEKDAYS), "on", "late", "early", "last", "today"})

#: How a report leads over from sentence to sentence, which nobody in it says.
_LED = re.compile(
    r"\s*(?:(?:But|And|Yet),? |(?:Still|However|In fact|For instance|For example|In addition"
    r"|Meanwhile|Instead|Moreover|Indeed|Also|Then|Thus|Nevertheless|Nonetheless),)\s*(?=\S)"
)
_UNNAMED = re.compile(r"(?:not to be|to remain|for) (?:named|identified|quoted|anonym)")


@dataclass(frozen=True, slots=True)
class Content:
    """What is said. *own* is what more of the sentence belongs to the cue: "called [for]"."""

    span: Span
    quoted: bool = False
    own: Span | None = None
    more: Span | None = None  #: the other side of an inserted ", critics say,"
    thing: bool = False  #: no clause, but what somebody speaks of: "praised [the army]"


@dataclass
class Page:
    """One report: its characters, quotations by passage, speakers, and its claims."""

    text: str
    passages: Sequence[Passage]
    quotes: Sequence[tuple[Quote, ...]]
    speakers: Speakers
    made: list[Claim] = field(default_factory=list)
    #: who is said to speak by "X said:", with the cue, by the passage that this closes
    leads: dict[int, tuple[Speaker, Span]] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    sentences: Sequence[Sentence] = ()

    def quotes_of(self, sentence: Sentence) -> list[Quote]:
        """The quotations that share characters with *sentence*, in order."""
        if sentence.passage >= len(self.quotes):
            return []
        return [q for q in self.quotes[sentence.passage] if q.span.touches(sentence.span)]

    def claim(
        self,
        speaker: Speaker,
        cue: Span,
        content: Span,
        stance: str,
        quoted: bool,
        mind: bool = False,
    ) -> Claim | None:
        """Add a claim; one without content, or with a pronoun for it that denies nothing, is none."""
        content = trimmed(self.text, content if quoted else self._begun(content))
        said = content.of(self.text).lower()
        if content.end <= content.start or _only_says_when(said):
            return None
        if said in _PRONOUNS and (stance != "denies" or said not in POINTING):
            return None
        if _UNNAMED.match(said):
            return None  # "who asked not to be named"
        if speaker.text.lower() == "you":
            return None  # whoever is spoken to, or nobody: "you might think"
        made_id = content_id("claim", cue.start, cue.end, content.start, content.end)
        made = Claim(
            id=made_id,
            speaker=speaker,
            cue=cue,
            content=content,
            stance=stance,
            quoted=quoted,
            mind=mind,
        )
        self.made.append(made)
        return made

    def _begun(self, content: Span) -> Span:
        """*content* without the report's own "But" or "In fact," before it."""
        found = _LED.match(self.text, content.start, content.end)
        return Span(found.end(), content.end) if found is not None else content

    def speech(self, speaker: Speaker, cue: Span, content: Span) -> None:
        """Add the claim of direct speech that no verb of its own leads in."""
        stance = spoken_stance(self.text, self.sentences, content)
        self.claim(speaker, cue, content, stance, True)

    def extend(self, claim: Claim, piece: Span, quoted: bool = True) -> Claim:
        """Let *claim*'s speech go on in *piece*, *quoted* or not; its longest piece is its content."""
        piece = trimmed(self.text, piece if quoted else self._begun(piece))
        longest, *rest = sorted((*claim.pieces, piece), key=lambda p: (p.start - p.end, p.start))
        made_id = content_id("claim", claim.cue.start, claim.cue.end, longest.start, longest.end)
        longer = replace(
            claim,
            id=made_id,
            content=longest,
            more=tuple(sorted(rest)),
            quoted=claim.quoted or quoted,
        )
        self.made[self.made.index(claim)] = longer
        return longer


def _only_says_when(content: str) -> bool:
    """Whether words are a weekday and no more: "agreed on Monday" says nothing of Monday."""
    return all(word in _WHEN for word in content.split())
