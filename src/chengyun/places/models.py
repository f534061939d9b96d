"""Where things are: areas with dated validity, dated geometry, and named places. All points are WGS-84."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from chengyun.org.models import Dated, Unit


class Area(Dated):
    """An administrative area, or a grid, as it was in a span of days.

    The same code comes again in a new row when the area is renamed or cut anew; a case keeps the row of its
    time. `managed_by_unit` is who runs it, apart from the administrative code (domain.md E).
    `path` is "/1/5/" over ids, own id included. `kind` is of grids only: a micro grid lies within another grid.
    """

    CITY, DISTRICT, SUBDISTRICT, COMMUNITY, GRID = "city", "district", "subdistrict", "community", "grid"
    LEVELS: ClassVar[dict[str, str]] = {
        CITY: "市", DISTRICT: "区", SUBDISTRICT: "街道", COMMUNITY: "社区", GRID: "网格",
    }  # fmt: skip
    BASE, SPECIAL, MICRO = "base", "special", "micro"
    KINDS: ClassVar[dict[str, str]] = {BASE: "基础网格", SPECIAL: "专属网格", MICRO: "微网格"}

    code = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    level = models.CharField(max_length=12)
    kind = models.CharField(max_length=10, blank=True, default="")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    path = models.TextField(blank=True, default="")
    managed_by_unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="managed_areas"
    )
    pinyin = models.CharField(max_length=400, blank=True, default="")
    lng = models.FloatField(null=True, blank=True)
    lat = models.FloatField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["code", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], nulls_distinct=False, name="area_code_valid_from")
        ]
        indexes = [
            models.Index(fields=["path"], opclasses=["text_pattern_ops"], name="area_path"),
            models.Index(fields=["level"], name="area_level"),
        ]

    def __str__(self) -> str:
        return self.name


class AreaGeometry(Dated):
    """The outline of an area in a span of days: GeoJSON Polygon or MultiPolygon, WGS-84 (or CGCS2000).

    `bbox` is [west, south, east, north]; `source_crs` is what the outline was delivered in.
    """

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="geometries")
    geometry = models.JSONField()
    bbox = ArrayField(models.FloatField(), size=4)
    source_crs = models.CharField(max_length=16, default="wgs84")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "valid_from"], nulls_distinct=False, name="area_geometry_valid_from"
            )
        ]

    def __str__(self) -> str:
        return f"{self.area_id} {self.valid_from or ''}"


class Place(Dated):
    """A named place or an address that people search for when they say where something is."""

    code = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=30, default="place")
    address = models.CharField(max_length=200, blank=True, default="")
    area_code = models.CharField(max_length=40, blank=True, default="", db_index=True)
    lng = models.FloatField(null=True, blank=True)
    lat = models.FloatField(null=True, blank=True)
    pinyin = models.CharField(max_length=400, blank=True, default="")
    search = SearchVectorField(null=True)

    class Meta:
        ordering = ["name", "id"]
        indexes = [
            GinIndex(fields=["search"], name="place_search"),
            models.Index(fields=["pinyin"], opclasses=["varchar_pattern_ops"], name="place_pinyin"),
        ]

    def __str__(self) -> str:
        return self.name


from .models_plans import GridPlan, GridPlanStep, GridRule  # noqa: E402

__all__ = ["Area", "AreaGeometry", "GridPlan", "GridPlanStep", "GridRule", "Place"]
