"""Open311 GeoReport v2 over HTTP. One address pattern, its own router: the suffix says the format, and every answer,
errors too, has Open311's shape (docs/developer/open311.md)."""

from __future__ import annotations

import logging
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from chengyun.channels import queries, tokens
from chengyun.channels.models import ChannelToken
from chengyun.channels.queries import ChannelRef
from chengyun.channels.tokens import TokenRef
from chengyun.kernel import config, english, ratelimit
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3
from chengyun.org.addresses import client_address
from chengyun.org.queries import district

from . import asking, formats, production, services, submitting, trials
from .asking import Given
from .refusing import Refused, bad, missing, of_problem
from .settings import CHANNEL, READS_PER_MINUTE, SPAN, SPECIFICATION

log = logging.getLogger(__name__)
BODY = 64 * 1024
"""Bytes of a form without files."""
MOST_FILES = 5
_ADDRESS = re.compile(r"(?P<base>v2/|test/v2/|)(?P<rest>[^.]*)\.(?P<form>json|xml)")
_CORS = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "RateLimit-Limit, RateLimit-Remaining"}


@dataclass
class Call:
    """One request, as the answers need it."""

    request: HttpRequest
    form: str
    test: bool
    given: Given
    headers: dict[str, str]

    @property
    def extended(self) -> bool:
        return self.given.yes("extensions")


Answer = tuple[str, Any]
Handler = Callable[..., Answer]
"""The root of the XML, and the answer as JSON."""


@csrf_exempt
def serve(request: HttpRequest, rest: str) -> HttpResponse:
    match = _ADDRESS.fullmatch(rest)
    form = match["form"] if match else "xml" if rest.endswith(".xml") else "json"
    headers: dict[str, str] = dict(_CORS) if request.method in ("GET", "HEAD", "OPTIONS") else {}
    try:
        if request.method == "OPTIONS":
            return _preflight()
        if match is None or "\x00" in rest:
            raise missing("没有这个地址；地址要以 .json 或 .xml 结尾。", "No such address; it ends with .json or .xml.")
        call = Call(request, form, match["base"].startswith("test"), _given(request), headers)
        root, answer = _answer(call, match["rest"] if match["base"] or match["rest"] == "discovery" else "")
        status = 200
    except Exception as error:
        refused = _refused(error)
        headers |= refused.headers
        root, answer, status = "errors", refused.told(english.wanted(request)), refused.status
    response = HttpResponse(formats.render(root, answer, form), status=status, content_type=formats.TYPES[form])
    for name, value in headers.items():
        response[name] = value
    response.own_shape = True  # type: ignore[attr-defined]
    return response


def _preflight() -> HttpResponse:
    response = HttpResponse(status=204)
    for name, value in (*_CORS.items(), ("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"),
                        ("Access-Control-Max-Age", "86400")):  # fmt: skip
        response[name] = value
    return response


def _refused(error: Exception) -> Refused:
    """Whatever went wrong, as Open311 says it."""
    if isinstance(error, Refused):
        return error
    if isinstance(error, Problem):
        return of_problem(error)
    if isinstance(error, RequestDataTooBig):
        return Refused(413, ("内容太大。", "It is too large."))
    if isinstance(error, SuspiciousOperation | MultiPartParserError | UnreadablePostError | UnicodeError):
        return bad("看不懂请求的内容。", "The request cannot be read.")
    if isinstance(error, OperationalError | InterfaceError):
        log.warning("database away: %s", error)
        away = ("数据库暂时没有应答，请稍后再试。", "The database does not answer; try again soon.")
        return Refused(503, away, headers={"Retry-After": "2"})
    log.error("open311 failed", exc_info=error)
    return Refused(
        500, ("系统出错了，问题已记录，请稍后再试。", "A fault of ours, which is recorded; try again later.")
    )


def _given(request: HttpRequest) -> Given:
    """Parameters of the query, and of the form of a POST; the form's come last and win."""
    query = dict(request.GET.lists())
    if request.method != "POST":
        return Given(query)
    kind = request.content_type
    if kind not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        raise bad("请用 application/x-www-form-urlencoded 或 multipart/form-data 提交。",
                  "Send application/x-www-form-urlencoded or multipart/form-data.")  # fmt: skip
    if kind != "multipart/form-data" and int(request.META.get("CONTENT_LENGTH") or 0) > BODY:
        raise Refused(413, (f"表单最多 {BODY // 1024} KB。", f"A form has at most {BODY // 1024} KB."))
    charset = request.content_params.get("charset", "utf-8") if request.content_params else "utf-8"
    if charset.lower().replace("-", "") != "utf8":
        raise bad("请用 UTF-8 编码。", "Send it in UTF-8.")
    return Given(query, dict(request.POST.lists()))


def _answer(call: Call, rest: str) -> Answer:
    handler, words = _route(str(call.request.method), rest)
    if call.request.method != "POST":
        _limit_reading(call)
    _check_jurisdiction(call)
    return handler(call, *words)


def _route(method: str, rest: str) -> tuple[Handler, tuple[str, ...]]:
    for pattern, methods in ROUTES:
        found = re.fullmatch(pattern, rest)
        if found:
            handler = methods.get("GET" if method == "HEAD" else method)
            if handler is None:
                raise bad(f"这个地址只能用 {'、'.join(methods)}。", f"This address takes {', '.join(methods)}.")
            return handler, found.groups()
    raise missing("没有这个地址。", "There is no such address.")


def _limit_reading(call: Call) -> None:
    """For each address, kept in a bounded number of buckets: reading needs no key."""
    bucket = sm3(client_address(call.request).encode()).hex()[:3]
    call.headers |= ratelimit.take(f"open311-read-{bucket}", READS_PER_MINUTE).headers


def _check_jurisdiction(call: Call) -> None:
    """The endpoint serves one district: naming it is optional, naming another one is wrong."""
    wanted, here = call.given.text("jurisdiction_id"), district()
    if wanted and (here is None or wanted != here["code"]):
        raise missing(f"没有辖区 {wanted[:40]}。", f"There is no jurisdiction {wanted[:40]}.")


# --- keys -------------------------------------------------------------------------------------------------------------
def _channel() -> ChannelRef:
    channel = queries.channel(CHANNEL)
    if channel is None or not channel.open_today:
        raise Refused(403, ("开放接口没有启用。", "The open interface is switched off."))
    return channel


def _key(call: Call, *, required: bool = True) -> TokenRef | None:
    """The key of a program; 403 when it is wrong, or missing where one is needed."""
    secret = call.given.text("api_key")
    if not secret and not required:
        return None
    token, channel = tokens.recognise(secret) if secret else None, queries.channel(CHANNEL)
    scope = ChannelToken.OPEN311_TEST if call.test else ChannelToken.OPEN311
    if token is None or channel is None or token.channel_id != channel.id or not {
        scope, ChannelToken.OPEN311
    } & token.scopes:  # fmt: skip
        raise Refused(403, ("api_key 缺少、不对、已过期，或不能用于这个地址。",
                            "The api_key is missing, wrong, expired, or not for this endpoint."))  # fmt: skip
    return token


def _writer(call: Call) -> tuple[ChannelRef, TokenRef]:
    channel, token = _channel(), _key(call)
    assert token is not None
    limit = channel.rate_per_minute or config.current().rate_intake
    call.headers |= ratelimit.take(f"intake-{token.id}", limit).headers
    return channel, token


def _uploads(call: Call) -> list[Any]:
    """Files of a multipart form, whatever they are called."""
    files = [one for name in call.request.FILES for one in call.request.FILES.getlist(name)]
    if len(files) > MOST_FILES:
        raise bad(f"一次最多 {MOST_FILES} 个文件。", f"At most {MOST_FILES} files at a time.")
    return files


# --- answers ----------------------------------------------------------------------------------------------------------
def get_discovery(call: Call) -> Answer:
    here, channel = district() or {"name": "", "centre_name": ""}, queries.channel(CHANNEL)
    changeset = formats.moment(services.current().changeset)
    base = call.request.build_absolute_uri("/open311")
    ends = ((f"{base}/v2", "production"), (f"{base}/test/v2", "test"))
    formats_ = ["text/xml", "application/json"]
    contact = " · ".join(
        part for part in (here["centre_name"] or here["name"], channel.name if channel else "") if part
    )
    return "discovery", {
        "changeset": changeset, "contact": contact,
        "key_service": f"请向{here['centre_name'] or here['name']}申请 api_key。 Ask the centre for an api_key.",
        "endpoints": [
            {"specification": SPECIFICATION, "url": url, "changeset": changeset, "type": type_, "formats": formats_}
            for url, type_ in ends
        ],
    }  # fmt: skip


def get_services(call: Call) -> Answer:
    return "services", [one.told() for one in services.current().by_code.values()]


def get_service(call: Call, code: str) -> Answer:
    service = services.current().by_code.get(code)
    if service is None:
        raise missing(f"没有服务 {code[:40]}。", f"There is no service {code[:40]}.")
    return "service_definition", service.definition()


def post_request(call: Call) -> Answer:
    channel, token = _writer(call)
    given = asking.submitted(call.given, services.current().by_code)
    uploads = _uploads(call)
    made = trials.submit(token, given) if call.test else submitting.submit(channel, token, given, uploads)
    return "service_requests", [made]


def get_token(call: Call, text: str) -> Answer:
    try:
        token = uuid.UUID(text)
    except ValueError:
        found = None
    else:
        found = trials.token_state(token) if call.test else production.token_state(token)
    if found is None:
        raise missing("没有这个凭据。", "There is no such token.")
    return "service_requests", [found]


def get_requests(call: Call) -> Answer:
    asked = asking.asked(call.given, timezone.now())
    token = _key(call, required=asked.own)
    if asked.ids:
        found = trials.by_ids(asked.ids) if call.test else production.by_ids(asked.ids, token)
    else:
        found = trials.page(asked) if call.test else production.page(asked, token, extended=call.extended)
    return "service_requests", [one.told(call.extended) for one in found]


def get_request(call: Call, number: str) -> Answer:
    token = _key(call, required=False)
    found = trials.by_ids([number]) if call.test else production.by_ids([number], token)
    if not found:
        raise missing(
            f"没有诉求 {number[:40]}，或它不公开。", f"There is no request {number[:40]}, or it is not public."
        )
    return "service_requests", [found[0].told(call.extended)]


def get_updates(call: Call) -> Answer:
    token, ids = _key(call, required=False), call.given.words("service_request_id")
    start, end = call.given.moment("start_date"), call.given.moment("end_date")
    start = start or (end or timezone.now()) - SPAN
    end = end or start + SPAN
    if not timedelta() <= end - start <= SPAN:
        raise bad(f"start_date 到 end_date 最多 {SPAN.days} 天。", f"From start_date to end_date: {SPAN.days} days.")
    found = trials.updates(start, end, ids) if call.test else production.updates(start, end, ids, token)
    return "service_request_updates", [one.told() for one in found]


def post_update(call: Call) -> Answer:
    channel, token = _writer(call)
    number, words = call.given.text("service_request_id"), call.given.text("description", asking.LONGEST)
    if not number or len(words) < 2:
        raise bad("请填写 service_request_id 和 description。", "service_request_id and description are missing.")
    external_id = call.given.text("update_id", 120)
    if call.test:
        closes = call.given.text("status").lower() == "closed"
        made = trials.update(number, external_id, words, closes)
    else:
        made = submitting.update(channel, token, number, external_id, words, _uploads(call))
    return "service_request_updates", [{"update_id": made}]


ROUTES: tuple[tuple[str, dict[str, Handler]], ...] = (
    ("discovery", {"GET": get_discovery}),
    ("services", {"GET": get_services}),
    ("services/([^/]{1,60})", {"GET": get_service}),
    ("requests", {"GET": get_requests, "POST": post_request}),
    ("requests/([^/]{1,60})", {"GET": get_request}),
    ("tokens/([^/]{1,60})", {"GET": get_token}),
    ("servicerequestupdates", {"GET": get_updates, "POST": post_update}),
)
