"""Where a request comes from and with what."""

from __future__ import annotations

from django.http import HttpRequest

from chengyun.kernel import config


def client_address(request: HttpRequest) -> str:
    """The caller's address. X-Forwarded-For counts only behind the TLS proxy, and then its last entry."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if forwarded and config.current().behind_tls:
        return forwarded.rsplit(",", 1)[-1].strip()[:45]
    return str(request.META.get("REMOTE_ADDR", ""))[:45]


def device_of(request: HttpRequest) -> str:
    """The browser as it calls itself."""
    return request.headers.get("User-Agent", "").replace("\x00", "")[:200]


_BROWSERS = (
    ("Edg", "Edge"), ("MicroMessenger", "微信"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
_SYSTEMS = (
    ("Windows", "Windows"), ("HarmonyOS", "鸿蒙"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"),
    ("Mac OS", "macOS"), ("Kylin", "麒麟"), ("Linux", "Linux"),
)  # fmt: skip


def device_name(agent: str) -> str:
    """“Chrome · Windows”, as a person knows it; the beginning of the text when neither is known."""
    browser = next((name for mark, name in _BROWSERS if mark in agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in agent), "")
    return " · ".join(part for part in (browser, system) if part) or agent[:40]
