"""What was many steps is one; a database between two versions is told what to do, and nothing is changed in it."""

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from chengyun.kernel.migrating import refuse_halfway
from chengyun.kernel.postgres_programs import PostgresError

pytestmark = pytest.mark.django_db


def forget(app, *names):
    for name in names:
        MigrationRecorder(connection).record_unapplied(app, name)


def squashed(app):
    steps = MigrationLoader(None).disk_migrations.values()
    return next(step for step in steps if step.app_label == app and step.replaces)


def test_a_database_that_lacks_a_step_of_before_is_refused_with_its_name():
    forget("places", squashed("places").name, "0002_grid_plans")
    with pytest.raises(PostgresError, match="places 缺 0002_grid_plans"):
        refuse_halfway()


def test_a_database_with_all_steps_of_before_or_without_the_room_goes_on():
    refuse_halfway()
    forget("places", squashed("places").name)
    forget("knowledge", squashed("knowledge").name, *(name for _, name in squashed("knowledge").replaces))
    refuse_halfway()
    assert not [key for key in MigrationLoader(connection).applied_migrations if key[0] == "knowledge"]
