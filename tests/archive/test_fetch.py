from __future__ import annotations

import gzip
import time
from collections.abc import Iterator

import pytest

from dragoman.alphabet.errors import ReportError
from dragoman.archive.fetch import AGENT, Web, is_public, shown_as

from .making import PAGE
from .serving import answer, serving, slowly, web

#: Ways to write or to hide an address that is none of the public internet.
INSIDE = [
    "127.0.0.1", "127.1", "127.0.1", "0x7f000001", "0x7f.1", "2130706433", "0177.0.0.1", "017700000001",
    "0", "0.0.0.0", "localhost", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1",
    "192.168.1.254", "169.254.169.254", "169.254.0.1", "100.64.0.1", "100.127.255.255", "192.0.0.1",
    "192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.1.1.1",
    "240.0.0.1", "255.255.255.255", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
    "[::ffff:10.0.0.1]", "[::ffff:169.254.169.254]", "[fc00::1]", "[fd12:3456::1]", "[fe80::1]",
    "[fec0::1]", "[ff02::1]", "[2002:7f00:1::]", "[2002:a00:1::]", "[2001::1]", "[2001:db8::1]",
    "[64:ff9b::7f00:1]", "[64:ff9b::a00:1]", "[100::1]", "[0:0:0:0:0:0:0:1]", "[fe80::1%25eth0]", "[fe80::1%eth0]",
    "localhost.", "127.0.0.1.", "0x7f.0.0.1", "0177.1", "127.0.0.0x1", "0xa9fea9fe", "2852039166", "3232235777",
    "192.168.257", "100.100.100.200", "[::127.0.0.1]", "[::ffff:a9fe:a9fe]", "[::ffff:100.64.0.1]",
    "[64:ff9b:1::7f00:1]", "[2002:c0a8:1::]", "[fd00:ec2::254]", "[0000::0001]", "[::ffff:0:127.0.0.1]",
    "\uff11\uff12\uff17.0.0.1", "\u2460\u2461\u2466.0.0.1", "127\u30020\u30020\u30021", "loc\u00adalhost", "\u2131\u2119.localhost",
    "00000177.00000000.00000000.00000001", "0x00000000007f000001", "[::]", "255.255.255.255", "[ff05::1:3]",
]  # fmt: skip
#: What is no address of a page at all.
NONE = [
    "http://", "http:///etc/passwd", "http://?", "http://[::1", "http://a b/", "http://a\\b/",
    "http://exa\u2024mple\u2044x/", "http://news.example:99999/", "http://news.example:x/",
    "https://news.example\r\nHost: other/", "http://" + "a" * 3_000, "http://-%20-/",
]  # fmt: skip


def page(path: str) -> Iterator[bytes]:
    yield answer(b"", "404 Not Found") if path == "/robots.txt" else answer(PAGE)


def refusal(url: str, using: Web) -> str:
    with pytest.raises(ReportError) as caught:
        using.fetch(url)
    return str(caught.value)


def test_a_page_is_fetched_by_a_clear_name_after_robots_txt() -> None:
    with serving(page) as server:
        fetched = web().fetch(server.address("/iran"))
    assert (fetched.data, fetched.media) == (PAGE, "text/html")
    assert [one.split()[1] for one in server.asked] == ["/robots.txt", "/iran"]
    assert f"User-Agent: {AGENT}\r\n" in server.asked[1]
    assert f"Host: news.example:{server.port}\r\n" in server.asked[1]


def test_robots_txt_is_asked_once_for_each_host() -> None:
    with serving(page) as server:
        using = web()
        using.fetch(server.address("/a"))
        using.fetch(server.address("/b"))
    assert [one.split()[1] for one in server.asked] == ["/robots.txt", "/a", "/b"]


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        (b"User-agent: *\nDisallow: /private/", "/private/a", False),
        (b"User-agent: *\nDisallow: /private/", "/public/a", True),
        (b"User-agent: Dragoman\nDisallow: /", "/a", False),
        (b"User-agent: Other\nDisallow: /", "/a", True),
        (b"\xff\xfe\x00 no rules", "/a", True),
    ],
)
def test_robots_txt_is_obeyed(rules: bytes, path: str, allowed: bool) -> None:
    def play(asked: str) -> Iterator[bytes]:
        yield answer(rules if asked == "/robots.txt" else PAGE)

    with serving(play) as server:
        if allowed:
            assert web().fetch(server.address(path)).data == PAGE
        else:
            assert "closed to programs by its robots.txt" in refusal(server.address(path), web())


def test_a_host_that_cannot_tell_its_rules_is_left_alone() -> None:
    with serving(lambda _: iter([answer(b"", "503 Busy")])) as server:
        assert "robots.txt" in refusal(server.address("/a"), web())
    assert len(server.asked) == 1


@pytest.mark.parametrize("host", INSIDE)
def test_addresses_inside_are_refused_without_a_connection(host: str) -> None:
    with serving(page) as server:
        said = refusal(server.address("/", host), Web())
    assert "is no address of the public internet" in said or "cannot be fetched" in said
    assert server.asked == []


@pytest.mark.parametrize("url", NONE)
def test_what_is_no_address_is_refused(url: str) -> None:
    assert "is no address" in refusal(url, web()) or "cannot be fetched" in refusal(url, web())


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://a.example/", "gopher://a.example/"])
def test_other_schemes_are_refused(url: str) -> None:
    assert "which is none of the web" in refusal(url, web())


def test_a_password_is_refused_and_not_shown() -> None:
    said = refusal("https://me:secret@news.example/", web())
    assert "has a name or a password in it" in said
    assert "secret" not in said
    assert shown_as("http://me:secret@a.example/x@y") == "http://a.example/x@y"


def test_one_inner_address_among_public_ones_is_enough_to_refuse() -> None:
    using = Web(resolver=lambda _host, _port: ["93.184.215.14", "127.0.0.1"])
    assert "public internet" in refusal("http://news.example/", using)


def test_a_name_is_looked_up_once_for_each_connection() -> None:
    """A second look-up could answer something else: the address that was looked at is used."""
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]])
    with serving(page) as server:
        using = Web(resolver=lambda _h, _p: next(answers), permit=lambda a: a == "127.0.0.1")
        using.fetch(server.address("/a"))
        assert "public internet" in refusal(server.address("/b"), using)


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("file:///etc/passwd", "which is none of the web"),
        ("http://me:pw@news.example/", "password"),
        ("http://inner.example/", "public internet"),
        ("//inner.example/", "public internet"),
    ],
)
def test_redirections_are_looked_at_like_addresses(target: str, reason: str) -> None:
    def play(path: str) -> Iterator[bytes]:
        if path == "/robots.txt":
            yield answer(b"", "404 Not Found")
        else:
            yield answer(b"", "302 Found", f"Location: {target}")

    with serving(play) as server:
        using = Web(
            resolver=lambda host, _: ["10.0.0.1" if "inner" in host else "127.0.0.1"],
            permit=lambda address: address == "127.0.0.1",
        )
        assert reason in refusal(server.address("/a"), using)


def test_redirections_are_followed_to_the_page_and_end() -> None:
    def play(path: str) -> Iterator[bytes]:
        if path == "/robots.txt":
            yield answer(b"", "404 Not Found")
        elif path == "/end":
            yield answer(PAGE)
        else:
            yield answer(b"", "301 Moved", "Location: " + ("/end" if path == "/a" else path + "x"))

    with serving(play) as server:
        assert web().fetch(server.address("/a")).url == server.address("/end")
        assert "leads on more than 5 times" in refusal(server.address("/loop"), web())
    assert sum("/loop" in one.split()[1] for one in server.asked) == 6


@pytest.mark.parametrize("slow", ["head", "body", "robots"])
def test_a_slow_server_is_cut(slow: str) -> None:
    def play(path: str) -> Iterator[bytes]:
        if path == "/robots.txt" and slow != "robots":
            yield answer(b"", "404 Not Found")
        elif slow == "body":
            yield b"HTTP/1.1 200 OK\r\n\r\n"
            yield from slowly(PAGE)
        else:
            yield from slowly(answer(PAGE))

    with serving(play) as server:
        start = time.monotonic()
        assert "took too long to answer" in refusal(server.address("/a"), web(seconds=0.5))
        assert time.monotonic() - start < 3


def test_a_silent_server_is_cut() -> None:
    def play(_: str) -> Iterator[bytes]:
        time.sleep(3)
        yield b""

    with serving(play) as server:
        assert "took too long" in refusal(server.address("/a"), web(silence=0.2))


@pytest.mark.parametrize("endless", ["body", "chunks", "head", "gzip", "lie"])
def test_an_endless_answer_is_cut(endless: str) -> None:
    def play(path: str) -> Iterator[bytes]:
        if path == "/robots.txt":
            yield answer(b"", "404 Not Found")
            return
        if endless == "gzip":
            yield answer(gzip.compress(bytes(30_000_000)), head="Content-Encoding: gzip")
            return
        yield b"HTTP/1.1 200 OK\r\n"
        if endless == "lie":
            yield b"Content-Length: 99999999999\r\n"
        yield {"chunks": b"Transfer-Encoding: chunked\r\n\r\n", "head": b""}.get(endless, b"\r\n")
        piece = {"chunks": b"1000\r\n" + b"a" * 4_096 + b"\r\n", "head": b"a: b\r\n"}
        while True:
            yield piece.get(endless, b"a" * 65_536)

    with serving(play) as server:
        said = refusal(server.address("/a"), web(most=1_000_000, seconds=10))
    assert (
        "is larger than 1,000,000 bytes" in said
        or "cannot be fetched" in said
        or "times its size" in said
    )


def test_a_packed_page_is_unpacked() -> None:
    def play(path: str) -> Iterator[bytes]:
        if path == "/robots.txt":
            yield answer(
                gzip.compress(b"User-agent: *\nDisallow: /x"), head="Content-Encoding: gzip"
            )
        else:
            yield answer(gzip.compress(PAGE), head="Content-Encoding: gzip")

    with serving(play) as server:
        assert web().fetch(server.address("/a")).data == PAGE
        assert "robots.txt" in refusal(server.address("/x"), web())


@pytest.mark.parametrize("status", ["404 Not Found", "500 Broken", "204 No Content"])
def test_an_answer_that_is_no_page_is_refused_with_its_status(status: str) -> None:
    def play(path: str) -> Iterator[bytes]:
        yield answer(b"", "404 Not Found" if path == "/robots.txt" else status)

    with serving(play) as server:
        assert f"is answered by status {status[:3]}" in refusal(server.address("/a"), web())


@pytest.mark.parametrize(
    "noise", [b"", b"\r\n\r\n", b"HTTP/9 what\r\n\r\n", b"\x00" * 99, b"SSH-2.0-x\r\n"]
)
def test_what_is_no_answer_is_refused(noise: bytes) -> None:
    with serving(lambda _: iter([noise])) as server:
        assert "cannot be fetched" in refusal(server.address("/a"), web())


def test_public_addresses_are_public() -> None:
    assert is_public("93.184.215.14")
    assert is_public("2606:4700:4700::1111")
    assert not is_public("news.example")
