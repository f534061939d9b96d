"""到场 and 当场办结: what whoever stands at the place does, with the proof that the phone gives."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from chengyun.kernel.given import AwareMoment

from ..likeness import metres
from ..models import Assignment
from . import implement
from .base import Action, Form, LongText, invalid, ui
from .handling import _OnAssignment
from .words import attach

NEAR_METRES = 100
"""[I] a place in a case is seldom better known than to the next house."""


class Position(Form):
    """Where a phone said that it was (WGS-84), how sure it was, and when."""

    lng: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    accuracy: Annotated[float, Field(ge=0, le=100_000)] = 0
    at: AwareMoment | None = None


def told(position: Position | None, case: Any) -> dict[str, Any]:
    """The proof as it stays in the history: floats as text; how far from the place of the case."""
    if position is None:
        return {"proof": "没有定位", "position": None}
    where = {
        "lng": f"{position.lng:.6f}", "lat": f"{position.lat:.6f}", "accuracy": str(round(position.accuracy)),
        **({"at": position.at.isoformat()} if position.at else {}),
    }  # fmt: skip
    if case.lng is None or case.lat is None:
        return {"proof": "案件没有坐标", "position": where}
    away = round(metres(position.lng, position.lat, case.lng, case.lat))
    near = away <= NEAR_METRES + position.accuracy
    words = f"距现场 {away} 米" if near else f"距现场 {away} 米，不在现场附近"
    return {"proof": words, "position": where, "metres": away, "near": near}


@implement
class Arrive(_OnAssignment):
    """到场: place and time as the phone gives them; without a position that is said, not hidden."""

    class Input(Form):
        position: Position | None = ui("position", "当前位置", default=None)
        note: LongText = ui("textarea", "说明", default="")
        files: list[str] = ui("files", "到场照片", default=[])

    code = "arrive"
    sentence = "{unit} 到场（{proof}）"
    sentence_en = "{unit} arrived ({metres} m from the place)"

    def do(self) -> dict[str, Any]:
        attach(self, self.data.files, "arrival")
        self.advance()
        return {**self.about(**told(self.data.position, self.work.case))}


@implement
class SolveOnSpot(Action):
    """当场办结: who reports a small matter settles it at once; it is closed, and quality samples look at it later."""

    class Input(Form):
        what: LongText = ui("textarea", "怎么处理的", min_length=2)
        position: Position | None = ui("position", "当前位置", default=None)
        files: list[str] = ui("files", "处理后照片", default=[])

    code = "solve_on_spot"
    sentence = "当场办结：{what}（{proof}）"
    sentence_en = "Settled on the spot: {what}"

    def check(self) -> None:
        if self.work.actor.unit_id is None:
            raise invalid("what", "您的账号没有所属单位，不能当场办结。")

    def do(self) -> dict[str, Any]:
        work, unit_id = self.work, self.work.actor.unit_id
        assert unit_id is not None
        work.case.accepted_at = work.case.accepted_at or work.now
        work.case.dispatched_at = work.case.dispatched_at or work.now
        work.case.outcome = "solved"
        part = work.assign(unit_id, Assignment.LEAD)
        part.state, part.reply, part.handler_id = Assignment.REPLIED, self.data.what, work.actor.account_id
        part.acknowledged_at = part.replied_at = work.now
        attach(self, self.data.files, "after")
        self.advance()
        return self.payload(unit=work.catalogue.unit_name(unit_id), **told(self.data.position, work.case))
