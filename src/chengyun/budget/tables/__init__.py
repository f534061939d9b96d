"""The published set of tables 1 to 12 as data. Knows neither Django nor files."""

from .amounts import Figure, Percent, Place, money, percent
from .document import Budget, Claim, Term, Unread
from .layout import COLUMNS, TITLES, Row, Table
from .performance import Block, Composition, Detail, Form, Indicator, Overall, ProjectLine, Purchase, Value, value_of

__all__ = [
    "COLUMNS",
    "TITLES",
    "Block",
    "Budget",
    "Claim",
    "Composition",
    "Detail",
    "Figure",
    "Form",
    "Indicator",
    "Overall",
    "Percent",
    "Place",
    "ProjectLine",
    "Purchase",
    "Row",
    "Table",
    "Term",
    "Unread",
    "Value",
    "money",
    "percent",
    "value_of",
]
