"""What the worker does by the clock."""

from __future__ import annotations

from procrastinate.contrib.django import app

from . import corrections, indexing, keeping, upward


@app.periodic(cron="7 * * * *")
@app.task(name="knowledge.by_days", queueing_lock="knowledge.by_days")
def by_days(timestamp: int) -> dict[str, int]:
    """Every hour: articles that are due for review or have run out; owners are told."""
    return keeping.by_days()


@app.periodic(cron="*/10 * * * *")
@app.task(name="knowledge.remind", queueing_lock="knowledge.remind")
def remind(timestamp: int) -> int:
    """Every ten minutes: corrections that are late are told."""
    return corrections.remind()


@app.periodic(cron="* * * * *")
@app.task(name="knowledge.push", queueing_lock="knowledge.push")
def push(timestamp: int) -> int:
    """Every minute: articles that wait are pushed to the city's knowledge base."""
    return upward.push()


@app.task(name="knowledge.learn_words")
def learn_words(keys: list[int]) -> int:
    """After publishing: words of the articles with how they sound, for pinyin and slips."""
    return indexing.learn_articles(keys)


@app.periodic(cron="40 3 * * *")
@app.task(name="knowledge.nightly", queueing_lock="knowledge.nightly")
def nightly(timestamp: int) -> int:
    """Every night: words that no article has any more are forgotten."""
    return indexing.forget_terms()
