"""Passwords as Argon2id, by the OpenSSL that `cryptography` brings; the form is that of Django's own Argon2 hasher."""

from __future__ import annotations

import base64
import os
from typing import Any

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from django.contrib.auth.hashers import BasePasswordHasher

MEMORY_KIB, ROUNDS, LANES, LENGTH, SALT = 32 * 1024, 2, 1, 32, 16
"""About 60 ms of one slow core (docs/decisions/0035): thirty people at shift change wait for nobody."""


class Argon2idHasher(BasePasswordHasher):
    """argon2$argon2id$v=19$m=32768,t=2,p=1$salt$hash"""

    algorithm = "argon2"

    def salt(self) -> str:
        return _text(os.urandom(SALT))

    def encode(self, password: str, salt: str) -> str:
        derived = _kdf(_bytes(salt), MEMORY_KIB, ROUNDS, LANES, LENGTH).derive(password.encode())
        return f"{self.algorithm}$argon2id$v=19$m={MEMORY_KIB},t={ROUNDS},p={LANES}${salt}${_text(derived)}"

    def decode(self, encoded: str) -> dict[str, Any]:
        algorithm, variety, version, params, salt, digest = encoded.split("$")
        if (algorithm, variety, version) != (self.algorithm, "argon2id", "v=19"):
            raise ValueError("not a password hash of this kind")
        numbers = {name: int(value) for name, value in (part.split("=") for part in params.split(","))}
        return {"salt": salt, "hash": digest, "memory": numbers["m"], "rounds": numbers["t"], "lanes": numbers["p"]}

    def verify(self, password: str, encoded: str) -> bool:
        known = self.decode(encoded)
        digest = _bytes(known["hash"])
        kdf = _kdf(_bytes(known["salt"]), known["memory"], known["rounds"], known["lanes"], len(digest))
        try:
            kdf.verify(password.encode(), digest)
        except InvalidKey:
            return False
        return True

    def must_update(self, encoded: str) -> bool:
        known = self.decode(encoded)
        return (known["memory"], known["rounds"], known["lanes"]) != (MEMORY_KIB, ROUNDS, LANES)

    def safe_summary(self, encoded: str) -> Any:
        known = self.decode(encoded)
        return {"algorithm": self.algorithm, "memory": known["memory"], "rounds": known["rounds"]}

    def harden_runtime(self, password: str, encoded: str) -> None:
        """Nothing: the cost is in the parameters, and changing them hashes anew at the next log-in."""


def _kdf(salt: bytes, memory: int, rounds: int, lanes: int, length: int) -> Argon2id:
    return Argon2id(salt=salt, length=length, iterations=rounds, lanes=lanes, memory_cost=memory)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4))
