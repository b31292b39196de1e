from __future__ import annotations

import gzip
import io
import json
import struct
import zipfile
import zlib
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.alphabet.errors import ReportError
from dragoman.archive.formats import form_of, reports_in
from dragoman.archive.report import Report

from .making import (
    EML,
    PAGE,
    RSS,
    STORY,
    answer,
    lines,
    parquet,
    rows,
    samples,
    story_pdf,
    table,
    zipped,
)

DAY = date(2022, 10, 18)


def found(name: str, data: bytes) -> list[Report | ReportError]:
    return list(reports_in(name, io.BytesIO(data)))


def reports(name: str, data: bytes) -> list[Report]:
    return [one for one in found(name, data) if isinstance(one, Report)]


def refusals(name: str, data: bytes) -> list[str]:
    return [str(one) for one in found(name, data) if isinstance(one, ReportError)]


@pytest.mark.parametrize("name", samples())
def test_every_format_is_known_by_its_bytes_or_its_name(name: str) -> None:
    assert STORY[:30] in reports(name, samples()[name])[0].text


@pytest.mark.parametrize(
    "name", ["a.html", "a.pdf", "a.rss", "a.warc", "a.parquet", "a.zip", "a.txt.gz"]
)
def test_a_wrong_name_hides_no_format(name: str) -> None:
    data = samples()[name]
    assert form_of("a.txt", data[:4_096]) == form_of(name, data[:4_096])


def test_prose_in_a_file_called_xml_is_prose() -> None:
    assert reports("a.xml", STORY.encode())[0].text == STORY


class TestFeeds:
    def test_an_entry_tells_all_about_itself(self) -> None:
        first = reports("a.rss", RSS)[0]
        assert first.text == f"{STORY}\n\nDiplomats are to meet."
        assert (first.title, first.outlet, first.author) == (
            "Iran denies drone sale",
            "The Courier",
            "Ann Lee",
        )
        assert (first.published, first.dated_by) == (DAY, "metadata")
        assert (first.url, first.name) == ("https://courier.example/iran", "a.rss#1")

    def test_a_summary_is_marked_as_one_and_a_headline_refused(self) -> None:
        assert reports("a.rss", RSS)[1].notes == ("only the beginning of the story: its summary",)
        assert refusals("a.rss", RSS) == [
            "a.rss#3: has a headline only. Fetch the page that it points to. [report]"
        ]

    def test_atom_is_read(self) -> None:
        atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title><entry><title>t</title>
        <updated>2022-10-18T23:00:00-05:00</updated><content type="html">&lt;p&gt;{STORY}&lt;/p&gt;</content></entry></feed>"""
        (report,) = reports("a.atom", atom.encode("utf-16"))
        assert (report.text, report.published) == (STORY, DAY)

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def test_entities_are_refused(self, encoding: str) -> None:
        trap = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        (said,) = refusals(
            "a.rss",
            (trap + "<rss><channel><item><title>&x;</title></item></channel></rss>").encode(
                encoding
            ),
        )
        assert "declares entities of its own" in said

    def test_a_feed_of_nothing_but_tags_is_refused(self) -> None:
        assert "more tags than any feed" in refusals("a.rss", b"<rss>" + b"<a>" * 300_000)[0]

    def test_bytes_that_look_like_an_address_are_not_fetched(self) -> None:
        assert "no entries" in refusals("a.rss", b"<rss>http://127.0.0.1:9/feed</rss>")[0]


class TestWarc:
    def test_each_page_has_the_address_it_came_from_and_its_place(self) -> None:
        data = answer() + answer(url="https://courier.example/two")
        first, second = reports("a.warc", data)
        assert (first.url, second.url) == (
            "https://courier.example/iran",
            "https://courier.example/two",
        )
        assert first.custody is not None
        assert second.custody is not None
        assert (first.custody.offset, second.custody.offset) == (0, len(answer()))
        assert first.custody.sha256 == sha256(PAGE).hexdigest()

    def test_packed_records_are_found_again_by_their_packed_place(self) -> None:
        first, second = gzip.compress(answer()), gzip.compress(answer())
        custody = reports("a.warc.gz", first + second)[1].custody
        assert custody is not None
        assert custody.offset == len(first)

    def test_pictures_and_errors_are_passed_over(self) -> None:
        data = (
            answer(b"\x89PNG", "Content-Type: image/png")
            + answer(status="404 Not Found")
            + answer()
        )
        assert len(found("a.warc", data)) == 1

    def test_packed_answers_are_unpacked(self) -> None:
        head = "Content-Type: text/html\r\nContent-Encoding: gzip"
        assert STORY[:20] in reports("a.warc", answer(gzip.compress(PAGE), head))[0].text

    @pytest.mark.parametrize("packing", ["gzip", "deflate"])
    def test_a_packed_answer_of_nothing_but_zeros_is_refused(self, packing: str) -> None:
        body = (gzip.compress if packing == "gzip" else zlib.compress)(bytes(30_000_000))
        head = f"Content-Type: text/html\r\nContent-Encoding: {packing}"
        (first, second) = found("a.warc", answer(body, head) + answer())
        assert "200 times its size" in str(first)
        assert isinstance(second, Report)

    def test_a_length_that_lies_costs_that_record(self) -> None:
        told = found("a.warc", answer() + answer(length=10**12))
        assert isinstance(told[0], Report)

    def test_a_file_that_breaks_off_says_so(self) -> None:
        data = gzip.compress(answer()) + gzip.compress(answer())[:-40]
        assert "breaks off" in str(found("a.warc.gz", data)[-1])

    def test_a_file_without_pages_is_refused(self) -> None:
        assert "has no stored pages" in refusals("a.warc", answer(status="404 Not Found"))[0]


class TestTables:
    @pytest.mark.parametrize(
        ("name", "data"), [("a.csv", table()), ("a.tsv", table("\t")), ("a.csv", table(";"))]
    )
    def test_columns_are_known_by_common_names(self, name: str, data: bytes) -> None:
        first = reports(name, data)[0]
        assert (first.text, first.title, first.published, first.outlet) == (
            STORY,
            "Drones 1",
            DAY,
            "The Courier",
        )

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
    def test_a_table_in_another_encoding_is_read(self, encoding: str) -> None:
        data = f'text,title\n"{STORY} “Never”, he said.",Café'.encode(encoding)
        (report,) = reports("a.csv", data)
        assert report.text.endswith("“Never”, he said.")
        assert report.title == "Café"

    def test_a_table_without_a_text_is_told_its_columns(self) -> None:
        assert (
            "no column for the text (it has id, headline)"
            in refusals("a.csv", b"id,headline\n1,a")[0]
        )

    def test_an_empty_row_is_refused_alone(self) -> None:
        data = table() + b'\n"Drones 3","","",""'
        assert refusals("a.csv", data) == [
            "a.csv#3: has no text. Its columns for text are empty. [report]"
        ]

    def test_a_table_of_names_only_holds_no_reports(self) -> None:
        assert "holds no reports" in refusals("a.csv", b"text,title\n")[0]

    def test_parquet_unpacks_only_what_it_needs_and_numbers_rows(self) -> None:
        values = [{**row, "vector": [0.1] * 9} for row in rows(70)]
        found_ = reports("a.parquet", parquet(values))
        assert (len(found_), found_[69].name) == (70, "a.parquet#70")

    @pytest.mark.parametrize(
        "damage",
        [
            lambda d: d[:-9],
            lambda d: d[:4] + bytes(len(d) - 8) + d[-4:],
            lambda d: d[:40] + bytes(90) + d[130:],
        ],
    )
    def test_a_damaged_table_is_refused(self, damage: object) -> None:
        assert "damaged" in refusals("a.parquet", damage(parquet()))[-1]  # type: ignore[operator]


class TestObjects:
    @pytest.mark.parametrize(
        "value",
        [
            {"status": "ok", "articles": [{"source": {"id": None, "name": "C"}, "author": "Ann Lee", "title": "T", "content": STORY, "publishedAt": "2022-10-18T10:00:00Z", "url": "https://c.example/"}]},
            {"response": {"results": [{"webTitle": "T", "webPublicationDate": "2022-10-18T10:00:00Z", "webUrl": "https://c.example/", "fields": {"bodyText": STORY, "byline": "Ann Lee"}, "publication": "C"}]}},
            {"response": {"docs": [{"headline": {"main": "T"}, "byline": {"original": "Ann Lee"}, "pub_date": "2022-10-18", "web_url": "https://c.example/", "lead_paragraph": STORY, "source": "C"}]}},
            {"articles": {"results": [{"title": "T", "body": STORY, "dateTimePub": "2022-10-18T10:00:00Z", "url": "https://c.example/", "source": {"uri": "c.example", "title": "C"}, "authors": [{"name": "Ann Lee"}]}]}},
            {"posts": [{"thread": {"site": "C"}, "title": "T", "text": STORY, "published": "2022-10-18T02:00:00.000+03:00", "url": "https://c.example/", "author": "Ann Lee"}]},
            [{"title": "T", "maintext": STORY, "date_publish": "2022-10-18 10:00:00", "source_domain": "C", "authors": ["Ann Lee"], "url": "https://c.example/"}],
            {"@type": "NewsArticle", "headline": "T", "articleBody": STORY, "datePublished": "2022-10-18", "publisher": {"name": "C"}, "author": {"name": "Ann Lee"}, "url": "https://c.example/"},
            {"rows": [{"row_idx": 0, "row": {"title": "T", "text": STORY, "date": "2022-10-18", "domain": "C", "author": "Ann Lee", "url": "https://c.example/"}}]},
            {"hits": {"hits": [{"_source": {"title": "T", "body": f"<p>{STORY}</p>", "date": 1_666_087_200, "publisher": "C", "author": "Ann Lee", "link": "https://c.example/"}}]}},
        ],
        ids=["newsapi", "guardian", "nyt", "event-registry", "webz", "news-please", "schema-org", "hf-rows", "search"],
    )  # fmt: skip
    def test_the_layouts_of_news_services_are_known(self, value: object) -> None:
        (report,) = reports("a.json", json.dumps(value).encode())
        assert (report.text, report.title, report.published) == (STORY, "T", DAY)
        assert (report.outlet, report.author, report.url) == ("C", "Ann Lee", "https://c.example/")

    def test_lines_are_read_one_by_one_and_a_bad_one_is_refused_alone(self) -> None:
        data = lines(rows(1)) + b"{broken\n\n[1]\n" + lines(rows(1))
        told = found("a.jsonl", data)
        assert [isinstance(one, Report) for one in told] == [True, False, False, True]
        assert [one.name for one in told] == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#4", "a.jsonl#5"]

    def test_a_line_is_found_again_by_its_place_and_its_sum(self) -> None:
        data = lines(rows(2))
        custody = reports("a.jsonl", data)[1].custody
        assert custody is not None
        assert custody.offset is not None
        assert sha256(data[custody.offset :].rstrip()).hexdigest() == custody.sha256

    @pytest.mark.parametrize(
        "data", [b"[" * 200_000, b'{"a":' * 100_000, b"nothing", b'{"text": NaN, "a": 1', b'"text"']
    )
    def test_what_is_no_list_of_articles_is_refused(self, data: bytes) -> None:
        assert len(refusals("a.json", data)) == 1

    def test_half_a_character_is_replaced(self) -> None:
        (report,) = reports("a.json", b'{"text": "Iran \\ud800 said on Monday it sold drones."}')
        assert report.text.startswith("Iran \ufffd said")

    def test_a_text_cut_by_its_service_says_so(self) -> None:
        (report,) = reports("a.json", json.dumps({"content": STORY + "… [+1200 chars]"}).encode())
        assert report.notes == ("the text was cut short by the service it comes from",)


class TestMail:
    def test_a_mail_is_its_plain_text_with_its_head(self) -> None:
        (report,) = reports("a.eml", EML)
        assert (report.text.strip(), report.title, report.outlet) == (
            STORY,
            "Iran denies drone sale",
            "The Courier",
        )
        assert report.published == DAY

    def test_a_mail_of_html_is_read_without_tags(self) -> None:
        data = f"Subject: t\nContent-Type: text/html; charset=iso-8859-1\n\n<p>{STORY}</p><p>Café</p>".encode(
            "latin-1"
        )
        assert reports("a.eml", data)[0].text == f"{STORY}\n\nCafé"

    def test_attachments_are_read(self) -> None:
        from email.message import EmailMessage

        mail = EmailMessage()
        mail["Subject"] = "Today"
        mail.set_content(STORY)
        mail.add_attachment(story_pdf(), "application", "pdf", filename="../../a.pdf")
        mail.add_attachment(b"\x89PNG", "image", "png", filename="a.png")
        assert [one.name for one in reports("a.eml", mail.as_bytes())] == [
            "a.eml",
            "a.eml#../../a.pdf",
        ]

    def test_a_mail_of_a_thousand_parts_is_refused(self) -> None:
        parts = b"--a\nContent-Type: text/plain\n\nx\n" * 1_100
        assert (
            "1,000 parts"
            in refusals("a.eml", b"Content-Type: multipart/mixed; boundary=a\n\n" + parts)[0]
        )


class TestArchives:
    def test_members_are_named_inside_their_archive(self) -> None:
        data = zipped(
            {"2022-10-18-a.txt": STORY.encode(), "b/": b"", ".hidden": b"x", "c/d.html": PAGE}
        )
        assert [one.name for one in found("a.zip", data)] == [
            "a.zip#2022-10-18-a.txt",
            "a.zip#c/d.html",
        ]
        assert reports("a.zip", data)[0].published == DAY

    def test_the_name_of_an_archive_dates_none_of_its_members(self) -> None:
        assert reports("2020-01-01.zip", zipped({"a.txt": STORY.encode()}))[0].published is None

    @pytest.mark.parametrize(
        "name", ["../../etc/passwd", "/etc/passwd", "C:\\x", "a\x1b[2J\u202e.txt", "n" * 400, "CON"]
    )
    def test_a_hostile_name_is_a_label(self, name: str) -> None:
        (report,) = reports("a.zip", zipped({name: STORY.encode()}))
        assert "\x1b" not in report.name
        assert "\u202e" not in report.name
        assert len(report.name) < 220

    def test_an_archive_three_deep_is_refused_and_the_rest_is_read(self) -> None:
        two = zipped({"b.zip": zipped({"c.txt": STORY.encode()})})
        told = found("a.zip", zipped({"x.zip": two, "y.zip": zipped({"z.txt": STORY.encode()})}))
        assert "is an archive inside 2 others" in str(told[0])
        assert isinstance(told[1], Report)

    def test_members_that_are_bombs_are_refused_one_by_one(self) -> None:
        data = zipped({"a.txt": bytes(20_000_000), "b.txt": STORY.encode()})
        told = found("a.zip", data)
        assert "200 times its size" in str(told[0])
        assert isinstance(told[1], Report)

    def test_a_gzip_of_zeros_is_refused(self) -> None:
        assert "200 times its size" in refusals("a.txt.gz", gzip.compress(bytes(50_000_000)))[0]

    def test_a_member_that_is_locked_is_refused(self) -> None:
        data = bytearray(zipped({"a.txt": STORY.encode()}))
        data[6] |= 1
        data[data.rfind(b"PK\x01\x02") + 8] |= 1
        assert "locked with a password" in refusals("a.zip", bytes(data))[0]

    def test_a_word_file_is_named_as_one(self) -> None:
        data = zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})
        assert "is a Word or Excel file. Save it as PDF" in refusals("a.zip", data)[0]

    def test_a_list_of_members_too_long_is_refused_before_it_is_read(self) -> None:
        end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 9, 9, 2_000_000_000, 0, 0)
        assert "more than 100,000 members" in refusals("a.zip", b"PK\x03\x04" + bytes(99) + end)[0]

    def test_a_sum_that_is_wrong_is_told(self) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr("a.txt", STORY.encode())
        assert len(refusals("a.zip", out.getvalue().replace(b"Tuesday", b"Monday!", 1))) == 1

    def test_packed_tables_and_crawls_are_read_on(self) -> None:
        assert len(reports("a.jsonl.gz", gzip.compress(lines(rows(3))))) == 3
        data = zipped(
            {"a.csv": table(), "b.warc.gz": gzip.compress(answer()), "c.parquet": parquet()}
        )
        assert len(reports("a.zip", data)) == 5


@given(st.sampled_from(sorted(samples())), st.data())
@settings(max_examples=120, deadline=None)
def test_damaged_files_of_any_format_raise_nothing(name: str, chance: st.DataObject) -> None:
    data = bytearray(samples()[name])
    for _ in range(chance.draw(st.integers(1, 4))):
        at = chance.draw(st.integers(0, len(data) - 1))
        data[at : at + chance.draw(st.integers(0, 3))] = chance.draw(st.binary(max_size=3))
    told = found(name, bytes(data))
    assert told
    assert all(isinstance(one, Report | ReportError) for one in told)
