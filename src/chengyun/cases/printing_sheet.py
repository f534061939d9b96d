"""How a case looks on paper: what stands where. No queries here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from chengyun.kernel import masks
from chengyun.kernel.pdf import Mark, Photo, Sheet

from . import catalogue
from .actions.intake import SATISFACTION
from .actions.words import FLAGS, URGENCIES
from .printing_words import words_of

Told = Mapping[str, Any]
MOST_ROWS = 200


@dataclass(frozen=True)
class Content:
    """`people`: requesters in clear by case number, empty when masked; `say`: free text as it may be shown."""

    case: Told
    story: Sequence[Told]
    photos: Sequence[Photo]
    people: Mapping[str, Mapping[str, str]]
    say: Callable[[str], str]
    who: str
    unit: str
    at: datetime
    reason: str
    record_id: int
    personal: bool
    for_name: str
    language: str
    centre: str

    @property
    def w(self) -> Mapping[str, str]:
        return words_of(self.language)


def build(content: Content) -> bytes:
    """The file."""
    case, w = content.case, content.w
    sheet = Sheet(f"{w['sheet']} {case['number']}", content.who, _mark(content))
    kind = w["clear" if content.personal else "masked"]
    sheet.top(
        content.say(case["title"]), f"{content.centre}　{w['sheet']}".strip("　"),
        f"{case['number']}　{_state(case)}　{kind}",
    )  # fmt: skip
    sheet.heading(w["text"])
    sheet.text(content.say(case["text"]), size=10.5)
    for part in (_facts, _requester, _clocks, _units, _story, _callbacks, _joined, _files):
        part(sheet, content)
    return sheet.render()


def _mark(content: Content) -> Mark:
    w, case = content.w, content.case
    at = f"{content.at:%Y-%m-%d %H:%M}"
    who = f"{content.who} {content.unit}".strip()
    if content.for_name:
        who = f"{who}（{w['for'].format(name=content.for_name)}）"
    return Mark(
        f"{content.who}　{at}",
        (
            w["foot_who"].format(who=who, at=at, id=content.record_id),
            w["foot_why"].format(reason=content.reason),
            w["foot_last"].format(
                kind=w["clear" if content.personal else "masked"], events=case["head"]["event_count"],
                hash=case["head"]["hash"][:12],
            ),
        ),
        w["page"],
    )  # fmt: skip


def _state(case: Told) -> str:
    return str(case["state_name"])


def _moment(text: str | None) -> str:
    return text[:16].replace("T", " ") if text else ""


def _facts(sheet: Sheet, content: Content) -> None:
    case, w, known = content.case, content.w, catalogue.current()
    channel = known.channels.get(case["channel"])
    outcome = known.outcomes.get(case["outcome"])
    place = case["place"]
    address = place["address"] if content.personal else content.say(masks.mask_address(place["address"]))
    flags = [w["supervised"] if flag == "supervised" else FLAGS.get(flag, flag) for flag in case["flags"]]
    rows = [
        ("state", _state(case)), ("kind", case["kind_name"]), ("urgency", URGENCIES.get(case["urgency"], "")),
        ("channel", channel["name"] if channel else case["channel"]),
        ("category", case["category"]["path"] if case["category"] else ""),
        ("area", " / ".join(place["area_path"])), ("address", address), ("flags", "、".join(flags)),
        ("received", _moment(case["received_at"])), ("occurred", _moment(case["occurred_at"])),
        ("accepted", _moment(case["accepted_at"])), ("dispatched", _moment(case["dispatched_at"])),
        ("closed", _moment(case["closed_at"])), ("outcome", outcome.name if outcome else case["outcome"]),
        ("satisfaction", SATISFACTION.get(case["satisfaction"], case["satisfaction"])),
        ("lead", case["lead_unit"]["name"] if case["lead_unit"] else ""), ("external", case["external_id"] or ""),
        ("joined_to", case["joined_to"] or ""), ("split_from", case["split_from"] or ""),
        ("parts", "、".join(case["parts"])),
    ]  # fmt: skip
    sheet.heading(w["facts"])
    sheet.facts([(w[key], value) for key, value in rows if value])


def _requester(sheet: Sheet, content: Content) -> None:
    case, w = content.case, content.w
    shown = case["requester"]
    if shown is None:
        return
    sheet.heading(w["requester"])
    clear = content.people.get(case["number"])
    if clear is None:
        name = w["anonymous"] if shown["anonymous"] else shown["name"] or ""
        rows = [("name", name), ("phone", shown["phone"] or "")]
    else:
        rows = [
            ("name", w["anonymous"] if shown["anonymous"] and not clear.get("name") else clear.get("name", "")),
            ("phone", clear.get("phone", "")),
            ("id_number", masks.mask_id(clear["id_number"]) if clear.get("id_number") else ""),
            ("home", clear.get("address", "")),
        ]
    sheet.facts([(w[key], value) for key, value in rows if value])


def _clocks(sheet: Sheet, content: Content) -> None:
    case, w = content.case, content.w
    if not case["clocks"]:
        return
    sheet.heading(w["clocks"])
    lines = []
    for clock in case["clocks"]:
        policy = clock["policy"]
        unit = w.get(f"unit_{policy['unit']}", policy["unit"])
        longer = w["extension"].format(n=policy["extension"]) if float(policy["extension"]) else ""
        state = clock["remaining"]["text"] if clock["remaining"] else clock["state_name"]
        lines.append(
            (clock["stage_name"], clock["unit"], f"{policy['amount']} {unit}{longer}", _moment(clock["due_at"]), state)
        )
    header = [w[key] for key in ("stage", "unit", "limit", "due", "clock_state")]
    sheet.table(header, lines, (0.16, 0.26, 0.2, 0.19, 0.19))


def _units(sheet: Sheet, content: Content) -> None:
    case, w, say = content.case, content.w, content.say
    sheet.heading(w["units"])
    if not case["assignments"]:
        sheet.text(w["none_yet"], muted=True)
        return
    lines = []
    for part, depth in tree(case["assignments"]):
        times = [f"{w[key]} {_moment(part[key + '_at'])[5:]}" for key in ("sent", "acknowledged", "replied")
                 if part[key + "_at"]]  # fmt: skip
        said = [f"{w[key]}：{say(part[key])}" for key in ("note", "measures", "reply") if part[key]]
        unit = f"{'　' * depth}{'└ ' if depth else ''}{part['unit']['name']}"
        lines.append((unit, f"{part['role_name']} {part['state_name']}", "\n".join(times), "\n".join(said)))
    sheet.table([w[key] for key in ("unit", "role", "time", "said")], lines, (0.22, 0.14, 0.2, 0.44))


def tree(parts: Sequence[Told]) -> list[tuple[Told, int]]:
    """Assignments below the one that they were passed on from, with their depth."""
    below: dict[int | None, list[Told]] = {}
    known = {part["id"] for part in parts}
    for part in parts:
        below.setdefault(part["parent_id"] if part["parent_id"] in known else None, []).append(part)
    found: list[tuple[Told, int]] = []

    def walk(parent: int | None, depth: int) -> None:
        for part in below.get(parent, []):
            found.append((part, depth))
            walk(part["id"], min(depth + 1, 6))

    walk(None, 0)
    return found


def _story(sheet: Sheet, content: Content) -> None:
    w, say = content.w, content.say
    sheet.heading(w["timeline"])
    for day, events in groupby(content.story, key=lambda event: str(event["at"])[:10]):
        lines = []
        for event in events:
            doer = event["actor"]
            who = [doer["name"] or w["system"], doer["unit"]]
            if doer.get("for"):
                who.append(w["for"].format(name=doer["for"]))
            summary = say(event["summary"] or "")
            verb = event["action_name"]
            said = verb in summary or summary.startswith(verb[-2:])
            what = summary if said else f"{verb}　{summary}".strip()
            lines.append((str(event["at"])[11:16], what, " ".join(part for part in who if part)))
        sheet.table([day, w["what"], w["who"]], lines, (0.14, 0.61, 0.25))


def _callbacks(sheet: Sheet, content: Content) -> None:
    case, w = content.case, content.w
    if not case["callbacks"]:
        return
    sheet.heading(w["callbacks"])
    lines = []
    for row in case["callbacks"][:MOST_ROWS]:
        result = [w.get(f"cb_{row['state']}", row["state"]), w.get(f"solved_{row['solved']}", ""),
                  row["satisfaction_name"]]  # fmt: skip
        lines.append(
            (row["for_case"], _person(content, row["for_case"], row["requester"]),
             _moment(row["done_at"] or row["planned_at"]), " ".join(part for part in result if part),
             content.say(row["comment"]))
        )  # fmt: skip
    header = [w[key] for key in ("number", "requester", "time", "result", "comment")]
    sheet.table(header, lines, (0.2, 0.2, 0.16, 0.18, 0.26))


def _person(content: Content, number: str, masked: Told | None) -> str:
    clear = content.people.get(number)
    if clear is not None:
        return " ".join(part for part in (clear.get("name", ""), clear.get("phone", "")) if part)
    return " ".join(part for part in (masked["name"], masked["phone"]) if part) if masked else ""


def _joined(sheet: Sheet, content: Content) -> None:
    case, w = content.case, content.w
    if not case["joined"]:
        return
    sheet.heading(w["joined"])
    if len(case["joined"]) > MOST_ROWS:
        sheet.text(w["people_left"].format(n=case["callers"], m=MOST_ROWS), muted=True)
    lines = [
        (row["number"], content.say(row["title"]), _person(content, row["number"], row["requester_mask"]),
         row["state_name"], _moment(row["received_at"]))
        for row in case["joined"][:MOST_ROWS]
    ]  # fmt: skip
    sheet.table(
        [w[key] for key in ("number", "title", "requester", "state", "received")], lines, (0.22, 0.3, 0.2, 0.12, 0.16)
    )


def _files(sheet: Sheet, content: Content) -> None:
    case, w, say = content.case, content.w, content.say
    files = case["attachments"]
    if not files:
        return
    sheet.heading(w["files"])
    stages = {item["id"]: f"{position}. {say(item['name'])}" for position, item in enumerate(files, 1)}
    lines = [(stages[item["id"]], stage_name(item["stage"], content.language), _size(item["size"])) for item in files]
    sheet.table([w[key] for key in ("file", "added", "size")], lines, (0.62, 0.22, 0.16))
    pictures = sum(item["kind"] == "image" for item in files)
    if pictures > len(content.photos):
        sheet.text(w["photo_left"].format(n=len(content.photos)), muted=True)
    when = {item["id"]: stage_name(item["stage"], content.language) for item in files}
    sheet.photos([Photo(photo.content, f"{stages[photo.caption]}　{when[photo.caption]}") for photo in content.photos])


STAGES = {
    "intake": ("登记时", "At registration"), "register": ("登记时", "At registration"),
    "supplement": ("补充", "Supplement"), "handling": ("办理中", "Handling"), "before": ("办理前", "Before"),
    "after": ("办理后", "After"), "reply": ("办理后", "After"), "verify": ("核实", "Verification"),
    "check": ("核查", "Check"), "return": ("退单", "Return"),
}  # fmt: skip


def stage_name(stage: str, language: str = "zh") -> str:
    names = STAGES.get(stage)
    return names[1 if language == "en" else 0] if names else stage


def _size(size: int) -> str:
    return f"{size / 1024**2:.1f} MB" if size >= 1024**2 else f"{max(size // 1024, 1)} KB"
