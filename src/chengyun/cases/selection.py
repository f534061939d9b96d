"""Which cases a list or a figure is about: conditions within what a person may see."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from chengyun.org.access import Actor

from . import access
from .models import Case

# What a visibility row carries itself: the sort keys of the work lists.
OF_VISIBILITY = frozenset({"is_open", "due_status", "next_due_at", "received_at"})
_ANY = Q()


def own_unit(actor: Actor) -> int | None:
    """The unit by whose visibility rows this person's cases are found; None when it takes more than one unit."""
    return None if access.sees_everything(actor) else access.single_unit(actor)


def cases_where(actor: Actor, asked: Q, place: Q = _ANY) -> QuerySet[Case]:
    """The cases that fit and that this person may see.

    For a person who sees the cases of one unit only, they are found by the visibility rows of that unit, so that
    lists and figures are index scans over this unit's cases however many others there are. `place` may name
    `visibility__…` itself.
    """
    unit_id = own_unit(actor)
    if unit_id is None:
        return access.visible_to(actor).filter(asked & place)
    # In one call, or each condition would be asked of another visibility row.
    return Case.objects.filter(_of_visibility(asked) & place, visibility__unit_id=unit_id)


def _of_visibility(asked: Q) -> Q:
    """The same conditions, asked of the visibility row where it can answer."""
    if asked.negated:
        return asked
    found = Q()
    found.connector = asked.connector
    for child in asked.children:
        if isinstance(child, Q):
            found.children.append(_of_visibility(child))
        elif isinstance(child, tuple) and child[0].split("__", 1)[0] in OF_VISIBILITY:
            found.children.append((f"visibility__{child[0]}", child[1]))
        else:
            found.children.append(child)
    return found
