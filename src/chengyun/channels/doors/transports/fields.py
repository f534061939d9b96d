"""Settings of a connection, declared once: for the check before saving and for the form of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. `kind`: text, url, int, choice, bool; `most` is the longest text or the highest number."""

    name: str
    label: str
    label_en: str
    kind: str = "text"
    default: Any = ""
    required: bool = False
    least: int = 0
    most: int = 300
    choices: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    help: str = ""
    help_en: str = ""

    def shown(self) -> dict[str, Any]:
        return {
            "name": self.name, "label": self.label, "label_en": self.label_en, "kind": self.kind,
            "default": self.default, "required": self.required, "help": self.help, "help_en": self.help_en,
            "least": self.least, "most": self.most,
            "choices": [{"code": code, "name": zh, "name_en": en} for code, (zh, en) in self.choices.items()],
        }  # fmt: skip


Errors = list[dict[str, str]]


def checker(settings: Sequence[Setting], more: Callable[[Mapping[str, Any]], Errors] | None = None) -> Any:
    """A check of settings: each by its declaration, unknown ones refused by name, then `more`."""

    def check(given: Mapping[str, Any]) -> Errors:
        by_name = {one.name: one for one in settings}
        errors = [_error(name, "没有这项设置。") for name in given if name not in by_name]
        for one in settings:
            words = _fault(one, given.get(one.name))
            if words:
                errors.append(_error(one.name, words))
        return errors or (more(given) if more is not None else [])

    return check


def _fault(one: Setting, value: Any) -> str:
    if value in (None, ""):
        return f"请填写{one.label}。" if one.required else ""
    if one.kind == "int":
        fits = isinstance(value, int) and not isinstance(value, bool) and one.least <= value <= one.most
        return "" if fits else f"{one.label}要在 {one.least} 到 {one.most} 之间。"
    if one.kind == "bool":
        return "" if isinstance(value, bool) else f"{one.label}只能是“是”或“否”。"
    if not isinstance(value, str):
        return f"{one.label}要填文字。"
    if one.kind == "choice" and value not in one.choices:
        return f"{one.label}没有这个选项。"
    if len(value) > one.most or "\x00" in value:
        return f"{one.label}太长，或有不能使用的字符。"
    if one.kind == "url":
        from chengyun.kernel import outbound

        try:
            outbound.address_of(value)
        except outbound.Unreachable as fault:
            return fault.words
    return ""


def value(settings: Sequence[Setting], given: Mapping[str, Any], name: str) -> Any:
    """A setting, or its default."""
    found = given.get(name)
    return next(one.default for one in settings if one.name == name) if found in (None, "") else found


def _error(name: str, message: str) -> dict[str, str]:
    return {"field": name, "message": message}
