"""Small files of every format, made by hand: no test opens a stored one."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence

STORY = (
    "Iran said on Tuesday that it had sold no drones to Russia, rejecting reports from Kyiv. "
    "Ukraine had shown the wreckage of five drones to reporters on Monday and asked the "
    "European Union to impose new sanctions on Tehran."
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Iran denies drone sale</title>
<meta property="og:site_name" content="The Courier">
<meta property="article:published_time" content="2022-10-18T10:00:00Z"></head>
<body><article><h1>Iran denies drone sale</h1>
<p>{STORY}</p><p>Diplomats in Brussels are to meet on Thursday to discuss the request.</p>
</article></body></html>""".encode()
RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Courier</title>
<item><title>Iran denies drone sale</title><link>https://courier.example/iran</link>
<pubDate>Tue, 18 Oct 2022 23:30:00 -0500</pubDate><author>Ann Lee</author>
<content:encoded><![CDATA[<p>{STORY}</p><p>Diplomats are to meet.</p>]]></content:encoded></item>
<item><title>Talks resume</title><description>Envoys of both states met in Geneva on Monday.</description></item>
<item><title>Only a headline</title></item></channel></rss>""".encode()
EML = f"""From: The Courier <news@courier.example>
Subject: Iran denies drone sale
Date: Tue, 18 Oct 2022 10:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="x"

--x
Content-Type: text/plain; charset=utf-8

{STORY}
--x
Content-Type: text/html; charset=utf-8

<p>{STORY}</p>
--x--
""".encode()


def pdf(pages: Sequence[Iterable[tuple[float, float, str]]], size: int = 10) -> bytes:
    """A PDF whose pages are (x, y, words) in Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for lines in pages:
        marks = "".join(
            f"BT /F1 {size} Tf {x} {y} Td ({words.replace('(', '').replace(')', '')}) Tj ET\n"
            for x, y, words in lines
        )
        objects.append(f"<< /Length {len(marks)} >>\nstream\n{marks}endstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    end += f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + end.encode()


def story_pdf() -> bytes:
    words = STORY.split()
    lines = [" ".join(words[at : at + 8]) for at in range(0, len(words), 8)]
    return pdf([[(60, 700 - 14 * n, line) for n, line in enumerate(lines)]])


def answer(
    page: bytes = PAGE,
    head: str = "Content-Type: text/html; charset=utf-8",
    url: str = "https://courier.example/iran",
    status: str = "200 OK",
    length: int | None = None,
) -> bytes:
    """One record of a WARC file: what a server answered."""
    http = f"HTTP/1.1 {status}\r\n{head}\r\n\r\n".encode() + page
    size = len(http) if length is None else length
    return (
        (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:12345678-0000-0000-0000-000000000000>\r\n"
            f"WARC-Target-URI: {url}\r\nWARC-Date: 2022-10-18T10:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {size}\r\n\r\n"
        ).encode()
        + http
        + b"\r\n\r\n"
    )


def packed(packing: str, body: bytes = PAGE, *, pieces: bool = False) -> bytes:
    """A record of an answer that was sent packed, and perhaps in pieces."""
    import pyarrow as pa

    codec = {"br": "brotli"}.get(packing, packing)
    data: bytes = pa.compress(body, codec=codec, asbytes=True)
    head = f"Content-Type: text/html; charset=utf-8\r\nContent-Encoding: {packing}"
    if pieces:
        cut = [data[at : at + 300] for at in range(0, len(data), 300)]
        data = b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in cut) + b"0\r\n\r\n"
        head += "\r\nTransfer-Encoding: chunked"
    return answer(data, head)


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def rows(count: int = 2) -> list[dict[str, object]]:
    return [
        {
            "headline": f"Drones {n}",
            "Body Text": STORY,
            "pub_date": "2022-10-18",
            "source": "The Courier",
        }
        for n in range(1, count + 1)
    ]


def lines(values: Iterable[object]) -> bytes:
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


def table(between: str = ",") -> bytes:
    keys = list(rows()[0])
    body = [between.join(keys)] + [between.join(f'"{row[key]}"' for key in keys) for row in rows()]
    return "\n".join(body).encode()


def parquet(values: Sequence[Mapping[str, object]] | None = None) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([dict(one) for one in values or rows()]), out)
    return out.getvalue()


def samples() -> dict[str, bytes]:
    """One small valid file of every format."""
    return {
        "a.txt": STORY.encode(),
        "a.html": PAGE,
        "a.pdf": story_pdf(),
        "a.rss": RSS,
        "a.warc": answer() + answer(url="https://courier.example/2"),
        "a.warc.gz": gzip.compress(answer()) + gzip.compress(answer()),
        "b.warc": packed("br") + packed("zstd", pieces=True) + packed("gzip", pieces=True),
        "a.jsonl": lines(rows()),
        "a.json": json.dumps({"articles": rows()}).encode(),
        "a.csv": table(),
        "a.tsv": table("\t"),
        "a.parquet": parquet(),
        "a.eml": EML,
        "a.zip": zipped({"one.txt": STORY.encode(), "two.html": PAGE}),
        "a.txt.gz": gzip.compress(STORY.encode()),
    }
