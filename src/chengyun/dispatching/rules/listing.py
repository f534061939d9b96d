"""The rules as the page shows them, and what helps while one is written. Reads only."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.present import iso
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.masterdata.rows import options, state_of
from chengyun.org.masterdata.service import kind_of
from chengyun.org.masterdata.writing import etag

from ..models_rules import UNIT, DispatchRule, RuleAlarm, RuleTrial
from . import alarms, trials
from . import language as lang
from . import names as naming
from .content import digest, read, read_expression
from .language.syntax import FIELD_WORDS, NAMED, OP_WORDS, SPANS, TEXTS
from .language.vocabulary import Term

KIND = "dispatch_rules"
TARGETS_EN = {
    "unit": "A unit", "subdistrict": "The subdistrict of the place", "community": "The community of the place",
    "manager": "The unit that manages the area", "none": "Only category or urgency",
}  # fmt: skip
MOST_OFFERED = 12


def rules(actor: Actor, language: str) -> dict[str, Any]:
    """Every rule in order, with its state, what is wrong with it, and its last dry run."""
    kind = kind_of(KIND)
    rows = list(kind.existing().values())
    rows.sort(key=lambda values: (values["position"], values["code"]))
    versions = dict(DispatchRule.objects.values_list("code", "version"))
    marks = {values["code"]: digest(values) for values in rows}
    tried = trials.latest(marks)
    broken = alarms.open_alarms(RuleAlarm.RULE)
    teller = Teller(language)
    return {
        "rules": [
            teller.rule(values, versions.get(values["code"], 1), broken.get(values["code"]))
            | {"trial": trial_out(tried.get(values["code"]), marks[values["code"]], language),
               "tried": (found := tried.get(values["code"])) is not None and found.digest == marks[values["code"]]}
            for values in rows
        ],
        "mark": order_mark(list(marks)), "may_change": kind.may_change(actor),
        "targets": [{"code": code, "name": teller.target(code)} for code in DispatchRule.TARGETS],
    }  # fmt: skip


def order_mark(codes: Sequence[str]) -> str:
    """A short mark of the order: another mark means that somebody moved, added or removed rules."""
    return hashlib.blake2s("\n".join(codes).encode(), digest_size=10).hexdigest()


def one(code: str, actor: Actor, language: str) -> dict[str, Any]:
    """One rule as in the list. Problem 404."""
    found = next((row for row in rules(actor, language)["rules"] if row["code"] == code), None)
    if found is None:
        raise Problem(404, "not_found", "没有这条规则", "可能已被删除，请刷新页面。")
    return found


class Teller:
    """Codes as names."""

    def __init__(self, language: str):
        self.language = language
        self.names = naming.current()
        self.categories = {c.code: c.path_name for c in catalogue.current().categories.values()}

    def target(self, code: str) -> str:
        return TARGETS_EN[code] if self.language == "en" else DispatchRule.TARGETS[code]

    def unit(self, code: str) -> dict[str, str] | None:
        found = self.names.units.get(code)
        return {"code": code, "name": found.name if found else code} if code else None

    def rule(self, values: Mapping[str, Any], version: int, alarm: RuleAlarm | None) -> dict[str, Any]:
        found = read(values, self.names)
        shown = lang.to_text(found.node, self.names.words, self.language) if found.node else values["expression"]
        faults = [fault.told(self.language) for fault in found.all]
        if alarm is not None and not faults:
            faults = [fault["en" if self.language == "en" else "zh"] for fault in alarm.faults]
        target = values["target"] or UNIT
        return {
            "code": values["code"], "name": values["name"], "position": values["position"],
            "expression": values["expression"], "shown": shown, "target": target, "target_name": self.target(target),
            "unit": self.unit(values["unit"]), "co_units": [self.unit(code) for code in values["co_units"]],
            "category": self._category(values["category"]), "urgency": values["urgency"] or "",
            "enabled": values["enabled"], "state": self._state(values, faults), "version": version,
            "valid_from": values["valid_from"], "valid_to": values["valid_to"], "source": values["source"],
            "etag": etag(dict(values)), "faults": faults, "alarm_since": iso(alarm.since) if alarm else None,
        }  # fmt: skip

    def _category(self, code: str) -> dict[str, str] | None:
        return {"code": code, "name": self.categories.get(code, code)} if code else None

    @staticmethod
    def _state(values: Mapping[str, Any], faults: Sequence[str]) -> str:
        """broken (and on), on, off, future or closed."""
        dated = state_of(values)
        if dated != "current":
            return dated
        if not values["enabled"]:
            return "off"
        return "broken" if faults else "on"


def trial_out(trial: RuleTrial | None, mark: str, language: str) -> dict[str, Any] | None:
    """A dry run in numbers. `current`: it was of exactly what the rule says now."""
    if trial is None:
        return None
    names, counts = naming.current(), trial.counts or {}
    compared = counts.get("agreed", 0) + counts.get("differing", 0)
    finished = trial.finished_at or timezone.now()
    return {
        "id": str(trial.pk), "state": trial.state, "rule": trial.rule, "looked": trial.looked, "total": trial.total,
        "since": iso(trial.since), "until": iso(trial.until), "at": iso(finished), "by": trial.account_name,
        "counts": {name: counts.get(name, 0) for name in trials.GROUPS},
        "agreement": round(counts.get("agreed", 0) / compared, 4) if compared else None,
        "units": [
            {"name": found.name if (found := names.unit(row["unit"])) else str(row["unit"]),
             "code": found.code if found else "", "cases": row["cases"]}
            for row in trial.units
        ],
        "current": bool(mark) and trial.digest == mark,
    }  # fmt: skip


# --- while a rule is written ------------------------------------------------------------------------------------------
def check(expression: str, language: str) -> dict[str, Any]:
    """Whether an expression can be used: its normal spelling, or what is wrong where and what to write instead."""
    names = naming.current()
    node, faults = read_expression(expression, names)
    return {
        "ok": node is not None and not faults,
        "shown": lang.to_text(node, names.words, language) if node is not None else "",
        "faults": [
            {"at": fault.at, "end": fault.end, "message": fault.told(language), "instead": list(fault.instead)}
            for fault in faults
        ],
    }  # fmt: skip


def explain(expression: str, facts: Any, language: str) -> dict[str, Any]:
    """Which parts of an expression hold for a case. Problem 422 when it cannot be used."""
    names = naming.current()
    node, faults = read_expression(expression, names)
    if node is None or faults:
        message = faults[0].told(language)
        raise Problem(422, "invalid", "规则有误", message, errors=[{"field": "expression", "message": message}])
    view = naming.view_of(facts)
    parts = lang.explain(node, view, names.words, language)
    return {
        "holds": lang.predicate(node)(view),
        "parts": [{"text": part.text, "held": part.held, "passages": list(part.passages)} for part in parts],
    }


_KINDS = {"unit": ("units",), "category": ("categories", "urban_event_categories")}


def choices(field: str, words: str) -> list[dict[str, str]]:
    """Units or categories to choose from."""
    return [row for kind in _KINDS[field] for row in options(kind_of(kind), words, 30)][:40]


def complete(text: str, language: str) -> dict[str, Any]:
    """What may be written next at the end of `text`: names of the field in hand, or the words of the language.

    `start` is where what is offered begins; what stands from there on is replaced.
    """
    start, typed, field = _in_hand(text)
    if field is not None:
        terms = naming.current().words.terms(field).search(typed, MOST_OFFERED)
        return {"start": start, "items": [_term(field, term, language) for term in terms]}
    wanted = lang.expected(text[:start])
    items = [item for item in _words(wanted, text[:start], language) if item["text"].lower().startswith(typed.lower())]
    return {"start": start, "items": items[:40]}


def _in_hand(text: str) -> tuple[int, str, str | None]:
    """(where the word in hand begins, what is typed of it, the field whose names are wanted)."""
    opening = max(text.rfind(mark) for mark in '"“「')
    closed = sum(text.count(mark) for mark in '"') % 2 == 0 and not _open(text)
    if opening >= 0 and not closed:
        start = max(opening + 1, text.rfind("|", opening) + 1)
        field = _field_before(text[:opening])
        return start, text[start:], field if field in NAMED else None
    start = len(text)
    while start and not text[start - 1].isspace() and text[start - 1] not in '()（）,，、|"”」':
        start -= 1
    field = _field_before(text[:start])
    named = field in NAMED and {"QUOTED", "BARE"} & set(lang.expected(text[:start]))
    return start, text[start:], field if named else None


def _open(text: str) -> bool:
    return any(text.count(left) > text.count(right) for left, right in ("“”", "「」"))


def _field_before(text: str) -> str | None:
    """The field of the test that is being written."""
    found = [
        (text.lower().rfind(word), len(word), name) for name, words in FIELD_WORDS.items() for word in words
    ]  # fmt: skip
    at, _, name = max(found)
    return name if at >= 0 else None


def _term(field: str, term: Term, language: str) -> dict[str, str]:
    written = naming.current().words.terms(field).written(term.code, language)
    return {"text": written, "label": term.name, "detail": " / ".join(term.path[:-1]), "kind": "name"}


def _words(wanted: Sequence[str], before: str, language: str) -> list[dict[str, str]]:
    """The words of the language that may follow."""
    english = language == "en"
    field = _field_before(before)
    found: list[str] = []
    if "FIELD" in wanted:
        found += [words[-1 if english else 0] for words in FIELD_WORDS.values()]
    if "OP" in wanted and field is not None:
        found += [_op_word(field, op, english) for op in lang.ALLOWED[field]]
    joins = (("_AND", "且", "and"), ("_OR", "或", "or"), ("_NOT", "非", "not"), ("LPAR", "(", "("), ("RPAR", ")", ")"))
    found += [en if english else zh for name, zh, en in joins if name in wanted]
    if "QUOTED" in wanted and field in TEXTS:
        found.append('"')
    if "BARE" in wanted and field in SPANS:
        found += _SPAN_WORDS[field][english]
    return [{"text": word, "label": word, "detail": "", "kind": "word"} for word in dict.fromkeys(found)]


def _op_word(field: str, op: str, english: bool) -> str:
    sample = lang.Test(field, op, (lang.Value("1"),) if op not in ("empty", "not_empty") else ())
    words = lang.to_text(sample, None, "en" if english else "zh").split(" ")[1:]
    return " ".join(words[: len(words) - len(sample.values)]) or OP_WORDS[op][0]


_SPAN_WORDS = {
    "time": (["18:00-06:00", "08:00-12:00"], ["18:00-06:00", "08:00-12:00"]),
    "weekday": (["周一-周五", "周末"], ["mon-fri", "weekend"]),
    "date": (["06-01~09-30"], ["06-01~09-30"]),
}  # fmt: skip
