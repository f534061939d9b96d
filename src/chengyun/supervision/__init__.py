"""Supervision: the ladder from a reminder to the discipline commission, programmes, business cases, quality samples."""
