# A paragraph may hold more than story: a caption in front, a prompt between two sentences,
# the same sentence again, a credit behind. Each is a noise, and what is left falls into
# pieces. Rule: a sentence is furniture only if it is a prompt in full; a label such as
# "Share" is a word of the story wherever it is not alone in its line.
"""What of a paragraph is story."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.alphabet.span import Span
from dragoman.body.captions import Lead, lead
from dragoman.body.credits import is_copyright
from dragoman.body.paragraphs import trimmed
from dragoman.body.passage import Noise
from dragoman.body.split import sentence_spans
from dragoman.body.strip import is_prompt, noisy_tail

#: Characters from which a sentence that comes twice is a copy, and no chance.
SHORTEST_COPY = 60
#: Characters; the same sentence twice in a row is a copy from here.
SHORTEST_ECHO = 25


def story_pieces(
    text: str, span: Span, known: Mapping[str, int], seen: set[str], noise: list[Noise]
) -> list[Span]:
    """Return the spans of *span* that are story, in order; the rest goes to *noise*.

    Args:
        text: a report.
        span: one of its paragraphs.
        known: how often each pair of capitalised words stands in the story.
        seen: long sentences of the paragraphs before; those of this one are added.
    """
    rest = _without_tail(text, span, noise)
    head = lead(rest.of(text), known)
    first: list[Span] = []
    if head is not None:
        first = _cut_lead(text, rest, head, noise)
        rest = Span(rest.start + head.start, rest.end)
    return [*first, *_sentences(text, rest, seen, noise)]


def _without_tail(text: str, span: Span, noise: list[Noise]) -> Span:
    """*span* without the furniture at its end, which becomes noise."""
    tail = noisy_tail(span.of(text))
    if tail is None:
        return span
    start, kind = span.start + tail[0], tail[1]
    left = trimmed(text, Span(span.start, start))
    if left is None:
        return span
    noise.append(Noise(Span(start, span.end), text[start : span.end], kind, None))
    return left


def _cut_lead(text: str, span: Span, head: Lead, noise: list[Noise]) -> list[Span]:
    """The foreign beginning of *span*: noise if it is a caption, else a piece of its own."""
    front = Span(span.start, span.start + head.end)
    begin = span.start + head.start
    if head.glued:
        left = text.rfind(" ", span.start, front.end) + 1 or span.start
        right = text.find(" ", begin, span.end)
        seam = Span(left, right if right > 0 else span.end)
        fixed = text[begin : seam.end] if head.caption else None
        noise.append(Noise(seam, seam.of(text), "glued", fixed))
    if head.caption:
        noise.append(Noise(front, front.of(text), "caption", None))
        return []
    return [front]


def _sentences(text: str, span: Span, seen: set[str], noise: list[Noise]) -> list[Span]:
    """*span* cut around the sentences in it that are no story."""
    sentences = sentence_spans(text, span)
    pieces: list[Span] = []
    start: int | None = None
    last, before = span.start, ""
    for sentence in sentences:
        said = sentence.of(text)
        kind = _kind(said, before, seen) if len(sentences) > 1 else None
        if len(said) >= SHORTEST_COPY:
            seen.add(said)
        before = said
        if kind is None:
            start = sentence.start if start is None else start
        else:
            noise.append(Noise(sentence, said, kind, None))
            if start is not None:
                pieces.append(Span(start, last))
            start = None
        last = sentence.end
    if start is not None:
        pieces.append(Span(start, last))
    return pieces


def _kind(sentence: str, before: str, seen: set[str]) -> str | None:
    """The kind of noise that *sentence* is; *before* stands before it."""
    if sentence in seen or (sentence == before and len(sentence) >= SHORTEST_ECHO):
        return "duplicate"
    if is_prompt(sentence):
        return "boilerplate"
    return "copyright" if is_copyright(sentence) else None
