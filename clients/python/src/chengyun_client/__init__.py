"""Client for chengyun (城运): cases and all other pages of the API, intake, and messages of webhooks."""

from .client import Client
from .errors import ChengyunError, Problem, Unreachable
from .intake import Intake, Receipt, Status
from .signatures import BadSignature, verify

__all__ = [
    "BadSignature",
    "ChengyunError",
    "Client",
    "Intake",
    "Problem",
    "Receipt",
    "Status",
    "Unreachable",
    "verify",
]
