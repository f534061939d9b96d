"""The API as an account of a system sees it, with an access token (cyt_…)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .transport import Transport

Row = dict[str, Any]


class Client(Transport):
    """with Client("https://chengyun.example.gov.cn", token) as chengyun: …"""

    def get(self, path: str, **query: Any) -> Any:
        """Any GET of the API: the JSON of its answer."""
        return self.request("GET", path, params=_given(query)).json()

    def pages(self, path: str, **query: Any) -> Iterator[Row]:
        """Every row of a list, page after page; `limit` is the size of a page."""
        cursor: str | None = ""
        while cursor is not None:
            page = self.get(path, **{**query, **({"cursor": cursor} if cursor else {})})
            yield from page["items"]
            cursor = page.get("next_cursor")

    def cases(self, **filters: Any) -> Iterator[Row]:
        """Cases that this account may see, the newest first; filters as in the list of the desk (unit, state, …)."""
        return self.pages("/cases", **filters)

    def case(self, number: str) -> Row:
        """A case as its page has it: `version`, `state`, `actions` that are possible now with their fields."""
        found: Row = self.get(f"/cases/{number}")
        return found

    def events(self, number: str) -> list[Row]:
        """What was done to a case, in order."""
        found: list[Row] = self.get(f"/cases/{number}/events")["items"]
        return found

    def act(
        self, number: str, action: str, data: Mapping[str, Any] | None = None, *, version: int | None = None
    ) -> Row:
        """Do an action. With the `version` that was read, an action on a case that has moved on is refused (409), and
        that makes it harmless to try again; without, a broken line is reported."""
        body = {**(data or {}), **({"version": version} if version is not None else {})}
        path = f"/cases/{number}/actions/{action}"
        done: Row = self.request("POST", path, json=body, harmless=version is not None).json()
        return done

    def meta(self) -> Row:
        """The vocabulary: states, kinds, categories, units, areas, reasons, channels."""
        found: Row = self.get("/meta")
        return found


def _given(query: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in query.items() if value is not None}
