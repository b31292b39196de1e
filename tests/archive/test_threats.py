"""What hostile files do, each with its limit: a line that says why, soon, and the rest is read."""

from __future__ import annotations

import gzip
import io
import os
import stat
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.alphabet.errors import ReportError
from dragoman.archive.cell import Cell
from dragoman.archive.fetch import Web, is_public
from dragoman.archive.formats import FORMS, refuse_others, reports_in
from dragoman.archive.gather import gather
from dragoman.archive.report import Report

from .making import PAGE, RSS, STORY, answer, samples, zipped
from .serving import answer as served
from .serving import serving

#: Seconds of a processor that a file of a few million bytes may take in all.
SOON = 5.0


@contextmanager
def soon(seconds: float = SOON) -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < seconds


def found(name: str, data: bytes) -> list[Report | ReportError]:
    with soon():
        return list(reports_in(name, io.BytesIO(data)))


def refusal(name: str, data: bytes) -> str:
    (one,) = found(name, data)
    assert isinstance(one, ReportError)
    return str(one)


class TestRedirections:
    """2: addresses inside a network, however they are written, behind an honest one."""

    @pytest.mark.parametrize(
        "host",
        [
            "127.0.0.1", "2130706433", "0x7f000001", "017700000001", "127.1", "[::1]", "[::ffff:7f00:1]",
            "[::ffff:169.254.169.254]", "169.254.169.254", "2852039166", "0xa9fea9fe", "[fd00:ec2::254]",
            "10.0.0.1", "192.168.0.1", "[fe80::1%25eth0]", "[64:ff9b::a9fe:a9fe]", "localhost", "localhost.",
            "\uff11\uff12\uff17.0.0.1", "\u2460\u2461\u2466.0.0.1", "[::127.0.0.1]", "[2002:7f00:1::]",
        ],
    )  # fmt: skip
    def test_no_redirection_leads_inside(self, host: str) -> None:
        def play(path: str) -> Iterator[bytes]:
            if path == "/robots.txt":
                yield served(b"", "404 Not Found")
            else:
                yield served(b"", "302 Found", f"Location: http://{host}:{server.port}/secret")

        # "news.example" is played by this machine; every other name is looked up, and looked at.
        def resolver(name: str, port: int) -> list[str]:
            return ["127.0.0.1"] if name == "news.example" else list(Web().resolver(name, port))

        with serving(play) as server:
            seen: list[str] = []

            def permit(address: str) -> bool:
                seen.append(address)
                return len(seen) <= 2 or is_public(address)  # robots.txt and the page itself

            with pytest.raises(ReportError):
                Web(resolver=resolver, permit=permit).fetch(server.address("/a"))
            assert not any("/secret" in one for one in server.asked)


class TestBombs:
    """3: what unpacks to more than it could be."""

    def test_archives_in_archives_in_archives_are_not_opened(self) -> None:
        inner = zipped({"a.txt": bytes(1_000_000)})
        for depth in range(6):
            inner = zipped({f"{depth}-{n}.zip": inner for n in range(8)})
        told = found("a.zip", inner)
        assert len(told) == 64
        assert all("is an archive inside 2 others" in str(one) for one in told)

    def test_gzip_in_gzip_in_gzip_is_not_opened(self) -> None:
        data = gzip.compress(gzip.compress(gzip.compress(STORY.encode())))
        assert "is an archive inside 2 others" in refusal("a.gz", data)

    def test_a_mail_in_a_mail_in_a_mail_ends(self) -> None:
        data = b"Subject: a\n\n" + STORY.encode()
        for _ in range(60):
            data = b"Subject: a\nContent-Type: message/rfc822\n\n" + data
        assert found("a.eml", data)

    def test_a_size_that_lies_costs_that_member(self) -> None:
        data = bytearray(zipped({"a.txt": STORY.encode() * 9, "b.txt": STORY.encode()}))
        at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"PK\x01\x02"))
        data[at + 24 : at + 28] = (5).to_bytes(4, "little")
        told = found("a.zip", bytes(data))
        assert isinstance(told[-1], Report)
        assert len(told) == 2


class TestDeclarations:
    """4: feeds that stand for more than they are."""

    def test_a_billion_laughs_are_refused_at_once(self) -> None:
        names = "".join(
            f'<!ENTITY l{n + 1} "{"&l" + str(n) + ";" * 1}{("&l" + str(n) + ";") * 9}">'
            for n in range(9)
        )
        trap = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{names}]>'.encode()
        assert "declares entities" in refusal("a.rss", trap + RSS[RSS.index(b"<rss") :])

    def test_a_file_of_this_machine_is_not_read_through_a_page(self, tmp_path: Path) -> None:
        (tmp_path / "secret").write_text("the secret of the house", encoding="utf-8")
        trap = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'.encode()
        data = trap + PAGE.replace(b"Iran said", b"Iran &x; said")[len(b"<!DOCTYPE html>") :]
        assert "the secret" not in str(found("a.html", data))


class TestSizes:
    """5: files that are larger than any report; they are sparse, so no disk is filled."""

    @pytest.mark.parametrize(
        ("name", "size", "reason"),
        [
            ("a.txt", 1_000_000_000, "is larger than 20,000,000 bytes"),
            ("a.html", 200_000_000, "is larger than 20,000,000 bytes"),
            ("a.pdf", 1_000_000_000, "is larger than 64,000,000 bytes"),
            ("a.rss", 1_000_000_000, "is larger than 64,000,000 bytes"),
            ("a.eml", 1_000_000_000, "is larger than 64,000,000 bytes"),
            ("a.jsonl", 1_000_000_000, "is a line of more than 64,000,000 bytes"),
        ],
    )
    def test_a_huge_file_is_refused_before_it_is_held(
        self, tmp_path: Path, name: str, size: int, reason: str
    ) -> None:
        beginning = samples()[name]
        if name == "a.jsonl":
            beginning = beginning[:-1] + b"\n{"
        path = tmp_path / name
        path.write_bytes(beginning)
        os.truncate(path, size)
        with Cell(memory=1_000_000_000) as cell:
            told = list(gather([path], cell=cell))
            assert cell.deaths == 0
        assert reason in str(told[-1])

    def test_a_million_words_without_a_space_are_refused(self) -> None:
        for name, data in (("a.txt", b"Iran" * 10**6), ("a.html", b"<html><p>" + b"Iran" * 10**6)):
            assert "no sentences: 4,000,000 characters" in refusal(name, data)


class TestShapes:
    """6: markup that is made to be slow."""

    @pytest.mark.parametrize(
        "inside", [b"<b>" * 10**6, b"<p " + b"a=b " * 200_000 + b">", b"<" * 10**6, b"&amp;" * 10**6, b"<!--" * 10**5]
    )  # fmt: skip
    @pytest.mark.parametrize("name", ["a.html", "a.csv", "a.json", "a.eml"])
    def test_markup_without_end_is_read_or_refused_soon(self, name: str, inside: bytes) -> None:
        whole = {
            "a.html": b"<html><body><p>%s</p>",
            "a.csv": b'text,title\n"<p>%s",x\n',
            "a.json": b'{"text": "<p>%s"}',
            "a.eml": b"Subject: a\nContent-Type: text/html\n\n<p>%s",
        }
        assert found(name, whole[name] % (inside + STORY.encode()))

    def test_the_worst_page_takes_no_longer_than_its_cell_allows(self, tmp_path: Path) -> None:
        pages = b"".join(b"<div><p>%d %s</p></div>" % (n, STORY.encode()) for n in range(20_000))
        (tmp_path / "a.html").write_bytes(b"<html><body>" + pages)
        (tmp_path / "b.txt").write_bytes(STORY.encode())
        start = time.monotonic()
        with Cell(seconds=2.0) as cell:
            bad, good = gather([tmp_path], cell=cell)
        assert isinstance(bad, ReportError)
        assert isinstance(good, Report)
        assert time.monotonic() - start < 60


class TestSigns:
    """7: signs that hide or turn what is printed."""

    @pytest.mark.parametrize(
        "sign", ["\u202e", "\u2066", "\u200b", "\u200f", "\x1b", "\x07", "\ufeff"]
    )
    def test_no_field_of_a_report_holds_a_sign_that_is_not_seen(self, sign: str) -> None:
        title = f"Iran{sign} denies"
        data = PAGE.replace(b"Iran denies", title.encode())
        for name, file in (("a.html", data), ("a.txt", f"{title}\n\n{STORY}".encode())):
            (report,) = found(name, file)
            assert isinstance(report, Report)
            assert report.title is not None
            assert report.title.isprintable()
            assert report.title.startswith("Iran denies")


class TestLetters:
    """8: bytes that are no letters, or others than they say."""

    @given(st.binary(max_size=400), st.sampled_from(sorted({*samples(), "a.unknown"})))
    @settings(max_examples=200, deadline=None)
    def test_any_bytes_are_read_or_refused(self, data: bytes, name: str) -> None:
        told = list(reports_in(name, io.BytesIO(data)))
        assert told
        assert all(isinstance(one, Report | ReportError) for one in told)

    @pytest.mark.parametrize(
        "told", ["utf-16", "utf-7", "idna", "rot13", "no-such", "\x00", "latin-1"]
    )
    def test_a_wrong_declaration_does_not_turn_the_text_to_noise(self, told: str) -> None:
        data = f"{STORY} Chișinău, Łódź.".encode()
        (report,) = reports_in("a.txt", io.BytesIO(data), charset=told)
        assert isinstance(report, Report)
        assert report.text.endswith("Chișinău, Łódź.")


class TestPaths:
    """10: names that lead out of the archive."""

    @pytest.mark.parametrize(
        "name",
        [
            "../../etc/passwd", "/etc/passwd", "a\\..\\..\\x.txt", "C:\\x.txt", "CON", "aux.txt", "a/../../b.txt",
            "n" * 300 + ".txt", "\u202egnp.txt", "a\x1b[2Jb.txt", "~/bashrc", "file:///etc/passwd", "-rf", " ",
            "a\nb.txt", "\u2044etc\u2044passwd", "%2e%2e%2fx.txt", "a.txt:stream", "\\\\host\\share\\x.txt",
        ],
    )  # fmt: skip
    def test_a_member_is_read_where_it_is_whatever_it_is_called(
        self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (report,) = found("a.zip", zipped({name: STORY.encode()}))
        assert isinstance(report, Report)
        assert report.name.isprintable()
        assert list(tmp_path.iterdir()) == []

    def test_a_link_in_an_archive_is_not_followed(self, tmp_path: Path) -> None:
        secret = tmp_path / "secret.txt"
        secret.write_text(f"The secret. {STORY}", encoding="utf-8")
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            link = zipfile.ZipInfo("a.txt")
            link.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(link, str(secret))
        assert "The secret" not in str(found("a.zip", out.getvalue()))


class TestOthers:
    """What is often passed and not read is named, so that nobody looks for a fault."""

    @pytest.mark.parametrize(
        ("head", "what"),
        [
            (b"\x28\xb5\x2f\xfd", "packed by Zstandard"), (b"\xfd7zXZ\0", "packed by xz"), (b"BZh9", "packed by bzip2"),
            (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"), (b"Rar!\x1a\x07", "a RAR archive"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"), (b"\x89PNG\r\n", "a picture"),
        ],
    )  # fmt: skip
    def test_a_format_that_is_not_read_is_named(self, head: bytes, what: str) -> None:
        assert f"is {what}, which is not read." in refusal("a.bin", head + b"\x00\xff" * 99)
        inside = found("a.zip", zipped({"a.bin": head + b"\x00\xff" * 99, "b.txt": STORY.encode()}))
        assert f"is {what}" in str(inside[0])
        assert isinstance(inside[1], Report)

    def test_prose_that_begins_like_one_of_them_is_prose(self) -> None:
        (report,) = found("a.txt", f"BZh is no word. {STORY}".encode())
        assert isinstance(report, Report)

    @pytest.mark.parametrize("name", samples())
    def test_no_format_that_is_read_is_taken_for_another(self, name: str) -> None:
        refuse_others(name, samples()[name][:4_096])
        assert FORMS

    def test_a_record_of_a_crawl_that_is_no_answer_is_passed_over(self) -> None:
        other = answer().replace(b"HTTP/1.1 200 OK", b"GET / HTTP/1.1 ")
        assert len(found("a.warc", other + answer())) == 1
