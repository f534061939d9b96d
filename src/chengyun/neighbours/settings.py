"""The services outside, as the installation's settings name them."""

from __future__ import annotations

from chengyun.kernel import config
from chengyun.org.models import District

from .sms import Gateway
from .wechat import MiniProgram

CHANNEL = "neighbour_app"
"""The door in the districts' channels."""


def gateway() -> Gateway:
    known = config.current()
    return Gateway(known.sms_url, known.sms_key, known.sms_body, known.sms_ok, known.sms_sign, float(known.sms_timeout))


def mini_program() -> MiniProgram:
    known = config.current()
    return MiniProgram(known.wechat_url, known.wechat_app_id, known.wechat_secret)


def in_demo() -> bool:
    return District.objects.filter(is_demo=True).exists()
