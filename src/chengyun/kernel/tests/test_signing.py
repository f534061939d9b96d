"""Signed messages: as published, and not one byte may change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chengyun.kernel import signing
from chengyun.kernel.sm import sm3, sm3_hmac

NOW = datetime(2026, 3, 2, 1, 2, 3, tzinfo=UTC)
# The key pair and message of GB/T 32918.5-2017, annex A.2.
PRIVATE = "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8"
PUBLIC = (
    "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
    "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13"
)
KEYS = {"hmac-sha256": ("s" * 20,) * 2, "hmac-sm3": ("s" * 20,) * 2, "sm2": (PRIVATE, PUBLIC)}


def test_sm2_agrees_with_the_standard() -> None:
    """GB/T 32918.5-2017 A.2: message "message digest", user id 1234567812345678, the k given there."""
    from gmalg import SM2

    k = 0x59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21
    r, s = SM2(bytes.fromhex(PRIVATE), b"1234567812345678", rnd_fn=lambda bits: k).sign(b"message digest")
    assert r.hex() == "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
    assert s.hex() == "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa"
    assert signing.sm2_public(PRIVATE) == PUBLIC


def test_macs_agree_with_published_values() -> None:
    assert sm3(b"abc").hex() == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"  # GB/T 32905 A.1
    # GM/T 0042-2015, D.3: a key of bytes 1 to 37 over fifty bytes cd.
    key = bytes(range(1, 0x26))
    assert sm3_hmac(key, b"\xcd" * 50).hex() == "220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae"
    from chengyun.kernel.signing import _mac

    # RFC 4231, 4.3
    found = _mac("hmac-sha256", "Jefe", b"what do ya want for nothing?").hex()
    assert found == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"


@pytest.mark.parametrize("scheme", signing.SCHEMES)
def test_what_was_signed_is_taken_and_anything_else_is_refused(scheme: str) -> None:
    mine, theirs = KEYS[scheme]
    message = {"method": "POST", "path": "/api/v1/doors/city/events?x=1", "body": '{"事":1}'.encode()}
    headers = signing.sign(scheme, mine, **message, at=NOW, nonce="n" * 12)  # type: ignore[arg-type]

    def taken(given: dict[str, str] = headers, key: str = theirs, now: datetime = NOW, **changed: object) -> None:
        signing.verify(scheme, key, given, **{**message, **changed}, now=now)  # type: ignore[arg-type]

    taken()
    taken({name.lower(): value for name, value in headers.items()}, now=NOW + timedelta(minutes=5))
    other = signing.new_sm2_pair()[1] if scheme == "sm2" else "t" * 20
    with pytest.raises(signing.BadSignature):
        taken(key=other)
    for changed in ({"method": "GET"}, {"path": "/api/v1/doors/city/events"}, {"body": b""}):
        with pytest.raises(signing.BadSignature):
            taken(**changed)
    for name, value in headers.items():
        with pytest.raises(signing.BadSignature):
            taken({**headers, name: value[:-1] + ("0" if value[-1] != "0" else "1")})
    with pytest.raises(signing.BadSignature, match="时间"):
        taken(now=NOW + timedelta(minutes=6))
    with pytest.raises(signing.BadSignature, match="没有签名"):
        taken({})


@settings(max_examples=40, deadline=None)
@given(body=st.binary(min_size=1, max_size=80), place=st.integers(0, 10_000), turn=st.integers(1, 255))
def test_any_changed_byte_of_the_body_is_seen(body: bytes, place: int, turn: int) -> None:
    changed = bytearray(body)
    changed[place % len(body)] ^= turn
    for scheme in (signing.HMAC_SHA256, signing.HMAC_SM3):
        mine, theirs = KEYS[scheme]
        headers = signing.sign(scheme, mine, method="POST", path="/x", body=body, at=NOW)
        signing.verify(scheme, theirs, headers, method="POST", path="/x", body=body, now=NOW)
        with pytest.raises(signing.BadSignature):
            signing.verify(scheme, theirs, headers, method="POST", path="/x", body=bytes(changed), now=NOW)


def test_keys_that_cannot_be_used_are_told_in_words() -> None:
    assert (
        signing.fault_of_key("sm2", PRIVATE, private=True) == signing.fault_of_key("sm2", PUBLIC, private=False) == ""
    )
    assert "64 位" in signing.fault_of_key("sm2", "abc", private=True)
    for wrong in ("04" + "11" * 64, "02" + "11" * 64, "00" * 64, "ff" * 65):
        assert signing.fault_of_key("sm2", wrong, private=False)
    assert "16" in signing.fault_of_key("hmac-sm3", "short", private=True)
    assert signing.fault_of_key("rot13", "x" * 20, private=True)
