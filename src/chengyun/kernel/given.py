"""Moments and free JSON as they come from outside: refused unless they can be stored, shown and counted with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Any

import orjson
from django.utils import timezone
from pydantic import AfterValidator, AwareDatetime

YEARS = (1900, 2200)


def storable_moment(moment: datetime) -> datetime:
    """The moment in UTC; one without a zone is of the platform's zone. ValueError outside of YEARS.

    PostgreSQL takes no zone of 16 hours or more, and the ends of datetime's range overflow in other zones.
    """
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.get_default_timezone())
    if not YEARS[0] <= moment.year < YEARS[1]:
        raise ValueError(f"年份要在 {YEARS[0]} 到 {YEARS[1]} 之间")
    return moment.astimezone(UTC)


Moment = Annotated[datetime, AfterValidator(storable_moment)]
AwareMoment = Annotated[AwareDatetime, AfterValidator(storable_moment)]


def storable_json(limit: int) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """A check for an object that is kept as JSON: at most `limit` bytes, not nested without end, no NUL in it.

    A large float is kept by PostgreSQL as all its digits and would come back as an integer that no answer can hold.
    """

    def check(value: dict[str, Any]) -> dict[str, Any]:
        try:
            size = len(orjson.dumps(value))
        except TypeError:
            raise ValueError("层次太多") from None
        if size > limit:
            raise ValueError("内容太多")
        if _holds(value, lambda inner: isinstance(inner, str) and "\x00" in inner):
            raise ValueError("含有不能使用的字符")
        if _holds(value, lambda inner: isinstance(inner, float) and not abs(inner) < 2**63):
            raise ValueError("数字太大")
        return value

    return check


def _holds(value: Any, bad: Callable[[Any], bool]) -> bool:
    if isinstance(value, dict):
        return any(bad(key) or _holds(inner, bad) for key, inner in value.items())
    if isinstance(value, list):
        return any(_holds(inner, bad) for inner in value)
    return bad(value)


Json = Annotated[dict[str, Any], AfterValidator(storable_json(16_000))]
LongJson = Annotated[dict[str, Any], AfterValidator(storable_json(64_000))]
