"""PostgreSQL as Django knows it, with prepared statements for kernel.rows, points in time read by the driver's C code,
and no dead connections.

Django puts its own loader of timestamptz in between, to set the time zone of the connection; that is six microseconds
of Python for each value, half a millisecond for a page of fifty cases. Our connections always speak UTC, which the
driver's own loader understands.

Django's own health check asks the server before every request. Here the socket is looked at instead: an idle
connection has nothing to say, so anything to read is the farewell of a server that was killed, restarted or failed
over. That costs two microseconds, and after a crash requests wait for the new server instead of failing.
"""

from __future__ import annotations

import select
from functools import lru_cache
from typing import Any

from django.db.backends.postgresql import base, operations
from psycopg.adapt import AdaptersMap
from psycopg.types.datetime import TimestamptzLoader


@lru_cache(maxsize=4)
def _with_plain_times(template: AdaptersMap) -> AdaptersMap:
    adapters = AdaptersMap(template)
    adapters.register_loader("timestamptz", TimestamptzLoader)
    return adapters


class DatabaseOperations(operations.DatabaseOperations):
    def last_executed_query(self, cursor: Any, sql: str, params: Any) -> str:
        """For those who count or log statements: of a prepared one only its text is known."""
        return super().last_executed_query(cursor, sql, params) or sql


class DatabaseWrapper(base.DatabaseWrapper):
    ops_class = DatabaseOperations

    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        params["context"] = _with_plain_times(params["context"])
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        if self.pool is None:
            return connection
        for _ in range(self.pool.max_size):
            if not _has_something_to_read(connection):
                break
            connection.close()
            self.pool.putconn(connection)
            connection = super().get_new_connection(conn_params)
        return connection

    def prepared_cursor(self) -> Any:
        """A cursor whose statements are bound, and when they come again prepared, on the server. Logged and counted
        like all others."""
        self.ensure_connection()
        return self._prepare_cursor(base.ServerBindingCursor(self.connection))  # type: ignore[attr-defined, call-arg]

    def create_cursor(self, name: str | None = None) -> Any:
        if name:
            return self.connection.cursor(name, scrollable=False, withhold=self.connection.autocommit)
        return self.connection.cursor()


def _has_something_to_read(connection: Any) -> bool:
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN)
    return bool(poll.poll(0))
