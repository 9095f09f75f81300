"""A host of certificate files on loopback, over TLS, with good and bad manners."""

from __future__ import annotations

import socket
import ssl
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.web.verification.authority import Authority, Certificate, Wanted, issue

NAME = "s3.amazonaws.com"

# Answers a request on a connection; gets the path that was asked for.
Manners = Callable[[socket.socket, str], None]


def serving(content: bytes, status: str = "200 OK", *headers: str) -> Manners:
    def answer(connection: socket.socket, path: str) -> None:
        head = [f"HTTP/1.1 {status}", f"Content-Length: {len(content)}", *headers]
        connection.sendall("\r\n".join([*head, "", ""]).encode() + content)

    return answer


def hanging(connection: socket.socket, path: str) -> None:
    sleep(30)


def dripping(content: bytes, seconds: float = 0.05) -> Manners:
    """A byte at a time, each of them soon enough for a timeout that begins again with every byte."""

    def answer(connection: socket.socket, path: str) -> None:
        for byte in content:
            connection.sendall(bytes([byte]))
            sleep(seconds)

    return answer


def endless(connection: socket.socket, path: str) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        connection.sendall(b"x" * 65536)


def saying(text: bytes) -> Manners:
    def answer(connection: socket.socket, path: str) -> None:
        connection.sendall(text)

    return answer


class Host:
    """The host; `asked` are the paths that were asked for."""

    def __init__(self, authority: Authority, certificate: Certificate | None = None) -> None:
        self.manners: Manners = serving(b"")
        self.asked: list[str] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.address: tuple[str, int] = self._listener.getsockname()
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        _load(self._context, certificate or issue(Wanted(names=(NAME,)), authority.intermediate, now=authority.now))
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with suppress(OSError), connection, self._context.wrap_socket(connection, server_side=True) as secure:
            path = secure.recv(65536).split(b" ")[1].decode()
            self.asked.append(path)
            self.manners(secure, path)


@contextmanager
def hosting(authority: Authority, certificate: Certificate | None = None) -> Iterator[Host]:
    host = Host(authority, certificate)
    try:
        yield host
    finally:
        host.close()


def trusting(*certificates: x509.Certificate) -> ssl.SSLContext:
    """TLS that trusts these."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cadata="".join(each.public_bytes(Encoding.PEM).decode() for each in certificates))
    return context


def _load(context: ssl.SSLContext, certificate: Certificate) -> None:
    key = certificate.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "host.pem"
        file.write_bytes(key + certificate.pem)
        context.load_cert_chain(file)
