"""The document of the API knows a schema by its name alone: two of one name would overwrite each other."""

from __future__ import annotations

from collections import defaultdict

from ninja import Schema

from .routes import document


def below(kind: type) -> set[type]:
    return {kind}.union(*(below(one) for one in kind.__subclasses__()))


def test_no_two_schemas_have_one_name():
    told = set(document()["components"]["schemas"])
    known = defaultdict(set)
    for one in below(Schema):
        if one.__module__.startswith("chengyun.") and one.__name__ in told:
            known[one.__name__].add(f"{one.__module__}.{one.__qualname__}")
    assert known
    assert {name: sorted(where) for name, where in known.items() if len(where) > 1} == {}
