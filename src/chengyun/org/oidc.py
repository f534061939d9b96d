"""OpenID Connect: code flow with PKCE, state and nonce (OpenID Connect Core 1.0 §3.1, RFC 7636, RFC 9207).

Heavy modules are imported where they are used: a platform without a central log-in never loads them.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from chengyun.kernel import outbound

from .models import OutsideIdentity, SignInWay
from .outside import BAD_ANSWER, PROVIDER_DOWN, REFUSED, Fault, Proven, secret_of

KEEP_SECONDS = 3600
"""How long a provider's description and keys are believed; a key that is not among them is asked for anew."""
ASK_AGAIN_SECONDS = 30
CLOCKS_APART = 120
SECONDS = 8.0
LARGEST = 256 * 1024
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519", "EdDSA"]
"""Signatures with a key that the provider alone has; never "none", never the shared secret."""
_NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@dataclass
class _Known:
    """What this process knows of a provider."""

    metadata: dict[str, Any]
    at: float
    keys: list[dict[str, Any]] = field(default_factory=list)
    keys_at: float = 0.0


_known: dict[tuple[int, str], _Known] = {}
_failed: dict[tuple[int, str], tuple[float, Fault]] = {}


def forget() -> None:
    _known.clear()
    _failed.clear()


# --- the provider's description -------------------------------------------------------------------------------------
def describe(way: SignInWay, fresh: bool = False) -> dict[str, Any]:
    """The provider's metadata (OpenID Connect Discovery 1.0 §4). Raises Fault."""
    return _provider(way, fresh).metadata


def _provider(way: SignInWay, fresh: bool = False) -> _Known:
    mark = (way.pk or 0, f"{way.settings.get('issuer', '')} {way.changed_at}")
    known = _known.get(mark)
    if known is None or fresh or time.monotonic() - known.at > KEEP_SECONDS:
        at, fault = _failed.get(mark, (0.0, None))
        if fault is not None and not fresh and time.monotonic() - at < ASK_AGAIN_SECONDS:
            raise fault  # everybody who clicks would wait for the same silence
        try:
            known = _described(way)
        except Fault as fault:
            _failed[mark] = (time.monotonic(), fault)
            raise
        for old in [key for key in (*_known, *_failed) if key[0] == mark[0]]:
            _known.pop(old, None)
            _failed.pop(old, None)
        _known[mark] = known
    return known


def _described(way: SignInWay) -> _Known:
    issuer = str(way.settings.get("issuer", ""))
    found = _json(outbound.Outgoing("GET", f"{issuer.rstrip('/')}/.well-known/openid-configuration"))
    if str(found.get("issuer", "")).rstrip("/") != issuer.rstrip("/"):
        raise Fault(BAD_ANSWER, f"对方自称的 issuer 是 {str(found.get('issuer'))[:100]}，与设置不同")
    missing = [name for name in _NEEDED if not isinstance(found.get(name), str)]
    if missing:
        raise Fault(BAD_ANSWER, "对方的描述里缺 " + "、".join(missing))
    return _Known(found, time.monotonic())


def signing_keys(way: SignInWay, kid: str | None) -> list[dict[str, Any]]:
    """The provider's public keys; those named `kid`, when it is given. Asked for anew when it is not known yet."""
    known = _provider(way)
    age = time.monotonic() - known.keys_at
    stale = not known.keys or age > KEEP_SECONDS
    unknown = kid is not None and all(key.get("kid") != kid for key in known.keys) and age > ASK_AGAIN_SECONDS
    if stale or unknown:
        found = _json(outbound.Outgoing("GET", known.metadata["jwks_uri"])).get("keys")
        if not isinstance(found, list):
            raise Fault(BAD_ANSWER, "对方没有给出公钥")
        known.keys = [key for key in found if isinstance(key, dict) and key.get("use", "sig") == "sig"]
        known.keys_at = time.monotonic()
    named = [key for key in known.keys if kid is None or key.get("kid") in (kid, None)]
    return named


# --- there and back -------------------------------------------------------------------------------------------------
def begin(way: SignInWay, back: str) -> tuple[str, dict[str, str]]:
    """(where the browser goes, what is to be remembered until it comes back)."""
    metadata = describe(way)
    kept = {name: secrets.token_urlsafe(32) for name in ("state", "nonce", "verifier")}
    challenge = base64.urlsafe_b64encode(hashlib.sha256(kept["verifier"].encode()).digest()).rstrip(b"=").decode()
    asked = {
        "response_type": "code", "client_id": way.settings["client_id"], "redirect_uri": back,
        "scope": _scopes(way), "state": kept["state"], "nonce": kept["nonce"],
        "code_challenge": challenge, "code_challenge_method": "S256",
    }  # fmt: skip
    address = metadata["authorization_endpoint"]
    return f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}", kept


def _scopes(way: SignInWay) -> str:
    return " ".join(dict.fromkeys(["openid", *str(way.settings.get("scopes") or "profile").split()]))


def finish(way: SignInWay, kept: Mapping[str, str], answer: Mapping[str, str], back: str) -> Proven:
    """Whom the provider says this is. Raises Fault."""
    if not secrets.compare_digest(answer.get("state", "").encode(), kept["state"].encode()):
        raise Fault(BAD_ANSWER, "state 不符")
    metadata = describe(way)
    if "iss" in answer and answer["iss"].rstrip("/") != str(metadata["issuer"]).rstrip("/"):
        raise Fault(BAD_ANSWER, "回答来自另一个提供方（iss 不符）")
    if "error" in answer:
        raise Fault(REFUSED, str(answer["error"])[:80])
    if not answer.get("code"):
        raise Fault(BAD_ANSWER, "没有 code")
    tokens = _json(_exchange(way, metadata, kept, answer["code"], back))
    claims = checked(way, str(tokens.get("id_token") or ""), kept["nonce"])
    claims = _with_userinfo(way, metadata, claims, str(tokens.get("access_token") or ""))
    return Proven(str(claims["sub"]), claims, factors(way, claims), str(tokens["id_token"]))


def _exchange(
    way: SignInWay, metadata: Mapping[str, Any], kept: Mapping[str, str], code: str, back: str
) -> outbound.Outgoing:
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": back, "code_verifier": kept["verifier"]}
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    client, secret = str(way.settings["client_id"]), secret_of(way)
    if not secret or way.settings.get("auth_method") == "post":
        form |= {"client_id": client} | ({"client_secret": secret} if secret else {})
    else:
        pair = f"{quote(client, safe='')}:{quote(secret, safe='')}"
        headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
    return outbound.Outgoing("POST", metadata["token_endpoint"], headers, urlencode(form).encode())


def checked(way: SignInWay, token: str, nonce: str) -> dict[str, Any]:
    """The claims of an ID token, when everything about it is right (OpenID Connect Core 1.0 §3.1.3.7)."""
    from joserfc import jwt
    from joserfc.errors import JoseError

    claims: dict[str, Any] = _verified(way, token)
    registry = jwt.JWTClaimsRegistry(
        leeway=CLOCKS_APART, iss={"essential": True, "value": _provider(way).metadata["issuer"]},
        sub={"essential": True}, aud={"essential": True, "value": way.settings["client_id"]},
        exp={"essential": True}, iat={"essential": True}, nonce={"essential": True, "value": nonce},
    )  # fmt: skip
    try:
        registry.validate(claims)
    except (JoseError, ValueError, TypeError) as error:
        raise Fault(BAD_ANSWER, f"身份令牌不合要求：{str(error)[:120]}") from error
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if (several or "azp" in claims) and claims.get("azp") != way.settings["client_id"]:
        raise Fault(BAD_ANSWER, "身份令牌是给别的系统的（azp 不符）")
    return claims


def _verified(way: SignInWay, token: str) -> dict[str, Any]:
    from joserfc import jwt
    from joserfc.errors import JoseError
    from joserfc.jwk import import_key

    try:
        head = json.loads(base64.urlsafe_b64decode(token.split(".")[0] + "=="))
        kid = head.get("kid")
    except (ValueError, AttributeError):
        raise Fault(BAD_ANSWER, "没有身份令牌") from None
    for data in signing_keys(way, kid):
        try:
            return dict(jwt.decode(token, import_key(data), algorithms=ALGORITHMS).claims)
        except (JoseError, ValueError, TypeError, KeyError):
            continue
    raise Fault(BAD_ANSWER, "身份令牌的签名不对")


def _with_userinfo(
    way: SignInWay, metadata: Mapping[str, Any], claims: dict[str, Any], access_token: str
) -> dict[str, Any]:
    """With what only the userinfo endpoint tells, when the claim that names a person is not in the token and the
    person is not known by the subject yet."""
    wanted = way.settings.get("claim") or "sub"
    address = metadata.get("userinfo_endpoint")
    if wanted in claims or not address or not access_token:
        return claims
    if OutsideIdentity.objects.filter(way=way, subject=str(claims["sub"])[:255]).exists():
        return claims
    more = _json(outbound.Outgoing("GET", address, {"Authorization": f"Bearer {access_token}"}))
    if more.get("sub") != claims["sub"]:
        raise Fault(BAD_ANSWER, "userinfo 说的是另一个人（sub 不符）")
    return {**more, **claims}


def factors(way: SignInWay, claims: Mapping[str, Any]) -> bool:
    """Whether the provider says that it asked for a second factor, and this way is trusted to say so."""
    wanted = set(way.settings.get("factor_values") or ())
    amr = claims.get("amr")
    said = {str(value) for value in amr} if isinstance(amr, list) else set()
    return bool(wanted & (said | {str(claims.get("acr", ""))}))


def sign_out_address(way: SignInWay, id_token: str, back: str) -> str:
    """Where the browser ends the log-in at the provider too (RP-Initiated Logout 1.0); "" when there is no such."""
    try:
        address = describe(way).get("end_session_endpoint")
    except Fault:
        return ""
    if not isinstance(address, str):
        return ""
    asked = {"client_id": way.settings["client_id"], "post_logout_redirect_uri": back}
    asked |= {"id_token_hint": id_token} if id_token else {}
    return f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}"


def _json(outgoing: outbound.Outgoing) -> dict[str, Any]:
    headers = {"Accept": "application/json", **outgoing.headers}
    asked = outbound.Outgoing(outgoing.method, outgoing.url, headers, outgoing.body, SECONDS, LARGEST)
    try:
        answer = outbound.send(asked)
    except outbound.Unreachable as error:
        raise Fault(PROVIDER_DOWN, error.words) from error
    try:
        found = json.loads(answer.body) if answer.whole else None
    except ValueError:
        found = None
    if not answer.ok:
        why = f"：{str(found['error'])[:80]}" if isinstance(found, dict) and "error" in found else ""
        raise Fault(BAD_ANSWER, f"对方答复 HTTP {answer.status}{why}")
    if not isinstance(found, dict):
        raise Fault(BAD_ANSWER, "对方的答复不是 JSON")
    return found
