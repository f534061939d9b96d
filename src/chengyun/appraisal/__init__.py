"""Indicators: what the centre is held to, computed, fed, closed by month."""
