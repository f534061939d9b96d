"""城运 (chengyun): the platform of a city district's operations centre."""

__version__ = "0.1.0"
