"""What the worker does by the clock, and what it asks the language model."""

from __future__ import annotations

from procrastinate.contrib.django import app

from . import drafting, keeping


@app.periodic(cron="* * * * *")
@app.task(name="replies.look_at_sent", queueing_lock="replies.look_at_sent")
def look_at_sent(timestamp: int) -> int:
    """Every minute: check the replies that were sent, so that they can be counted."""
    return keeping.look_at_sent()


@app.task(name="replies.ask_model", lock="replies.model")
def ask_model(request_id: int) -> str:
    """One question to the language model. Never two at a time, so that a slow model does not take the worker."""
    return drafting.ask(request_id)


@app.periodic(cron="*/10 * * * *")
@app.task(name="replies.forget_answers", queueing_lock="replies.forget_answers")
def forget_answers(timestamp: int) -> int:
    """Every ten minutes: drafts of the language model that are older than an hour are removed."""
    return drafting.forget_answers()
