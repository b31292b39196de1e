"""A web server on this machine that plays what servers on the web do, good and bad."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from dragoman.archive.fetch import Web

#: From the path that was asked for to the bytes of the answer, in pieces.
Play = Callable[[str], Iterator[bytes]]


class Server:
    """Counts connections and keeps what was asked."""

    def __init__(self, play: Play) -> None:
        self.play, self.asked = play, []  # type: tuple[Play, list[str]]
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)

    def address(self, path: str = "/", host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def _serve(self) -> None:
        while True:
            try:
                peer, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(peer,), daemon=True).start()

    def _answer(self, peer: socket.socket) -> None:
        with peer:
            head = b""
            while b"\r\n\r\n" not in head:
                data = peer.recv(4_096)
                if not data:
                    return
                head += data
            self.asked.append(head.decode("latin-1"))
            try:
                for piece in self.play(head.split()[1].decode()):
                    peer.sendall(piece)
            except OSError:
                return  # the reader has had enough, as it should


@contextmanager
def serving(play: Play) -> Iterator[Server]:
    server = Server(play)
    try:
        yield server
    finally:
        server.close()


def web(**limits: float) -> Web:
    """A web in which every name is this machine, and this machine is public."""
    return Web(resolver=lambda _host, _port: ["127.0.0.1"], permit=lambda _: True, **limits)  # type: ignore[arg-type]


def answer(body: bytes, status: str = "200 OK", head: str = "Content-Type: text/html") -> bytes:
    return f"HTTP/1.1 {status}\r\n{head}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def slowly(data: bytes, pause: float = 0.05) -> Iterator[bytes]:
    for at in range(len(data)):
        time.sleep(pause)
        yield data[at : at + 1]
