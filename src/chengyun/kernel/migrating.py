"""Migrations: many tables in one step, and a database that stands between two versions is told so.

Django renders every model that is related to a new one anew, however far away. With models that all hang together
that is the square of their number; `CreateModels` makes them known together and renders once (docs/decisions/0075).
"""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.recorder import MigrationRecorder

from .postgres_programs import PostgresError


class CreateModels(Operation):
    """What its `CreateModel`s would do one after the other; they may refer to each other in any order."""

    category = OperationCategory.ADDITION
    serialization_expand_args = ["models"]

    def __init__(self, models: list[CreateModel]) -> None:
        self.models = models

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__qualname__, [], {"models": self.models}

    def state_forwards(self, app_label: str, state: Any) -> None:
        rendered = state.__dict__.pop("apps", None)
        for model in self.models:
            model.state_forwards(app_label, state)
        if rendered is not None:
            state.apps = rendered
            state.reload_models([(app_label, model.name_lower) for model in self.models], delay=False)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for model in reversed(self.models):
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return "Create models " + ", ".join(model.name for model in self.models)


def refuse_halfway() -> None:
    """Raises PostgresError when the database has only a part of the steps that are one now: Django would pass over
    them in silence, or stop with words that help nobody."""
    applied = MigrationRecorder(connection).applied_migrations()
    loader = MigrationLoader(None, load=False)
    loader.load_disk()
    for (app, name), migration in sorted(loader.disk_migrations.items()):
        known = [step for step in migration.replaces if step in applied]
        lacking = [step for step in migration.replaces if step not in applied and step not in loader.disk_migrations]
        if known and lacking and (app, name) not in applied:
            step = lacking[0][1]
            raise PostgresError(
                f"数据库停在更早的版本（{app} 缺 {step}），不能直接升到这一版：先装合并数据库步骤之前的最后一版，"
                "运行 chengyun migrate，再装这一版（见管理员文档“升级”）。数据没有改动。\n"
                f"The database is of an earlier version ({app} lacks {step}) and cannot come to this one directly: "
                "install the last version before the steps were put together, run chengyun migrate, then install this "
                'one (administrator documentation, "升级"). Nothing was changed.'
            )
