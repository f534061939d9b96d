"""Virus scanning by a clamd next door (INSTREAM over TCP or a unix socket). Off until a scanner is
configured.

A file that nobody scanned is "not scanned", with the reason, and never anything better. No Django.
"""

from __future__ import annotations

import socket
import struct
import time
from dataclasses import dataclass
from typing import IO
from urllib.parse import urlsplit

from .. import config

NOT_SCANNED, CLEAN, INFECTED = "not_scanned", "clean", "infected"
UNREACHABLE, ANSWERED = "scanner unreachable:", "scanner answered:"
_CHUNK = 64 * 1024


@dataclass(frozen=True)
class Verdict:
    """state: not_scanned, clean or infected. detail: the name of what was found, or why nobody looked."""

    state: str
    detail: str = ""


class Scanner:
    """One clamd. address: "tcp://host:port" or "unix:///path". timeout: seconds for the whole scan."""

    def __init__(self, address: str, timeout: float = 30.0):
        self.address = address
        self.timeout = timeout

    def scan(self, file: IO[bytes]) -> Verdict:
        """Send a file (from its present place on) to clamd; a clamd that does not answer properly scanned
        nothing."""
        deadline = time.monotonic() + self.timeout
        try:
            with self._connect() as connection:
                answer = self._converse(connection, file, deadline)
        except OSError as error:
            return Verdict(NOT_SCANNED, f"{UNREACHABLE} {error}"[:200])
        text = answer.rstrip("\0\n").strip()
        if text == "stream: OK":
            return Verdict(CLEAN)
        if text.startswith("stream: ") and text.endswith(" FOUND"):
            return Verdict(INFECTED, text.removeprefix("stream: ").removesuffix(" FOUND")[:200])
        return Verdict(NOT_SCANNED, f"{ANSWERED} {text or 'nothing'}"[:200])

    def _connect(self) -> socket.socket:
        parts = urlsplit(self.address)
        if parts.scheme == "unix":
            connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                connection.settimeout(self.timeout)
                connection.connect(parts.path)
            except OSError:
                connection.close()
                raise
            return connection
        return socket.create_connection((parts.hostname or "", parts.port or 3310), timeout=self.timeout)

    def _converse(self, connection: socket.socket, file: IO[bytes], deadline: float) -> str:
        connection.sendall(b"zINSTREAM\0")
        try:
            while chunk := file.read(_CHUNK):
                self._hurry(connection, deadline)
                connection.sendall(struct.pack(">I", len(chunk)) + chunk)
            connection.sendall(struct.pack(">I", 0))
        except (BrokenPipeError, ConnectionResetError):
            pass  # clamd answers and hangs up when the stream is larger than it takes: read what it says
        answer = b""
        while b"\0" not in answer and len(answer) < 4096:
            self._hurry(connection, deadline)
            part = connection.recv(4096)
            if not part:
                break
            answer += part
        return answer.decode("utf-8", "replace")

    def _hurry(self, connection: socket.socket, deadline: float) -> None:
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError(f"no verdict within {self.timeout:g} s")
        connection.settimeout(left)


def configured() -> Scanner | None:
    """The scanner of the settings, None when scanning is off."""
    address = config.current().scanner
    return Scanner(address) if address else None
