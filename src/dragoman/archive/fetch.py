# Rule 1: an address is only fetched because a person named it, once, and if its host's
#   robots.txt does not ask otherwise.
# Rule 2: a name is looked up once, every address it has must be a public one, and the
#   connection goes to that very address: what a second look-up would say does not matter.
# Rule 3: each redirection is a new address to which rules 1 and 2 apply.
"""Pages from the web, one request each."""

from __future__ import annotations

import http.client
import io
import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from dragoman.alphabet import settings
from dragoman.alphabet.errors import ReportError
from dragoman.archive.limits import Budget, Inflated, refuse_bomb, whole
from dragoman.archive.part import label
from dragoman.archive.robots import LONGEST_RULES, Rules, allow_all, allow_none, rules_of

#: Who is asking; the first word is what robots.txt may name.
AGENT = "Dragoman/0.1 (+news reading)"
#: Redirections that are followed.
HOPS = 5
#: Seconds for everything that one address takes, and for a server's next sign of life.
SECONDS, SILENCE = 30.0, 10.0
#: Addresses of one host that are tried.
_TRIED = 3
_REDIRECTIONS = frozenset((301, 302, 303, 307, 308))
_LONGEST_ADDRESS = 2_000
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

#: From host and port to addresses; raises OSError.
Resolver = Callable[[str, int], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered."""

    url: str  #: where it came from in the end, after redirections
    data: bytes
    media: str | None  #: type by MIME, in lower case
    charset: str | None


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of *host*. Raises: OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet, with what it may stand for inside.

    >>> is_public("::ffff:127.0.0.1"), is_public("169.254.169.254"), is_public("1.1.1.1")
    (False, False, True)
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inside = ip.ipv4_mapped
        if inside is None and ip in _NAT64:
            inside = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inside is not None:
            return is_public(str(inside))
        if ip.sixtofour is not None or ip.teredo is not None or ip.is_site_local:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


@dataclass(slots=True)
class Web:
    """Fetches addresses, and remembers what each host's robots.txt asks.

    *resolver*, *permit* and *trust* are there for tests, whose servers are on this machine.
    """

    resolver: Resolver = resolve
    permit: Callable[[str], bool] = is_public
    trust: ssl.SSLContext | None = None
    seconds: float = SECONDS
    silence: float = SILENCE
    most: int = settings.LARGEST_FILE
    _rules: dict[tuple[str, str], Rules] = field(default_factory=dict)

    def fetch(self, address: str) -> Fetched:
        """Return what stands at *address*.

        Raises: ReportError if it may not be fetched, or cannot be.
        """
        shown = shown_as(address)
        until = time.monotonic() + self.seconds
        try:
            return self._follow(shown, address, until)
        except TimeoutError as error:
            raise _slow(shown) from error
        except ssl.SSLError as error:
            reason = "shows no valid certificate."
            raise ReportError(shown, reason, "Check the address.") from error
        except (OSError, http.client.HTTPException, UnicodeError, ValueError) as error:
            reason = f"cannot be fetched ({type(error).__name__})."
            raise ReportError(shown, reason, "Check the address and the connection.") from error

    def _follow(self, shown: str, address: str, until: float) -> Fetched:
        for _ in range(HOPS + 1):
            parts = checked_address(shown, address)
            if not self._permitted(shown, parts, until):
                hint = "Save the page by hand, if its terms allow that."
                raise ReportError(shown, "is closed to programs by its robots.txt.", hint)
            status, headers, data = self._get(shown, parts, until, self.most)
            if status not in _REDIRECTIONS:
                break
            address = urljoin(parts.geturl(), headers.get("Location") or "")
        else:
            raise ReportError(shown, f"leads on more than {HOPS} times.", "Pass its final address.")
        if status != http.client.OK:
            raise ReportError(shown, f"is answered by status {status}.", "Check the address.")
        charset = headers.get_content_charset()
        media = headers.get_content_type() if headers.get("Content-Type") else None
        return Fetched(parts.geturl(), data, media, charset)

    def _permitted(self, shown: str, parts: SplitResult, until: float) -> bool:
        """Whether the host's rules for programs allow this address."""
        key = (parts.scheme, parts.netloc)
        if key not in self._rules:
            self._rules[key] = self._rules_at(shown, parts, until)
        return self._rules[key](AGENT, parts.geturl())

    def _rules_at(self, shown: str, parts: SplitResult, until: float) -> Rules:
        """A host's robots.txt: none allows all, a host that cannot say allows nothing."""
        address = f"{parts.scheme}://{parts.netloc}/robots.txt"
        for _ in range(HOPS + 1):
            place = checked_address(shown, address)
            status, headers, data = self._get(shown, place, until, LONGEST_RULES, cut=True)
            if status in _REDIRECTIONS:
                address = urljoin(place.geturl(), headers.get("Location") or "")
                continue
            if status == http.client.OK:
                return rules_of(data)
            return allow_none if status >= http.client.INTERNAL_SERVER_ERROR else allow_all
        return allow_all

    def _get(
        self, shown: str, parts: SplitResult, until: float, most: int, *, cut: bool = False
    ) -> tuple[int, http.client.HTTPMessage, bytes]:
        """One request: status, head and body. *cut*: a longer body is cut, not refused."""
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        paced = _Paced(self._connected(shown, parts.scheme, host, port, until), until, self.silence)
        connection = http.client.HTTPConnection(host, port)
        connection.sock = paced
        try:
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.putrequest("GET", path, skip_host=True, skip_accept_encoding=True)
            connection.putheader("Host", parts.netloc)
            connection.putheader("User-Agent", AGENT)
            connection.putheader("Accept", "text/html, */*;q=0.5")
            connection.putheader("Accept-Encoding", "gzip")
            connection.putheader("Connection", "close")
            connection.endheaders()
            response = connection.getresponse()
            if response.status in _REDIRECTIONS:
                return response.status, response.headers, b""
            data = response.read(most) if cut else whole(shown, response, most)
            return response.status, response.headers, _unpacked(shown, response, data, most, cut)
        finally:
            connection.close()
            paced.end()

    def _connected(
        self, shown: str, scheme: str, host: str, port: int, until: float
    ) -> socket.socket:
        """A connection to an address of *host* that was looked at.

        Raises: ReportError if one of its addresses is none of the public internet; OSError.
        """
        addresses = list(self.resolver(host, port))
        if not addresses or not all(self.permit(address) for address in addresses):
            reason = "is no address of the public internet."
            raise ReportError(shown, reason, "Pass a file from your own network as a file.")
        failure: OSError = OSError("no address")
        for address in addresses[:_TRIED]:
            try:
                wait = min(self.silence, until - time.monotonic())
                if wait <= 0:
                    raise TimeoutError
                plain = socket.create_connection((address, port), timeout=wait)
            except OSError as error:
                failure = error
                continue
            if scheme != "https":
                return plain
            try:
                trust = self.trust or ssl.create_default_context()
                return trust.wrap_socket(plain, server_hostname=host)
            except BaseException:
                plain.close()
                raise
        raise failure


def is_address(text: str) -> bool:
    """Whether *text* is an address of the web and no path."""
    return text[:8].lower().startswith(("http://", "https://"))


def shown_as(address: str) -> str:
    """Return an address as it may be shown and stored: without a name and a password in it.

    >>> shown_as("https://me:secret@host.example/a")
    'https://host.example/a'
    """
    scheme, mark, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return label(f"{scheme}{mark}{host.rpartition('@')[2]}{slash}{path}", _LONGEST_ADDRESS)


def checked_address(shown: str, address: str) -> SplitResult:
    """Return the parts of an address that may be asked for; letters beyond ASCII are encoded.

    Raises: ReportError for other schemes, names and passwords, and what is no address.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ReportError(shown, "is no address.", "Pass https://…") from None
    if parts.scheme not in ("http", "https"):
        where = f"leads to {label(parts.scheme, 20) or 'no'} address"
        raise ReportError(shown, f"{where}, which is none of the web.", "Pass https://…")
    if parts.username is not None or parts.password is not None:
        raise ReportError(shown, "has a name or a password in it.", "Pass it without them.")
    if ":" not in host:
        try:
            host = host.encode("idna").decode("ascii") if not host.isascii() else host
        except UnicodeError:
            host = ""
        if not all(c.isalnum() or c in ".-_" for c in host):
            host = ""
    if not host or len(address) > _LONGEST_ADDRESS:
        raise ReportError(shown, "is no address.", "Pass https://…")
    netloc = f"[{host}]" if ":" in host else host
    netloc += f":{port}" if port is not None else ""
    safe = "/%:@!$&'()*+,;=~-._"
    path, query = quote(parts.path, safe=safe), quote(parts.query, safe=safe + "?[]")
    return SplitResult(parts.scheme, netloc, path, query, "")


class _Paced:
    """A socket as http.client uses it, none of whose reads lasts beyond a moment."""

    def __init__(self, inner: socket.socket, until: float, silence: float) -> None:
        self._inner, self._until, self._silence = inner, until, silence

    def sendall(self, data: bytes) -> None:
        self._inner.settimeout(self._left())
        self._inner.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        del mode  # it is only ever read from
        return io.BufferedReader(_Arriving(self._inner, self._left))

    def close(self) -> None:
        """Nothing yet: http.client closes a connection that the answer is still read from."""

    def end(self) -> None:
        self._inner.close()

    def _left(self) -> float:
        left = min(self._silence, self._until - time.monotonic())
        if left <= 0:
            raise TimeoutError
        return left


class _Arriving(io.RawIOBase):
    def __init__(self, inner: socket.socket, left: Callable[[], float]) -> None:
        super().__init__()
        self._socket, self._left = inner, left

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        self._socket.settimeout(self._left())
        return self._socket.recv_into(buffer)


def _unpacked(
    shown: str, response: http.client.HTTPResponse, data: bytes, most: int, cut: bool
) -> bytes:
    """The body without its packing, however often the server lies about its size."""
    encoding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if encoding in ("identity", "") or not data:
        return data
    if encoding in ("gzip", "x-gzip"):
        stream = io.BufferedReader(Inflated(shown, io.BytesIO(data), Budget(shown)))
        return stream.read(most) if cut else whole(shown, stream, most)
    if encoding == "deflate":
        engine = zlib.decompressobj(-15 if data[:1] != b"\x78" else 15)
        try:
            out = engine.decompress(data, most)
        except zlib.error as error:
            raise ReportError(shown, "is damaged on its way.", "Try again.") from error
        refuse_bomb(shown, len(data), len(out))
        return out
    raise ReportError(shown, "is packed in a way that was not asked for.", "Save it by hand.")


def _slow(shown: str) -> ReportError:
    return ReportError(shown, "took too long to answer.", "Try again later, or save it by hand.")
