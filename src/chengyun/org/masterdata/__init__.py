"""Import and export of master data. A room adds its own kinds in AppConfig.ready():

masterdata.register(ModelKind("categories", "类别", Category, columns=[Column("code", "编码", …)], key=["code"], …))
"""

from .columns import CellError, Column
from .kinds import (
    CREATE,
    ERROR,
    UNCHANGED,
    UPDATE,
    Key,
    Kind,
    ModelKind,
    PlannedRow,
    Values,
    all_kinds,
    find,
    register,
)

__all__ = [
    "CREATE",
    "ERROR",
    "UNCHANGED",
    "UPDATE",
    "CellError",
    "Column",
    "Key",
    "Kind",
    "ModelKind",
    "PlannedRow",
    "Values",
    "all_kinds",
    "find",
    "register",
]
