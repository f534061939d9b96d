"""Shapes of the API about signing in beside the password: central log-ins and passkeys."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import AfterValidator, Field, StringConstraints

from chengyun.kernel.given import storable_json

from .schemas import Text
from .schemas_safety import Code

Word = Annotated[Text, StringConstraints(strip_whitespace=True, max_length=60)]
Name = Annotated[Text, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
Credential = Annotated[dict[str, Any], AfterValidator(storable_json(16_000))]
WayCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}$")]


class SignOutOut(Schema):
    """Where the browser goes to end the central log-in as well."""

    address: str


class SecondStepIn(Schema):
    """After a central log-in: the code of the app or a recovery code, or what a passkey answered."""

    code: Code = ""
    passkey: Credential | None = None


class PasskeyIn(Schema):
    passkey: Credential


class PasskeyOptionsOut(Schema):
    """For the browser: `navigator.credentials.create` or `.get` (WebAuthn, JSON form)."""

    options: dict[str, Any]


class ConfirmPersonIn(Schema):
    """The password once more; who has none has to have logged in within the last ten minutes."""

    password: Annotated[Text, StringConstraints(max_length=1024)] = ""


class NewPasskeyIn(Schema):
    name: Name
    passkey: Credential


class PasskeyAddedOut(Schema):
    """Recovery codes, shown this once, when the account had none."""

    codes: list[str]


class SignInAddressOut(Schema):
    address: str


# --- administration -------------------------------------------------------------------------------------------------
class WaySettings(Schema):
    """How the other side is reached, whom it means. `issuer` and the client: OpenID Connect; `server`: CAS."""

    issuer: Annotated[Text, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    client_id: Word = ""
    scopes: Annotated[Text, StringConstraints(strip_whitespace=True, max_length=200)] = "profile"
    auth_method: Literal["basic", "post"] = "basic"
    server: Annotated[Text, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    match: Literal["link", "staff_no", "username", "email", "phone"] = "link"
    claim: Word = ""
    make_accounts: bool = False
    trust_email: bool = False
    factor_values: list[Word] = Field([], max_length=10)
    sign_out: bool = False


class WayIn(Schema):
    """`secret`: absent leaves it, empty removes it."""

    name: Name
    protocol: Literal["oidc", "cas"]
    enabled: bool = False
    sort: int = Field(0, ge=0, le=1000)
    settings: WaySettings
    secret: Annotated[Text, StringConstraints(max_length=200)] | None = None


class WayOut(Schema):
    code: str
    name: str
    protocol: str
    enabled: bool
    sort: int
    settings: WaySettings
    has_secret: bool
    back: str
    linked: int
    last_ok_at: datetime | None
    last_error_at: datetime | None
    last_error: str


class WayFactOut(Schema):
    ok: bool
    said: str


class WayTestOut(Schema):
    """What the other side answered, step by step."""

    ok: bool
    facts: list[WayFactOut]
