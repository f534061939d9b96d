"""Proof that history was not touched: every case's chain, the case row against its last event, and the seals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection, transaction

from chengyun.kernel.chain import event_hash
from chengyun.kernel.sm import sm3_in_pieces

from .models import Case, Event, Seal
from .work import event_body


@dataclass(frozen=True)
class Finding:
    """One fault: where it is and what is wrong, in words for an auditor."""

    case: str
    seq: int | None
    what: str


def verify(numbers: list[str] | None = None) -> Iterator[Finding]:
    """Walk the chain of every case (or of some) and, when all are walked, the seals. Yields faults as found."""
    cases = Case.objects.order_by("id")
    if numbers is not None:
        cases = cases.filter(number__in=numbers)
    for batch in _batches(cases):
        yield from _verify_cases(batch)
    if numbers is None:
        yield from _verify_seals()
        yield from _verify_numbers()


def _batches(cases, size: int = 500) -> Iterator[list[Case]]:
    batch: list[Case] = []
    for case in cases.only("id", "number", "state", "event_count", "head_hash").iterator(chunk_size=size):
        batch.append(case)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _verify_cases(batch: list[Case]) -> Iterator[Finding]:
    by_case: dict[int, list[Event]] = {case.pk: [] for case in batch}
    for event in Event.objects.filter(case_id__in=list(by_case)).order_by("case_id", "seq"):
        by_case[event.case_id].append(event)
    for case in batch:
        yield from _verify_chain(case, by_case[case.pk])


def _verify_chain(case: Case, events: list[Event]) -> Iterator[Finding]:
    previous = b""
    expected = 1
    for event in events:
        if event.seq != expected:
            missing = f"{expected}" if event.seq == expected + 1 else f"{expected}–{event.seq - 1}"
            yield Finding(case.number, expected, f"第 {missing} 条记录被删除")
            previous = bytes(event.previous)
        elif bytes(event.previous) != previous:
            yield Finding(case.number, event.seq, "与前一条记录的链接不符")
        if event_hash(bytes(event.previous), event_body(event, case.number)) != bytes(event.hash):
            yield Finding(case.number, event.seq, f"记录被改动（{event.action}，{event.at.astimezone():%F %T}）")
        previous, expected = bytes(event.hash), event.seq + 1
    if case.event_count >= expected:
        yield Finding(case.number, expected, f"末尾缺少 {case.event_count - expected + 1} 条记录")
    elif case.event_count < expected - 1:
        yield Finding(case.number, case.event_count + 1, "记录多于案件登记的条数")
    elif bytes(case.head_hash) != previous:
        yield Finding(case.number, case.event_count, "案件登记的末条摘要与记录不符")
    if events and events[-1].to_state != case.state:
        yield Finding(case.number, None, f"案件状态“{case.state}”与最后一条记录“{events[-1].to_state}”不符")


def _verify_seals() -> Iterator[Finding]:
    previous, tx = b"", 0
    for seal in Seal.objects.order_by("from_tx"):
        if seal.from_tx != tx:
            yield Finding("", None, f"封存记录不连续：事务 {tx} 至 {seal.from_tx} 之间的封存被删除")
        digest, count = _digest(previous, seal.from_tx, seal.to_tx)
        if count != seal.count:
            yield Finding(
                "",
                None,
                f"{seal.at.astimezone():%F %T} 封存时有 {seal.count} 条记录，现在是 {count} 条（整案删除或插入）",
            )
        elif digest != bytes(seal.digest):
            yield Finding("", None, f"{seal.at.astimezone():%F %T} 封存的记录被改动")
        previous, tx = bytes(seal.digest), seal.to_tx


def _verify_numbers() -> Iterator[Finding]:
    """Case numbers are gapless: a hole is a removed case."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.key, c.last, count(k.id) FROM cases_numbercounter c"
            " LEFT JOIN cases_case k ON k.number LIKE c.key || '-%%'"
            " AND left(k.number, length(c.key)) = c.key"
            " WHERE position(':' in c.key) = 0 GROUP BY c.key, c.last HAVING count(k.id) <> c.last",
            [],
        )
        for key, last, present in cursor.fetchall():
            yield Finding(f"{key}-*", None, f"已编到 {last} 号，现有 {present} 件：有案件被删除")


def _digest(previous: bytes, from_tx: int, to_tx: int) -> tuple[bytes, int]:
    hashes = Event.objects.filter(tx__gte=from_tx, tx__lt=to_tx).order_by("tx", "id").values_list("hash", flat=True)
    digest, count = sm3_in_pieces(), 0
    digest.update(previous)
    for value in hashes.iterator(chunk_size=5000):
        digest.update(bytes(value))
        count += 1
    return digest.finalize(), count


def seal() -> Seal | None:
    """Seal all events of transactions that are certainly over. None when there is nothing new."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(7305)")
        cursor.execute("SELECT cases_horizon()")
        horizon = cursor.fetchone()[0]
        last = Seal.objects.order_by("-from_tx").first()
        start = last.to_tx if last else 0
        if not Event.objects.filter(tx__gte=start, tx__lt=horizon).exists():
            return None
        digest, count = _digest(bytes(last.digest) if last else b"", start, horizon)
        return Seal.objects.create(from_tx=start, to_tx=horizon, count=count, digest=digest)


def begin_era() -> bool:
    """Begin a new era when transaction ids have begun anew: the database was restored into another cluster.

    To be called before anything is written there (chengyun migrate, ready, init and restore do). True when it did.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(7305)")
        cursor.execute(
            "SELECT cases_position() <="
            " greatest((SELECT max(tx) FROM cases_event), (SELECT max(to_tx) FROM cases_seal))"
        )
        if not cursor.fetchone()[0]:
            return False
        cursor.execute("SELECT nextval('cases_era')")
    return True
