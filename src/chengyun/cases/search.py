"""Search tokens of a case in PostgreSQL."""

from __future__ import annotations

from django.db import connection

from chengyun.kernel import rows, tokens

from . import signatures


def tokens_of(title: str, text: str, address: str = "") -> list[str]:
    return tokens.index_tokens(f"{title}\n{address}\n{text}")


def index_sql(case_id: int, title: str, text: str, address: str = "") -> None:
    """Write the search tokens of one case."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE cases_casetext SET search = array_to_tsvector(%s::text[]) WHERE case_id = %s",
            [tokens_of(title, text, address), case_id],
        )


def insert_text(case_id: int, title: str, text: str, address: str = "") -> None:
    """The words of a new case with their tokens and their signature, in one statement."""
    rows.execute(
        "WITH signed AS (INSERT INTO cases_signature (case_id, bands, looked) VALUES (%s, %s::int[], false))"
        " INSERT INTO cases_casetext (case_id, text, search) VALUES (%s, %s, array_to_tsvector(%s::text[]))",
        [case_id, signatures.literal(signatures.bands(text)), case_id, text, tokens_of(title, text, address)],
    )


def matching_sql(words: str) -> tuple[str, list[object]] | None:
    """(condition on cases_casetext, parameters) for words typed by a person; None when nothing can be searched."""
    wanted = tokens.tsquery(words)
    return ("search @@ %s::tsquery", [wanted]) if wanted else None
