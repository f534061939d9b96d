"""Names and numbers of the open interface."""

from datetime import timedelta

CHANNEL = "open311"
"""The door in the districts' channels."""
SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"
MOST = 1000
"""Requests in one answer."""
DEEPEST = 20_000
"""How far paging goes: beyond, the span of time is to be made smaller."""
SPAN = timedelta(days=90)
SAME = timedelta(minutes=10)
"""A request that comes again from the same key within this time is the one before."""
KEEP_TRIALS = timedelta(days=7)
MOST_TRIALS = 5000
TRIAL_TAKES = timedelta(hours=1)
"""A test request closes by itself after this, so that a program sees both states."""
READS_PER_MINUTE = 600
"""For each address: reading needs no key."""
