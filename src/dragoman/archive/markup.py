# For what is no page but the body of one: an entry of a feed, a cell of a table, a mail. All
# of it is story, so nothing has to be found or left out but the tags.
"""A piece of HTML as paragraphs of text."""

from __future__ import annotations

import html
import re

_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|table|img)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    "p div br ul ol li h1 h2 h3 h4 h5 h6 blockquote table tr section article header footer figure "
    "figcaption hr pre dl dt dd td th main aside body".split()
)
_SILENT = frozenset(
    "script style template noscript head title iframe object svg form button".split()
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
#: Elements beyond which a piece of a page is no news.
MOST_ELEMENTS = 200_000


def is_markup(text: str) -> bool:
    """Whether *text* holds tags: one sign of "less than" in prose is none."""
    return _TAG.search(text[:20_000]) is not None


def text_of(markup: str) -> str:
    """Return the words of *markup*, a blank line between blocks; "" if there are none."""
    from lxml import etree

    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(f"<div>{markup}</div>".replace("\0", " "), parser)
    except (etree.LxmlError, ValueError):
        return html.unescape(re.sub(r"<[^<>]{0,2000}>", " ", markup)).strip()
    if root is None:
        return ""
    words: list[str] = []
    silent = 0
    for count, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end"))):
        if count > MOST_ELEMENTS:
            break
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            silent += tag in _SILENT
            words.append("\n" if tag in _BLOCKS else "")
            words.append("" if silent else _SPACE.sub(" ", element.text or ""))
        else:
            silent -= tag in _SILENT
            words.append("\n" if tag in _BLOCKS else "")
            words.append("" if silent else _SPACE.sub(" ", element.tail or ""))
    lines = (line.strip() for line in "".join(words).split("\n"))
    return "\n\n".join(line for line in lines if line)
