"""Classes of components, components, and the cases about them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone

from chengyun.org.models import Dated, Unit


class ComponentClass(Dated):
    """Two digits are a class (大类), four a kind of it (小类). `category`: that of cases about such components."""

    code = models.CharField(max_length=8, unique=True)
    name = models.CharField(max_length=80)
    category = models.CharField(max_length=40, blank=True, default="")
    sort = models.IntegerField(default=0)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class Component(Dated):
    """One thing. `grid_code` follows from the place when the row is written."""

    NORMAL, DAMAGED, MISSING, REPAIR, SCRAPPED = "normal", "damaged", "missing", "repair", "scrapped"
    STATES: ClassVar[dict[str, str]] = {
        NORMAL: "完好", DAMAGED: "破损", MISSING: "丢失", REPAIR: "维修中", SCRAPPED: "废弃",
    }  # fmt: skip

    code = models.CharField(max_length=40, unique=True)
    kind = models.ForeignKey(ComponentClass, on_delete=models.PROTECT, related_name="components")
    name = models.CharField(max_length=120)
    state = models.CharField(max_length=10, default=NORMAL)
    lng = models.FloatField(null=True, blank=True)
    lat = models.FloatField(null=True, blank=True)
    address = models.CharField(max_length=200, blank=True, default="")
    grid_code = models.CharField(max_length=40, blank=True, default="", db_index=True)
    owner = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    maintainer = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["code"]
        indexes = [models.Index(fields=["lng", "lat"], name="component_place")]

    def __str__(self) -> str:
        return self.name


class ComponentCase(models.Model):
    """A case about a component; taken back, the row stays with who did it."""

    component = models.ForeignKey(Component, on_delete=models.PROTECT, related_name="links")
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    by = models.CharField(max_length=120, blank=True, default="")
    removed_at = models.DateTimeField(null=True)
    removed_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["component", "case"], condition=models.Q(removed_at=None), name="component_case_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.component_id} {self.case_id}"
