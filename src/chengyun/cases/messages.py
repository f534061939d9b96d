"""Words of the messages inside the desk: built in, or as the district has written them."""

from __future__ import annotations

from string import Formatter
from typing import Any

NAMES = {
    "due_soon": "即将到期", "overdue": "已超期", "escalate": "超期升级", "resumed": "挂账到期恢复",
    "callback": "再次回访", "urge": "催办", "supervise": "列入督办", "mention": "备注里提到",
}  # fmt: skip
BUILT_IN = {
    "due_soon": "{stage}即将到期：{number} {title}",
    "overdue": "{stage}已超期：{number} {title}",
    "escalate": "{stage}超期未办：{number} {title}",
    "resumed": "挂账到期，恢复办理：{number}",
    "callback": "再次回访：{number}",
    "urge": "催办：{number} {title}",
    "supervise": "督办：{number} {title}",
    "mention": "{who}在 {number} 的备注里提到您：{text}",
}
_CASE = frozenset({"number", "title"})
FIELDS = {
    "due_soon": _CASE | {"stage", "due"}, "overdue": _CASE | {"stage", "due"},
    "escalate": _CASE | {"stage", "due", "level"}, "resumed": _CASE, "callback": _CASE,
    "urge": _CASE | {"note", "who"}, "supervise": _CASE | {"note", "who"}, "mention": _CASE | {"who", "text"},
}  # fmt: skip


def fault(code: str, text: str) -> str:
    """What is wrong with a template, in Chinese; "" when it can be used."""
    allowed = FIELDS.get(code, frozenset())
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return "花括号不成对"
    for _, name, spec, conversion in parts:
        if name is None:
            continue
        if name not in allowed or spec or conversion:
            return f"“{{{name}}}”不能用，可用：" + "、".join(f"{{{n}}}" for n in sorted(allowed))
    return ""


def words(code: str, template: str | None, **values: Any) -> str:
    """The text of a message; a template that cannot be filled falls back to the built-in words."""
    try:
        return (template or BUILT_IN[code]).format(**values)[:300]
    except (KeyError, ValueError, IndexError):
        return BUILT_IN[code].format(**values)[:300]
