"""Budgets for the demo district: the year's with its execution, and the one before, which has a slip to be found."""

from __future__ import annotations

from chengyun.org.access import Actor, actor_for, system_actor
from chengyun.org.districts import profile
from chengyun.org.models import Account

from . import keeping, spending
from .models import BudgetDocument


def fill() -> int:
    """Make them unless there are budgets; how many."""
    if BudgetDocument.objects.exists():
        return 0
    folder, actor = profile("demo").folder / "budget", _actor()
    made = 0
    for path in sorted(folder.glob("*.txt")):
        document = keeping.keep(actor, path.name, path.read_bytes())
        spent = folder / f"spending-{document.year}.csv"
        if spent.exists():
            spending.take(actor, document.pk, spent.name, spent.read_bytes())
        made += 1
    return made


def _actor() -> Actor:
    account = Account.objects.filter(is_demo=True, username="director").first()
    return actor_for(account) if account else system_actor("演示数据")
