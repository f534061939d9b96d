"""Dry runs: "what would change for the open cases" before a change is saved.

A room that can answer registers how: `register("limits", run, size)`. Few cases are answered at once, many by the
worker with progress. Nothing is written but the answer.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.kernel.problems import Problem

from ..access import Actor, actor_for, system_actor
from ..models import Account, MasterDataTrial
from .kinds import Key, Kind, PlannedRow, find
from .saving import plan_row

log = logging.getLogger(__name__)

Report = Callable[[int], None]
Run = Callable[[Sequence[PlannedRow], Actor, Report], dict[str, Any]]
AT_ONCE = 500
"""As many open cases are answered within the request; more are left to the worker."""
KEEP = timedelta(days=2)

_runs: dict[str, tuple[Run, Callable[[], int]]] = {}


def register(kind_code: str, run: Run, size: Callable[[], int]) -> None:
    """run: (planned rows, who asks, report(cases looked at)) → the answer. size: how many cases it has to look at."""
    _runs[kind_code] = (run, size)


def knows(kind_code: str) -> bool:
    return kind_code in _runs


def ask(kind: Kind, cells: Mapping[str, Any], key: Key | None, actor: Actor) -> MasterDataTrial:
    """Start a trial of one row. Problem 404 when the kind has none, 422 when the row is wrong."""
    if not knows(kind.code):
        raise Problem(404, "no_trial", "这种数据不能试算", f"改“{kind.name}”不影响在办案件的时限和环节。")
    row = plan_row(kind, cells, key)
    MasterDataTrial.objects.filter(created_at__lt=timezone.now() - KEEP).delete()
    trial = MasterDataTrial.objects.create(
        kind=kind.code, account_id=actor.account_id, total=_runs[kind.code][1](),
        rows=[{"values": row.values, "action": row.action, "changes": row.changes}],
    )  # fmt: skip
    if trial.total <= AT_ONCE:
        _work(trial, actor)
    else:
        from ..jobs import run_trial

        transaction.on_commit(lambda: run_trial.defer(trial_id=str(trial.pk)))
    return trial


def get(trial_id: Any, actor: Actor) -> MasterDataTrial:
    """A trial of one's own. Problem 404."""
    trial = MasterDataTrial.objects.filter(pk=trial_id, account_id=actor.account_id).first()
    if trial is None:
        raise Problem(404, "not_found", "没有这次试算", "可能已过期，请重新试算。")
    return trial


def work_off(trial_id: str) -> None:
    """What the worker does: harmless when done twice."""
    trial = MasterDataTrial.objects.filter(pk=trial_id).first()
    if trial is None or trial.state == MasterDataTrial.DONE:
        return
    account = Account.objects.filter(pk=trial.account_id or 0).first()
    _work(trial, actor_for(account) if account else system_actor("试算"))


def _work(trial: MasterDataTrial, actor: Actor) -> None:
    kind = find(trial.kind)
    run, _ = _runs[trial.kind]
    trial.state = MasterDataTrial.RUNNING
    trial.save(update_fields=["state"])

    def report(looked: int) -> None:
        trial.looked = looked
        MasterDataTrial.objects.filter(pk=trial.pk).update(looked=looked)

    assert kind is not None
    planned = [
        PlannedRow(n, row["values"], kind.key_of(row["values"]), row["action"], [], row["changes"])
        for n, row in enumerate(trial.rows, 1)
    ]
    try:
        trial.result = run(planned, actor, report)
        trial.state = MasterDataTrial.DONE
    except Exception:
        log.exception("trial %s", trial.pk)
        trial.state = MasterDataTrial.FAILED
    trial.finished_at = timezone.now()
    trial.save(update_fields=["state", "result", "finished_at"])
