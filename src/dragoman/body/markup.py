# What is left of a page's source in its text: tags, entities, wiki and Markdown signs,
# letters read in a wrong encoding. Rule 1: an edit never changes the length of the text:
# what stands for "&nbsp;" is a space and five more. Rule 2: an edit gives back what the
# source certainly meant; where it cannot (an accent inside a name), the text stays and
# only the noise tells. Every pattern is bounded, so the time is linear.
"""Left-overs of HTML, wikis, Markdown, JSON and wrong encodings."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.alphabet.span import Span
from dragoman.body.passage import Noise

_TAGS = (
    "a|abbr|article|aside|b|big|blockquote|body|br|center|cite|div|em|figcaption|figure|font|footer"
    "|h[1-6]|head|header|hr|html|i|iframe|img|li|main|nav|ol|p|path|picture|q|ref|s|script|section"
    "|small|source|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|u|ul|video|wbr"
)
_TAG = re.compile(
    rf"(?:</?(?:{_TAGS})(?:\s[^<>\n]{{0,300}})?/?>|<!--[^<>\n]{{0,300}}-->)", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:amp;)?(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][\da-fA-F]{2,5});")
_ESCAPE = re.compile(r"\\u[\da-fA-F]{4}|(?<![:\w\\])\\[nrt](?=[A-Z\\\s\"“])|(?<=[.!?])\\n|\\\"")
#: Signs of wikis and of Markdown that are nothing but signs.
_SIGNS = re.compile(
    r"\[/?(?:caption|embed|gallery|video|audio|playlist|vc_\w{2,30}|et_\w{2,30})\b[^\[\]\n]{0,200}\]|"
    r"'{2,5}(?=[\w\"“(])(?=[^'\n]{1,200}'{2,5})|(?<=[\w.,!?)”\"])'{2,5}(?![\w'])"
    r"|\[\[(?:[^\[\]|\n]{1,80}\|)?(?=[^\[\]\n]{1,120}\]\])|(?<=[\w.)'’%])\]\]"
    r"|\{\{[^{}\n]{0,200}\}\}|^={2,5} ?(?=\w)| ?={2,5}$|^#{1,6} (?=\w)|^> ?(?=[\w“\"])"
    r"|\[(?:\d{1,3}|citation needed|edit|note \d{1,2})\](?!\()"
    r"|(?<![\w*])\*\*(?=[^\s*])(?=[^*\n]{1,300}\*\*)|(?<=[^\s*])\*\*(?![\w*])"
    r"|!\[[^\[\]\n]{0,200}\]\([^()\s]{1,300}\)|\[(?=[^\[\]\n]{1,200}\]\((?:https?:|/|www)[^()\s]{1,300}\))"
    r"|(?<=[^\[\n])\]\((?:https?:|/|www)[^()\s]{1,300}\)",
    re.MULTILINE,
)
#: Where '' stands for quotation marks, as wires write them: a mark of the sentence is inside.
_WIRE_QUOTE = re.compile(r"\w[,.!?]''(?=\s|$)", re.MULTILINE)
#: UTF-8 read as Windows-1252: signs that begin a letter there, and those that go on.
_FOLLOW = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MISREAD = re.compile(
    rf"[âð][{_FOLLOW}]{{2,3}}|Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|Â[\u00a0-\u00bf]"
    rf"|(?:[ÐÑ][{_FOLLOW}]){{2,40}}|[ÄÅ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ•™š›œžŸ]|(?<=[a-z])Ã[“”‘’–—]|â€[\x9d\ufffd]|(?<=[a-z])â(?=(?:s|t|re|ve|ll|d)\b)"
)
#: Signs of which a byte that no copy keeps is gone.
_CUT_SIGNS = {"â€\ufffd": "”", "â": "’"}
#: Marks without width, and control characters, where a word is cut by one.
_CUT_WORD = re.compile(
    r"[^\W\d_]{1,40}(?:[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u200e\u200f\u2060\ufeff]+[^\W\d_]{1,40})+"
)
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u200e\u200f\u2060\ufeff]+")
#: Most left-overs told one by one; beyond, the text is a page's source, and they are only blanked.
MOST_TOLD = 500


class Edit(NamedTuple):
    """Some characters, and what certainly stands for them."""

    span: Span
    meant: str
    whole: bool  #: whether the text can be mended in place, at its length


def without_markup(text: str) -> tuple[str, list[Noise]]:
    """Return *text*, as long as before, without left-overs of its source, and these as noise.

    >>> clear, noise = without_markup("Iran&nbsp;denied <b>it</b>.")
    >>> clear, [(n.text, n.fixed) for n in noise]
    ('Iran      denied    it    .', [('&nbsp;', ' '), ('<b>', ''), ('</b>', '')])
    """
    if not re.search(
        r"[<&\[{*\\=#âðÃÂÐÑÄÅ\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u2060\ufeff]|^>|''", text, re.M
    ):
        return text, []
    edits = sorted([*_markup(text), *_misread(text), *_cut_words(text)], key=lambda edit: edit.span)
    parts: list[str] = []
    noise: list[Noise] = []
    at = 0
    for span, meant, whole in edits:
        if span.start < at:
            continue
        old = span.of(text)
        parts += [text[at : span.start], _fitted(text, span, meant) if whole else old]
        at = span.end
        noise.append(Noise(span, old, "garbled", meant))
    return "".join([*parts, text[at:]]), noise[:MOST_TOLD]


def _markup(text: str) -> Iterator[Edit]:
    """Tags, entities, escapes and signs."""
    for match in _TAG.finditer(text):
        yield Edit(Span(*match.span()), "", True)
    for match in _ENTITY.finditer(text):
        meant = html.unescape(html.unescape(match.group()))
        if len(meant) == 1 and meant != "\ufffd":
            yield Edit(Span(*match.span()), " " if meant.isspace() else meant, True)
    for match in _ESCAPE.finditer(text):
        escape = match.group()
        meant = chr(int(escape[2:], 16)) if escape[1] == "u" else escape[1].strip("nrt") or " "
        if meant.isprintable():
            yield Edit(Span(*match.span()), meant, True)
    quotes = "''" in text and _WIRE_QUOTE.search(text) is not None
    for match in _SIGNS.finditer(text):
        if quotes and match.group() == "''":
            continue
        yield Edit(Span(*match.span()), "", True)


def _misread(text: str) -> Iterator[Edit]:
    """Letters and signs whose bytes were read in a wrong encoding."""
    for match in _MISREAD.finditer(text):
        form = match.group()
        for length in range(len(form), min(len(form), 2) - 1, -1):
            meant = _reread(form[:length])
            if meant is not None:
                span = Span(match.start(), match.start() + length)
                yield Edit(span, meant, not meant[0].isalpha())
                break


def _reread(form: str) -> str | None:
    """What the bytes of *form* mean in UTF-8; None if they mean nothing there."""
    if form in _CUT_SIGNS:
        return _CUT_SIGNS[form]
    try:
        raw = b"".join(
            bytes([ord(sign)]) if ord(sign) < 0x100 else sign.encode("cp1252") for sign in form
        )
        meant = raw.decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    return meant if meant.isprintable() or meant.isspace() else None


def _cut_words(text: str) -> Iterator[Edit]:
    """Words with a mark inside that nobody sees."""
    if _UNSEEN.search(text) is None:
        return
    for match in _CUT_WORD.finditer(text):
        yield Edit(Span(*match.span()), _UNSEEN.sub("", match.group()), False)


def _fitted(text: str, span: Span, meant: str) -> str:
    """*meant* with spaces up to the length of *span*, on the side where it belongs."""
    length = span.end - span.start
    opens = meant in ("“", "‘", "«", "(", "[")
    joins = meant in ("'", "’") and text[span.end : span.end + 1].isalpha()
    straight = meant == '"' and not text[max(0, span.start - 1) : span.start].strip()
    return meant.rjust(length) if opens or joins or straight else meant.ljust(length)
