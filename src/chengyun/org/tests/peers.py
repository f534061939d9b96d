"""The other sides of signing in, faithful and small: a provider of OpenID Connect, a CAS server, a security key."""

from __future__ import annotations

import base64
import hashlib
import json
import struct
import time
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from chengyun.kernel import outbound


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


class Provider:
    """Answers in place of `outbound.send`; holds code, PKCE, client secret and nonce as the standards ask."""

    issuer = "https://login.example.gov.cn/realms/qu"
    secret = "s3cret & more"

    def __init__(self):
        from joserfc.jwk import ECKey

        self.people = {}
        self.codes = {}
        self.asked = []
        self.keys = [ECKey.generate_key("P-256", {"kid": "k1", "use": "sig"})]
        self.twist = {}
        self.down = False

    def rotate(self, kid):
        from joserfc.jwk import ECKey

        self.keys = [ECKey.generate_key("P-256", {"kid": kid, "use": "sig"})]

    def authorize(self, address, subject, **claims):
        """Somebody logs in there: the query with which the browser comes back."""
        asked = dict(parse_qsl(urlsplit(address).query))
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        code = f"code-{len(self.codes)}"
        self.codes[code] = {**asked, "claims": {"sub": subject, **claims}}
        return {"state": asked["state"], "code": code, "iss": self.issuer}

    def send(self, outgoing):
        self.asked.append(outgoing.url)
        if self.down:
            raise outbound.Unreachable(outbound.UNREACHABLE)
        path = outgoing.url.removeprefix(self.issuer)
        if path == "/.well-known/openid-configuration":
            names = {"authorization_endpoint": "auth", "token_endpoint": "token", "jwks_uri": "certs",
                     "userinfo_endpoint": "userinfo", "end_session_endpoint": "logout"}  # fmt: skip
            return self.say({"issuer": self.issuer, **{k: f"{self.issuer}/{v}" for k, v in names.items()}})
        if path == "/certs":
            return self.say({"keys": [{"kty": "oct"}, *(key.as_dict(private=False) for key in self.keys)]})
        return self.token(outgoing) if path == "/token" else self.say({"error": "not_found"}, 404)

    def token(self, outgoing):
        from joserfc import jwt

        form = {name: values[0] for name, values in parse_qs(outgoing.body.decode()).items()}
        known = self.codes.pop(form["code"], None)
        digest = b64(hashlib.sha256(form["code_verifier"].encode()).digest())
        basic = base64.b64encode(b"chengyun:s3cret%20%26%20more").decode()
        right = known and known["code_challenge"] == digest and known["redirect_uri"] == form["redirect_uri"]
        if not right or outgoing.headers["Authorization"] != f"Basic {basic}":
            return self.say({"error": "invalid_grant"}, 400)
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": "chengyun", "iat": now, "exp": now + 300, "nonce": known["nonce"]}
        claims |= known["claims"] | self.twist
        key = self.keys[-1]
        return self.say({"id_token": jwt.encode({"alg": "ES256", "kid": key.kid}, claims, key), "access_token": "x"})

    def say(self, body, status=200):
        return outbound.Answer(status, json.dumps(body).encode(), 1)


class CasServer:
    """CAS 3.0: a ticket is good once, and for the service it was made for."""

    server = "https://cas.example.gov.cn/cas"

    def __init__(self):
        self.tickets = {}

    def log_in(self, address, user, **attributes):
        service = dict(parse_qsl(urlsplit(address).query))["service"]
        ticket = f"ST-{len(self.tickets)}"
        self.tickets[ticket] = (service, user, attributes)
        return {**dict(parse_qsl(urlsplit(service).query)), "ticket": ticket}

    def send(self, outgoing):
        assert outgoing.url.startswith(f"{self.server}/p3/serviceValidate?")
        asked = dict(parse_qsl(urlsplit(outgoing.url).query))
        service, user, attributes = self.tickets.pop(asked["ticket"], ("", "", {}))
        inner = '<cas:authenticationFailure code="INVALID_TICKET">no</cas:authenticationFailure>'
        if user and service == asked["service"]:
            more = "".join(f"<cas:{name}>{value}</cas:{name}>" for name, value in attributes.items())
            inner = (
                f"<cas:authenticationSuccess><cas:user>{user}</cas:user><cas:attributes>{more}</cas:attributes>"
                "</cas:authenticationSuccess>"
            )
        text = f'<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">{inner}</cas:serviceResponse>'
        return outbound.Answer(200, text.encode(), 1)


class SecurityKey:
    """An authenticator in software (WebAuthn §6): makes a key and signs challenges, as honest as its caller."""

    def __init__(self, origin="https://testserver", rp_id="testserver"):
        self.origin, self.rp_id = origin, rp_id
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = hashlib.sha256(str(id(self)).encode()).digest()
        self.counter = 0

    def _client(self, kind, challenge):
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}).encode()

    def _data(self, flags, counter):
        return hashlib.sha256(self.rp_id.encode()).digest() + bytes([flags]) + struct.pack(">I", counter)

    def make(self, options):
        import cbor2

        numbers = self.key.public_key().public_numbers()
        point = {-2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        public = cbor2.dumps({1: 2, 3: -7, -1: 1, **point})
        credential = b"\0" * 16 + struct.pack(">H", len(self.id)) + self.id + public
        data = self._data(0b01000101, 0) + credential
        attested = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        client = self._client("webauthn.create", options["challenge"])
        said = {"clientDataJSON": b64(client), "attestationObject": b64(attested), "transports": ["usb"]}
        return {"id": b64(self.id), "rawId": b64(self.id), "type": "public-key", "response": said}

    def sign(self, options, verified=True):
        self.counter += 1
        client = self._client("webauthn.get", options["challenge"])
        data = self._data(0b101 if verified else 0b001, self.counter)
        signed = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        said = {"clientDataJSON": b64(client), "authenticatorData": b64(data), "signature": b64(signed)}
        return {"id": b64(self.id), "rawId": b64(self.id), "type": "public-key", "response": said}


def query(answer: dict) -> str:
    return urlencode(answer)
