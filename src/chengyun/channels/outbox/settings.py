"""Settings of the ways out: for the form of a door's page and the check before saving."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from chengyun.kernel import outbound

from ..doors.transports import sftp
from ..doors.transports.fields import Setting, checker

LIMITS = (
    Setting("at_once", "同时发送", "At once", "int", 4, least=1, most=16,
            help="不同案件并行，同一案件总按次序", help_en="Different cases side by side, each case in order"),
    Setting("per_minute", "每分钟上限", "A minute at most", "int", 240, least=1, most=6000),
)  # fmt: skip
LIST = (
    Setting("list_items", "清单所在字段", "Where the list stands", default="data.items", most=120),
    Setting("list_id", "清单中的编号", "Its ids", default="id", most=60),
    Setting("list_state", "清单中的状态", "Its states", default="state", most=60,
            help="对方没有的填“-”，只核对编号", help_en="“-” where they have none: only ids are compared"),
)  # fmt: skip
HTTP_SETTINGS = (
    Setting("url", "回传地址", "Address", required=True, most=500,
            help="各步骤的路径接在后面；可以用 {external_id}、{message}",
            help_en="Paths of the steps follow it; {external_id}, {message} may stand in it"),
    Setting("timeout", "时限（秒）", "Time-out (seconds)", "int", 12, least=2, most=45),
    Setting("ok_field", "成功标志字段", "Field that tells success", default="", most=60,
            help="对方总答 200 的，看哪个字段，如 code", help_en="Where 200 is always answered: which field tells"),
    Setting("ok_values", "成功时的值", "Its values on success", default="0,200", most=60),
    Setting("words_field", "说明所在字段", "Field of their words", default="message", most=60),
    Setting("receipt_field", "回执所在字段", "Field of the receipt", default="receipt", most=60),
    Setting("token_header", "令牌请求头", "Header of the token", default="Authorization", most=60),
    Setting("token_prefix", "令牌前缀", "Before the token", default="Bearer ", most=20),
    *LIMITS,
    Setting("list_url", "对账清单地址", "Address of their list", default="", most=500,
            help="{day} 处填日期；空为不对账", help_en="{day} is the date; empty: no comparison"),
    *LIST,
)  # fmt: skip
_FILES = (
    *LIMITS,
    Setting("list_folder", "对账清单目录", "Folder of their lists", default="", most=200,
            help="文件名 reconcile-20261121.json 或 .csv；空为不对账",
            help_en="Files reconcile-20261121.json or .csv; empty: no comparison"),
    *LIST,
)  # fmt: skip
DROP_SETTINGS = (
    Setting("folder", "文件夹", "Folder", default="", most=200,
            help="在 CHENGYUN_HOME/exchange/ 之下；空为渠道编码加 -out",
            help_en="Below CHENGYUN_HOME/exchange/; empty: the channel's code with -out"),
    *_FILES,
)  # fmt: skip
SFTP_SETTINGS = (*sftp.SETTINGS, *_FILES)


def _of_http(given: Mapping[str, Any]) -> list[dict[str, str]]:
    errors = []
    for name in ("url", "list_url"):
        text = str(given.get(name) or "")
        if not text:
            continue
        try:
            outbound.address_of(text.replace("{", "").replace("}", ""))
            fault = outbound.refusal(text.partition("{")[0] or text)
        except outbound.Unreachable as error:
            fault = error
        if fault is not None:
            errors.append({"field": name, "message": fault.words})
    return errors


def _of_folder(given: Mapping[str, Any]) -> list[dict[str, str]]:
    given = {name: str(given.get(name) or "") for name in ("folder", "list_folder")}
    wrong = [name for name, text in given.items() if ".." in Path(text).parts or text.startswith("/")]
    return [{"field": name, "message": "文件夹写相对路径，不能含 ..。"} for name in wrong]


check_http = checker(HTTP_SETTINGS, _of_http)
check_drop = checker(DROP_SETTINGS, _of_folder)
check_sftp = checker(SFTP_SETTINGS, sftp.more)
check_by_hand = checker(())
