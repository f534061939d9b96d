"""A language model behind an OpenAI-compatible address. Knows neither Django nor the platform.

A deadline for the whole exchange (a peer that sends a byte now and then does not hold anybody up), a limit on what is
read, no redirects, no proxy from the environment: texts go to the configured address and nowhere else.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    import httpx

LARGEST = 256 * 1024
LONGEST_ANSWER = 6000
CONNECT_SECONDS = 3.0

NOT_CONFIGURED, UNREACHABLE, TIMEOUT, WRONG_KEY = "not_configured", "unreachable", "timeout", "wrong_key"
BUSY, NO_MODEL, REFUSED, SERVER, NONSENSE, TOO_LARGE, LOST = (
    "busy", "no_model", "refused", "server", "nonsense", "too_large", "lost",
)  # fmt: skip
FAULTS = {
    NOT_CONFIGURED: ("没有配置语言模型", "No language model is configured"),
    UNREACHABLE: (
        "连不上语言模型，请联系管理员看地址和服务", "The language model cannot be reached; ask the administrator",
    ),
    TIMEOUT: ("语言模型没有在时限内回答，请稍后再试", "The language model did not answer in time; try again later"),
    WRONG_KEY: ("语言模型不接受密钥，请联系管理员", "The language model refuses the key; ask the administrator"),
    BUSY: ("语言模型正忙，请稍后再试", "The language model is busy; try again later"),
    NO_MODEL: (
        "语言模型的地址或名称不对，请联系管理员",
        "Wrong address or name of the language model; ask the administrator",
    ),
    REFUSED: ("语言模型拒绝了这个请求", "The language model refused the request"),
    SERVER: ("语言模型出错了，请稍后再试", "The language model failed; try again later"),
    NONSENSE: (
        "语言模型的回答不能用，请再试一次或自己写",
        "The answer of the language model is of no use; try again, or write it",
    ),
    TOO_LARGE: ("语言模型的回答太长，没有采用", "The answer of the language model is too long and was not taken"),
    LOST: ("后台任务中断了，请再试一次", "The job was interrupted; try again"),
}  # fmt: skip


class Fault(Exception):
    """Why there is no answer: a code of FAULTS. `detail` is for the log, without any text."""

    def __init__(self, code: str, detail: str = ""):
        super().__init__(f"{code} {detail}".strip())
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Peer:
    url: str
    key: str
    model: str
    seconds: float

    @property
    def configured(self) -> bool:
        return bool(self.url and self.model)


def ask(peer: Peer, system: str, words: str, most_tokens: int) -> str:
    """The model's answer as plain text. Raises Fault."""
    body = {
        "model": peer.model, "stream": False, "temperature": 0.2, "max_tokens": most_tokens,
        "messages": [{"role": "system", "content": system}, {"role": "user", "content": words}],
    }  # fmt: skip
    return plain(_content(_exchange(peer, "POST", "/chat/completions", body)))


def models(peer: Peer, seconds: float = 5.0) -> list[str]:
    """Names of the models that the peer offers. Raises Fault."""
    answer = _exchange(Peer(peer.url, peer.key, peer.model, min(seconds, peer.seconds)), "GET", "/models", None)
    found = answer.get("data")
    if not isinstance(found, list):
        raise Fault(NONSENSE, "no list of models")
    return [str(row["id"])[:200] for row in found[:200] if isinstance(row, dict) and isinstance(row.get("id"), str)]


def _exchange(peer: Peer, method: str, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
    if not peer.url:
        raise Fault(NOT_CONFIGURED)
    import httpx  # 10 MB that a web process without a model does not need

    ends = time.monotonic() + peer.seconds
    wait = httpx.Timeout(peer.seconds, connect=min(CONNECT_SECONDS, peer.seconds))
    headers = {"Accept": "application/json", **({"Authorization": f"Bearer {peer.key}"} if peer.key else {})}
    try:
        with (
            httpx.Client(timeout=wait, trust_env=False, follow_redirects=False) as client,
            client.stream(method, peer.url.rstrip("/") + path, json=body, headers=headers) as response,
        ):
            status = response.status_code
            content = _read(response, ends)
    except httpx.TimeoutException as error:
        raise Fault(TIMEOUT, type(error).__name__) from None
    except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError, ValueError) as error:
        raise Fault(UNREACHABLE, type(error).__name__) from None
    if status != 200:
        raise Fault(_fault_of(status), f"status {status}")
    try:
        answer = orjson.loads(content)
    except ValueError:
        raise Fault(NONSENSE, "not JSON") from None
    if not isinstance(answer, dict):
        raise Fault(NONSENSE, "not an object")
    return answer


def _read(response: httpx.Response, ends: float) -> bytes:
    content = bytearray()
    for piece in response.iter_bytes():
        content += piece
        if len(content) > LARGEST:
            raise Fault(TOO_LARGE)
        if time.monotonic() > ends:
            raise Fault(TIMEOUT, "deadline")
    return bytes(content)


_KNOWN = {
    401: WRONG_KEY, 403: WRONG_KEY, 404: NO_MODEL, 408: TIMEOUT, 413: TOO_LARGE, 429: BUSY, 503: BUSY, 504: TIMEOUT,
}  # fmt: skip


def _fault_of(status: int) -> str:
    return _KNOWN.get(status) or (SERVER if status >= 500 else NO_MODEL if 300 <= status < 400 else REFUSED)


def _content(answer: dict[str, Any]) -> str:
    try:
        content = answer["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError):
        raise Fault(NONSENSE, "no choices") from None
    if isinstance(content, list):
        content = "".join(part.get("text", "") for part in content if isinstance(part, dict))
    if not isinstance(content, str):
        raise Fault(NONSENSE, "no text")
    return content


_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|$)", re.DOTALL | re.IGNORECASE)
_MARKUP = re.compile(r"<!doctype|</?(?:html|body|head|div|script|table|span|iframe|style|img|a)\b[^>]*>", re.IGNORECASE)
_FENCE = re.compile(r"^```[\w-]*\s*|\s*```$")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_EMPHASIS = re.compile(r"\*\*|^#{1,6}\s*|^\s*[-*]\s+(?=\S)", re.MULTILINE)
_HANZI = re.compile(r"[\u4e00-\u9fff]")


def plain(text: str) -> str:
    """The words of an answer without thoughts, fences and marks. Fault when they are none that a clerk could use."""
    text = _CONTROL.sub("", _THOUGHT.sub("", text[:LARGEST])).strip()
    text = _EMPHASIS.sub("", _FENCE.sub("", text)).strip()
    if not text:
        raise Fault(NONSENSE, "empty")
    if _MARKUP.search(text):
        raise Fault(NONSENSE, "markup")
    if len(text) > LONGEST_ANSWER:
        raise Fault(TOO_LARGE, f"{len(text)} characters")
    if len(_HANZI.findall(text)) < max(2, len(text) // 10):
        raise Fault(NONSENSE, "not Chinese")
    return text
