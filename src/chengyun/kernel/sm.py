"""The Chinese commercial algorithms as three plain functions: SM3 (GB/T 32905), HMAC-SM3, SM4-GCM (GB/T
32907).

All of it is done by `cryptography` (OpenSSL); nothing here is our own cryptography.
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

KEY_LENGTH = 16
NONCE_LENGTH = 12
TAG_LENGTH = 16


class Tampered(ValueError):
    """The text was not sealed with this key and associated data, or was changed since."""


def sm3(data: bytes) -> bytes:
    """The 32 bytes of the SM3 digest."""
    digest = hashes.Hash(hashes.SM3())
    digest.update(data)
    return digest.finalize()


def sm3_in_pieces() -> hashes.Hash:
    """For what is too long to hold: `update` with each piece, `finalize` for the 32 bytes."""
    return hashes.Hash(hashes.SM3())


def sm3_hmac(key: bytes, data: bytes) -> bytes:
    """The 32 bytes of HMAC-SM3."""
    mac = hmac.HMAC(key, hashes.SM3())
    mac.update(data)
    return mac.finalize()


def sm4_gcm_seal(key: bytes, plain: bytes, associated: bytes = b"") -> bytes:
    """nonce (12, random) + cipher text + tag (16). key: 16 bytes. `associated` is bound to it but not
    contained."""
    nonce = os.urandom(NONCE_LENGTH)
    encryptor = Cipher(algorithms.SM4(key), modes.GCM(nonce)).encryptor()
    encryptor.authenticate_additional_data(associated)
    return nonce + encryptor.update(plain) + encryptor.finalize() + encryptor.tag


def sm4_gcm_open(key: bytes, sealed: bytes, associated: bytes = b"") -> bytes:
    """The plain text of `sm4_gcm_seal`; Tampered when key, text or associated data are not the same."""
    if len(sealed) < NONCE_LENGTH + TAG_LENGTH:
        raise Tampered("sealed text is too short")
    nonce, body, tag = sealed[:NONCE_LENGTH], sealed[NONCE_LENGTH:-TAG_LENGTH], sealed[-TAG_LENGTH:]
    decryptor = Cipher(algorithms.SM4(key), modes.GCM(nonce, tag)).decryptor()
    decryptor.authenticate_additional_data(associated)
    try:
        return decryptor.update(body) + decryptor.finalize()
    except InvalidTag as error:
        raise Tampered("sealed text does not open with this key") from error
