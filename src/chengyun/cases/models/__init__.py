"""The nouns of the cases room, one file per noun."""

from .approval import Approval, Precedent
from .assignment import Assignment
from .audit import UnmaskRecord
from .callback import Callback, CallbackAttempt
from .case import Case, CaseText, CaseVisibility, NumberCounter, Requester
from .catalogue import CallbackScript, Category, LimitPolicy, Outcome, RequestKind, ReturnReason
from .clock import Clock
from .conduct import LadderRung, MessageTemplate, StepSetting
from .desk import Draft, ListLayout, Notice, SavedView
from .event import Event, Seal
from .export import ExportRecord
from .file import CaseFile
from .public import Published
from .quiet import Digest, DigestSetting, QuietHours
from .repeats import Likely, RepeatPolicy, Signature

__all__ = [
    "Approval",
    "Assignment",
    "Callback",
    "CallbackAttempt",
    "CallbackScript",
    "Case",
    "CaseFile",
    "CaseText",
    "CaseVisibility",
    "Category",
    "Clock",
    "Digest",
    "DigestSetting",
    "Draft",
    "Event",
    "ExportRecord",
    "LadderRung",
    "Likely",
    "LimitPolicy",
    "ListLayout",
    "MessageTemplate",
    "Notice",
    "NumberCounter",
    "Outcome",
    "Precedent",
    "Published",
    "QuietHours",
    "RepeatPolicy",
    "RequestKind",
    "Requester",
    "ReturnReason",
    "SavedView",
    "Seal",
    "Signature",
    "StepSetting",
    "UnmaskRecord",
]
