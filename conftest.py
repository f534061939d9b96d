"""What all tests share."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Let tests with real transactions empty the tables afterwards: history refuses TRUNCATE everywhere else."""
    with django_db_blocker.unblock():
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE cases_event DISABLE TRIGGER event_no_truncate")


@pytest.fixture(autouse=True)
def _fresh_process_caches():
    """No test sees master data that another one left in this process."""
    yield
    from chengyun.cases import catalogue
    from chengyun.kernel import revision
    from chengyun.org import access

    revision.forget()
    access.forget()
    catalogue.forget()
