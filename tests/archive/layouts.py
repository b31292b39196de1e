# Each layout is marked up as one family of sites does it; the names of classes are those that
# their software writes. The story in it is known, for it was made first and laid out afterwards.
"""Pages of many layouts, with the story that each of them holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import escape
from random import Random

from newsdesk import filled, sentence, story

_OUTLETS = ("The Courier", "Northern Herald", "Harbour Times", "Daily Ledger", "Radio Vale")
_TOPICS = "World Politics Economy Defence Culture Sport Opinion Science Travel Weather".split()


@dataclass(frozen=True, slots=True)
class Story:
    """What was published, before a page was made of it."""

    headline: str
    paragraphs: tuple[str, ...]
    author: str
    outlet: str
    day: date
    url: str
    dateline: str = ""  #: stands before the first paragraph, where the layout has one
    subheads: tuple[str, ...] = ()
    points: tuple[str, ...] = ()  #: items of a list in the story


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and what a reader of it should find."""

    layout: str
    data: bytes
    lines: tuple[str, ...]  #: paragraphs, without the headline; none: there is no story
    title: str | None
    author: str | None
    outlet: str | None
    published: date | None
    url: str | None


@dataclass(slots=True)
class Sheet:
    """A page in the making."""

    random: Random
    story: Story
    head: list[str] = field(default_factory=list)
    told: set[str] = field(default_factory=set)  #: fields that the page tells
    lines: list[str] | None = None  #: what is read of it; None: all paragraphs

    def links(self, count: int, name: str = "item") -> str:
        """A list of links to other stories."""
        made = (filled("{S} {act} {adj} {noun} near {T}", self.random) for _ in range(count))
        return "".join(
            f'<li class="{name}"><a class="{name}-link" href="/{n}/s.html">{one}</a></li>'
            for n, one in enumerate(made)
        )

    def words(self, count: int = 2) -> str:
        """Sentences that are not of this story."""
        return " ".join(sentence(self.random) for _ in range(count))

    def maybe(self, html: str, chance: float = 0.5) -> str:
        return html if self.random.random() < chance else ""

    def body(self, attributes: str = "", wrap: tuple[str, str] = ("", "")) -> list[str]:
        """The paragraphs as elements, with links, emphasis and odd spaces in them."""
        made = []
        for number, text in enumerate(self.story.paragraphs):
            shown = escape(text, quote=False)
            words = shown.split(" ")
            if len(words) > 8 and self.random.random() < 0.3:
                at = self.random.randrange(len(words) - 3)
                tag, href = self.random.choice((("a", ' href="/t"'), ("em", ""), ("strong", "")))
                words[at + 1] = f"<{tag}{href}>{words[at + 1]}</{tag}>"
                shown = " ".join(words)
            if number == 0 and self.story.dateline:
                shown = f"{self.story.dateline} {shown}"
            gap = self.random.choice(("", "\n      ", " "))
            made.append(f"{wrap[0]}<p{attributes}>{gap}{shown}{gap}</p>{wrap[1]}")
        return made

    def page(self, middle: str, attributes: str = "") -> str:
        """A whole page around *middle*: head, scripts, menus, a foot."""
        items = self.links(self.random.randint(8, 40), "menu-item")
        data = json.dumps({"items": [{"id": n, "t": "x" * 60} for n in range(200)]})
        return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">{"".join(self.head)}
<style>.a{{color:red}}</style><script>window.data = {data};</script></head>
<body{attributes}><header class="site-header"><a href="/">{self.story.outlet}</a>
<nav class="main-nav"><ul>{"".join(f'<li><a href="/{t}">{t}</a></li>' for t in _TOPICS)}</ul></nav></header>
{middle}
<div class="menu-more"><ul>{items}</ul></div>
<footer class="site-footer"><p>Copyright {self.story.outlet}. All rights reserved.</p>
<ul>{self.links(6, "foot")}</ul></footer><script src="/a.js"></script></body></html>"""


Layout = Callable[[Sheet], str]


# fmt: off

def _blog(sheet: Sheet) -> str:
    body = sheet.body()
    body.insert(2, f'<figure class="wp-block-image"><img src="/a.jpg" alt="A photo"><figcaption>{sheet.words(1)}</figcaption></figure>')
    share = '<div class="sharedaddy sd-sharing"><h3>Share this:</h3><ul><li><a href="#">Print</a></li></ul></div>'
    related = f'<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p>{sheet.words(1)}</p></div>'
    comments = "".join(
        f'<li class="comment"><div class="comment-body"><cite>{filled("{P}", sheet.random)}</cite><p>{sheet.words(3)}</p></div></li>'
        for _ in range(sheet.random.randint(0, 8))
    )
    return sheet.page(f"""<div id="content"><main><article class="post type-post">
<header class="entry-header"><h1 class="entry-title">{sheet.story.headline}</h1></header>
<div class="entry-content">{chr(10).join(body)}{share}{sheet.maybe(related)}</div>
<footer class="entry-footer"><span class="tags-links"><a href="/t/a">Arms</a></span></footer></article>
<div id="comments" class="comments-area"><h2 class="comments-title">Thoughts</h2><ol class="comment-list">{comments}</ol></div></main>
<aside class="widget-area"><section class="widget"><h2>Recent</h2><ul>{sheet.links(8)}</ul></section></aside></div>""")


def _wire(sheet: Sheet) -> str:
    body = sheet.body()
    photo = f'<div class="Enhancement"><figure class="Figure"><img src="/b.jpg"><figcaption class="Figure-caption"><p>{sheet.words(1)} (Photo)</p></figcaption></figure></div>'
    body.insert(3, photo)
    body.insert(5, f'<div class="Enhancement"><div class="PageListEnhancement"><ul>{sheet.links(3, "PageList-items-item")}</ul></div></div>')
    return sheet.page(f"""<main class="Page-main"><div class="Page-content">
<h1 class="Page-headline">{sheet.story.headline}</h1>
<div class="Page-storyBody"><div class="RichTextStoryBody RichTextBody">{chr(10).join(body)}</div></div></div>
<aside class="Page-aside"><ul>{sheet.links(12, "PagePromo")}</ul></aside></main>""")


def _broadsheet(sheet: Sheet) -> str:
    body = sheet.body(' class="css-at9mc1 evys1bk0"')
    half = len(body) // 2
    ad = '<div class="ad-wrapper" id="story-ad-1"><p>Advertisement</p></div>'
    column = '<div class="css-s99gbd StoryBodyCompanionColumn"><div class="css-53u6y8">{}</div></div>'
    return sheet.page(f"""<div id="app"><main id="site-content"><article id="story" class="css-vxcmzt">
<header class="css-1f7ibof"><h1 data-testid="headline">{sheet.story.headline}</h1><p id="article-summary">{sheet.words(1)}</p></header>
<section name="articleBody" class="meteredContent css-1r7ky0e">{column.format("".join(body[:half]))}{ad}{column.format("".join(body[half:]))}</section>
<div class="bottom-of-article"><p>{filled("{P}", sheet.random)} is a correspondent in {filled("{T}", sheet.random)}.</p></div></article></main></div>""")


def _broadcaster(sheet: Sheet) -> str:
    block = ('<div data-component="text-block" class="sc-18fde0d6-0"><div class="sc-7">', "</div></div>")
    body = sheet.body(' class="sc-eb7bd5f6-0"', block)
    body.insert(1, f'<div data-component="image-block"><figure><div><img src="/c.jpg"></div><figcaption>{sheet.words(1)}</figcaption></figure></div>')
    body.insert(4, f'<div data-component="links-block"><ul>{sheet.links(3)}</ul></div>')
    return sheet.page(f"""<main id="main-content"><article>
<div data-component="headline-block"><h1>{sheet.story.headline}</h1></div>{"".join(body)}
<div data-component="tags"><ul><li><a href="/t">Drones</a></li></ul></div></article>
<div data-component="related"><h2>More</h2><ul>{sheet.links(6)}</ul></div></main>""")


def _schema(sheet: Sheet) -> str:
    body = sheet.body()
    for number, head in enumerate(sheet.story.subheads):
        body.insert(2 + 3 * number, f"<h2>{head}</h2>")
    if sheet.story.points:
        body.append("<ul>" + "".join(f"<li>{one}</li>" for one in sheet.story.points) + "</ul>")
    lines = list(sheet.story.paragraphs)
    for number, head in enumerate(sheet.story.subheads):
        lines.insert(2 + 3 * number, head)
    sheet.lines = lines + list(sheet.story.points)
    return sheet.page(f"""<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{sheet.story.headline}</h1>
<div itemprop="articleBody" class="text">{chr(10).join(body)}</div>
<div class="tags"><a href="/t">Arms</a> <a href="/u">Trade</a></div></div>""")


def _div_lines(sheet: Sheet) -> str:
    body = "".join(
        f'<div class="article-body__paragraph__2-BtD" data-testid="paragraph-{n}">{escape(text, quote=False)}</div>'
        for n, text in enumerate(sheet.story.paragraphs)
    )
    return sheet.page(f"""<main><article><header><h1>{sheet.story.headline}</h1></header>
<div class="article-body__content__17Yit">{body}</div></article></main>""")


def _breaks(sheet: Sheet) -> str:
    body = "<br /><br />\n".join(escape(text, quote=False) for text in sheet.story.paragraphs)
    return sheet.page(f"""<div class="main"><h3 class="post-title entry-title">{sheet.story.headline}</h3>
<div class="post-body entry-content" id="post-body-1">{body}<div style="clear: both;"></div></div></div>""")


def _table_cells(sheet: Sheet) -> str:
    return sheet.page(f"""<table width="100%"><tr><td width="150"><a href="/1">News</a><br><a href="/2">Archive</a></td>
<td><h1>{sheet.story.headline}</h1>{"".join(sheet.body())}</td><td><b>Links</b><ul>{sheet.links(5)}</ul></td></tr></table>""")


def _encyclopedia(sheet: Sheet) -> str:
    body = sheet.body()
    lines = list(sheet.story.paragraphs)
    for number, head in enumerate(sheet.story.subheads):
        at = 1 + 3 * number
        body.insert(at, f'<div class="mw-heading mw-heading2"><h2>{head}</h2><span class="mw-editsection">[<a href="/e">edit</a>]</span></div>')
        lines.insert(at, head)
    box = f'<table class="infobox"><tr><th>Date</th><td>{sheet.story.day}</td></tr><tr><th>Place</th><td>{filled("{T}", sheet.random)}</td></tr></table>'
    notes = "".join(f'<li id="cite-{n}"><cite>{filled("{P}", sheet.random)}</cite>, {sheet.words(1)}</li>' for n in range(9))
    sheet.lines = lines
    return sheet.page(f"""<div id="content" class="mw-body"><h1 id="firstHeading">{sheet.story.headline}</h1>
<div id="mw-content-text"><div class="mw-parser-output">{box}{chr(10).join(body)}
<div class="reflist"><ol class="references">{notes}</ol></div><div class="navbox"><ul>{sheet.links(9)}</ul></div></div></div></div>""")


def _live(sheet: Sheet) -> str:
    posts = "".join(
        f'<article class="live-post" id="p{n}"><time datetime="{sheet.story.day}T1{n % 10}:00">1{n % 10}:00</time><h2>{filled("{S} {act} {noun}", sheet.random)}</h2>{one}</article>'
        for n, one in enumerate(sheet.body())
    )
    return sheet.page(f"""<main><h1>{sheet.story.headline}</h1><div class="live-blog">{posts}</div></main>""")


def _thread(sheet: Sheet) -> str:
    story_ = sheet.story.paragraphs[:3]
    sheet.lines = list(story_)
    body = "".join(f"<p>{escape(one, quote=False)}</p>" for one in story_)
    posts = "".join(
        f'<div class="msg-row"><b>{filled("{P}", sheet.random)}</b><div class="msg"><p>{sheet.words(3)}</p><p>{sheet.words(2)}</p></div></div>'
        for _ in range(12)
    )
    return sheet.page(f"""<main><div class="item"><h1>{sheet.story.headline}</h1><div class="txt">{body}</div></div>
<div class="talk">{posts}</div></main>""")


def _front(sheet: Sheet) -> str:
    sheet.lines = []
    cards = "".join(
        f'<div class="card"><h3><a href="/{n}">{filled("{S} {act} {noun} near {T}", sheet.random)}</a></h3><p class="card-text">{sheet.words(2)}</p></div>'
        for n in range(24)
    )
    return sheet.page(f'<main><section class="grid">{cards}</section></main>')


def _consent(sheet: Sheet) -> str:
    ask = "".join(
        f"<p>We and our {n} partners store and read data on your device, such as cookies, to show you what you like. You may change your mind at any time.</p>"
        for n in range(3, 9)
    )
    name = sheet.random.choice(('id="onetrust-banner"', 'class="fc-dialog"', 'class="cookie-consent"', 'role="dialog"'))
    return sheet.page(f"""<div {name}><h2>We value your privacy</h2>{ask}<button>Agree</button></div>
<main><article class="article"><h1>{sheet.story.headline}</h1><div class="article-body">{"".join(sheet.body())}</div></article></main>""")


def _paywall(sheet: Sheet) -> str:
    sheet.lines = list(sheet.story.paragraphs[:1])
    first = sheet.body()[0]
    return sheet.page(f"""<main><article><h1>{sheet.story.headline}</h1><div class="article-body">{first}</div>
<div class="offer"><h2>Read on with a subscription</h2><p>Three months for one a month, and all our letters from abroad every morning.</p>
<p>Cancel whenever you like; no reasons are asked, and what you paid for the month is yours to the end.</p></div></article></main>""")


def _endless(sheet: Sheet) -> str:
    other = "".join(f"<p>{sheet.words(3)}</p>" for _ in range(8))
    return sheet.page(f"""<main><article class="story"><h1>{sheet.story.headline}</h1>{"".join(sheet.body())}</article>
<article class="story"><h1>{filled("{S} {act} {noun}", sheet.random)}</h1>{other}</article></main>""")


def _magazine(sheet: Sheet) -> str:
    body = sheet.body()
    first = sheet.random.choice(sheet.story.paragraphs)
    body.insert(3, f'<aside class="pullquote"><p>{escape(first.split(". ")[0], quote=False)}</p></aside>')
    body.insert(5, f'<div class="related-inline"><span>See also</span> <a href="/x">{filled("{S} {act} {noun}", sheet.random)}</a></div>')
    body.append('<div class="author-bio"><p>The author has written from seven countries.</p></div>')
    return sheet.page(f"""<article class="longread"><header><h1>{sheet.story.headline}</h1><p class="standfirst">{sheet.words(1)}</p></header>
<div class="longread__content">{chr(10).join(body)}</div></article>""")


def _ministry(sheet: Sheet) -> str:
    return sheet.page(f"""<main role="main" class="container"><h1>{sheet.story.headline}</h1>
<div class="field field--name-body field__item">{chr(10).join(sheet.body())}</div>
<div class="contact-box"><p>Press office: 12 34 56</p></div></main>""")


def _mirror(sheet: Sheet) -> str:
    return sheet.page(f"""<article><header><h1>{sheet.story.headline}</h1></header>{chr(10).join(sheet.body())}
<footer>Filed under: <a href="/t">Arms</a></footer></article><section class="more"><h2>More</h2><ul>{sheet.links(8)}</ul></section>""")


def _mobile(sheet: Sheet) -> str:
    body = sheet.body()
    body.insert(2, '<amp-ad width="300" height="250" type="a"></amp-ad>')
    body.insert(4, '<amp-img src="/a.jpg" width="4" height="3"></amp-img>')
    return sheet.page(f"""<main><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{sheet.story.headline}</h1></header>
<div class="amp-wp-article-content">{"".join(body)}</div></article></main>""")


def _radio(sheet: Sheet) -> str:
    body = sheet.body()
    body.insert(2, f'<div class="wsw__embed"><figure class="media-image"><img src="/d.jpg"><figcaption>{sheet.words(1)}</figcaption></figure></div>')
    body.insert(5, f'<div class="media-block also-read"><a href="/z"><span class="label">SEE ALSO:</span> <h4>{filled("{S} {act} {noun}", sheet.random)}</h4></a></div>')
    return sheet.page(f"""<div class="container"><h1 class="title pg-title">{sheet.story.headline}</h1>
<div class="body-container"><div class="wsw">{chr(10).join(body)}</div></div>
<ul class="author-list"><li class="links__item"><a href="/au">{sheet.story.author}</a></li></ul></div>""")


def _tabloid(sheet: Sheet) -> str:
    made = []
    for number, one in enumerate(sheet.body(' class="mol-para-with-font"')):
        made.append(one)
        if number % 3 == 1:
            made.append(f'<div class="ad-slot" id="ad-{number}"></div>')
        if number % 4 == 2:
            made.append(f'<p class="imageCaption">{sheet.words(1)}</p>')
    made.insert(4, '<div class="newsletter-signup"><p>Sign up for our morning letter and never miss a thing.</p><form><input name="e"><button>Go</button></form></div>')
    made.append(f'<ul class="related-links">{sheet.links(4)}</ul>')
    return sheet.page(f"""<div id="js-article-text" class="article-text wide"><h1>{sheet.story.headline}</h1>
<div itemprop="articleBody">{"".join(made)}</div></div>""")


def _plain(sheet: Sheet) -> str:
    return f"""<!DOCTYPE html><html><head><title>{sheet.story.headline}</title>{"".join(sheet.head)}</head>
<body><h1>{sheet.story.headline}</h1>{"".join(sheet.body())}</body></html>"""


def _hidden(sheet: Sheet) -> str:
    body = sheet.body()
    body.insert(1, f'<div style="display:none"><p>{sheet.words(3)}</p></div>')
    body.insert(3, f'<div hidden><p>{sheet.words(2)}</p></div>')
    body.insert(4, f'<noscript><p>{sheet.words(2)}</p></noscript><template><p>{sheet.words(2)}</p></template>')
    return sheet.page(f"""<main><article><h1>{sheet.story.headline}</h1><div class="story-body">{"".join(body)}</div></article></main>""")


LAYOUTS: Mapping[str, Layout] = {
    "blog": _blog, "wire": _wire, "broadsheet": _broadsheet, "broadcaster": _broadcaster, "schema": _schema,
    "div lines": _div_lines, "breaks": _breaks, "table cells": _table_cells, "encyclopedia": _encyclopedia,
    "live": _live, "thread": _thread, "front": _front, "consent": _consent, "paywall": _paywall,
    "endless": _endless, "magazine": _magazine, "ministry": _ministry, "mirror": _mirror, "mobile": _mobile,
    "radio": _radio, "tabloid": _tabloid, "plain": _plain, "hidden": _hidden,
}
# fmt: on


def made(layout: str, seed: int) -> Page:
    """One page of a layout; the same *seed* makes the same page."""
    random = Random(f"{layout} {seed}")
    told = _story(random)
    sheet = Sheet(random, told)
    _describe(sheet)
    data = LAYOUTS[layout](sheet)
    lines = told.paragraphs if sheet.lines is None else tuple(sheet.lines)
    if lines and told.dateline and layout not in ("div lines", "breaks", "thread"):
        first = lines.index(told.paragraphs[0])
        dated = f"{told.dateline} {lines[first]}"
        lines = (*lines[:first], dated, *lines[first + 1 :])
    said = sheet.told
    return Page(
        layout=layout,
        data=data.encode(),
        lines=tuple(lines),
        title=told.headline,
        author=told.author if "author" in said or layout == "radio" else None,
        outlet=told.outlet if "outlet" in said else None,
        published=told.day if "day" in said else None,
        url=told.url if "url" in said else None,
    )


def _story(random: Random) -> Story:
    headline, *paragraphs = story(random, random.randint(12, 40))
    place = filled("{T}", random).upper()
    return Story(
        headline=headline.rstrip("."),
        paragraphs=tuple(paragraphs),
        author=filled("{P}", random),
        outlet=random.choice(_OUTLETS),
        day=date(2015, 1, 1) + timedelta(random.randrange(3_500)),
        url=f"https://news{random.randrange(99)}.example/world/story-{random.randrange(10**6)}",
        dateline=f"{place}, {filled('{S}', random)} (NW) —" if random.random() < 0.3 else "",
        subheads=tuple(filled("What the {noun} means", random) for _ in range(2)),
        points=tuple(sentence(random) for _ in range(random.choice((0, 3)))),
    )


def _describe(sheet: Sheet) -> None:
    """The head: what a page says of itself, each time in another way."""
    story_, random, head = sheet.story, sheet.random, sheet.head
    day = f"{story_.day}T{random.randrange(10, 24)}:30:00{random.choice(('Z', '+02:00', '-05:00', ''))}"
    head.append(f"<title>{story_.headline} - {story_.outlet}</title>")
    if random.random() < 0.8:
        head.append(f'<meta property="og:title" content="{escape(story_.headline)}">')
        head.append(f'<meta property="og:site_name" content="{story_.outlet}">')
        head.append(f'<meta property="og:url" content="{story_.url}">')
        sheet.told |= {"outlet", "url"}
    if random.random() < 0.5:
        head.append(f'<meta property="article:published_time" content="{day}">')
        head.append(f'<meta name="author" content="{story_.author}">')
        sheet.told |= {"day", "author"}
    if random.random() < 0.5:
        value = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": story_.headline,
            "datePublished": day,
            "dateModified": f"{story_.day + timedelta(3)}T10:00:00Z",
            "author": [{"@type": "Person", "name": story_.author}],
            "publisher": {"@type": "Organization", "name": story_.outlet},
        }
        head.append(f'<script type="application/ld+json">{json.dumps(value)}</script>')
        sheet.told |= {"day", "author", "outlet"}
    if random.random() < 0.5:
        head.append(f'<link rel="canonical" href="{story_.url}">')
        sheet.told |= {"url"}
