"""Doors with a protocol: what comes in through each, how it is understood, and what the other side is told back.

A folder per door holds its declaration (`door.toml`); `reading.py` understands it; `transports/` carry; `taking.py` is
the one way from a carried item to a case."""
