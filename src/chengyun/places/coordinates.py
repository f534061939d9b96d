"""Chinese coordinate systems. Everything is stored as WGS-84 (CGCS2000 is the same within centimetres); what comes
in as GCJ-02 or BD-09 is converted at the edge and the source system is kept beside it.

The published approximation of the GCJ-02 offset is used, as every map library does (Krasovsky 1940 ellipsoid); the way
back is iterated until it agrees within 1e-9 degrees (0.1 mm).
"""

from __future__ import annotations

import math

WGS84, CGCS2000, GCJ02, BD09 = "wgs84", "cgcs2000", "gcj02", "bd09"
SYSTEMS = (WGS84, CGCS2000, GCJ02, BD09)

_AXIS = 6378245.0
_ECCENTRICITY2 = 0.00669342162296594323
_BD = math.pi * 3000.0 / 180.0

Point = tuple[float, float]


class CoordinateError(ValueError):
    """The system is unknown or the point is not on the earth."""


def in_china(lng: float, lat: float) -> bool:
    """The box in which GCJ-02 differs from WGS-84; outside of it both are the same."""
    return 72.004 <= lng <= 137.8347 and 0.8293 <= lat <= 55.8271


def wgs84_to_gcj02(lng: float, lat: float) -> Point:
    """(longitude, latitude) in degrees, both ways in all functions here."""
    if not in_china(lng, lat):
        return lng, lat
    east, north = _offset(lng, lat)
    return lng + east, lat + north


def gcj02_to_wgs84(lng: float, lat: float) -> Point:
    if not in_china(lng, lat):
        return lng, lat
    x, y = lng, lat
    for _ in range(10):
        east, north = _offset(x, y)
        next_x, next_y = lng - east, lat - north
        done = abs(next_x - x) < 1e-9 and abs(next_y - y) < 1e-9
        x, y = next_x, next_y
        if done:
            break
    return x, y


def gcj02_to_bd09(lng: float, lat: float) -> Point:
    radius = math.hypot(lng, lat) + 0.00002 * math.sin(lat * _BD)
    angle = math.atan2(lat, lng) + 0.000003 * math.cos(lng * _BD)
    return radius * math.cos(angle) + 0.0065, radius * math.sin(angle) + 0.006


def bd09_to_gcj02(lng: float, lat: float) -> Point:
    x, y = lng - 0.0065, lat - 0.006
    for _ in range(10):
        forward_x, forward_y = gcj02_to_bd09(x, y)
        off_x, off_y = forward_x - lng, forward_y - lat
        x, y = x - off_x, y - off_y
        if abs(off_x) < 1e-9 and abs(off_y) < 1e-9:
            break
    return x, y


def wgs84_to_bd09(lng: float, lat: float) -> Point:
    return gcj02_to_bd09(*wgs84_to_gcj02(lng, lat))


def bd09_to_wgs84(lng: float, lat: float) -> Point:
    return gcj02_to_wgs84(*bd09_to_gcj02(lng, lat))


def normalise(lng: float, lat: float, crs: str = WGS84) -> Point:
    """The point as WGS-84. Raises CoordinateError for an unknown system or a point that is none."""
    system = (crs or WGS84).lower().replace("-", "")
    if system not in SYSTEMS:
        raise CoordinateError(f"坐标系应为 {'、'.join(SYSTEMS)}")
    if not (math.isfinite(lng) and math.isfinite(lat) and -180 <= lng <= 180 and -90 <= lat <= 90):
        raise CoordinateError("经纬度超出范围")
    if system == GCJ02:
        return gcj02_to_wgs84(lng, lat)
    if system == BD09:
        return bd09_to_wgs84(lng, lat)
    return lng, lat


def _offset(lng: float, lat: float) -> Point:
    x, y = lng - 105.0, lat - 35.0
    wave = (20.0 * math.sin(6.0 * x * math.pi) + 20.0 * math.sin(2.0 * x * math.pi)) * 2.0 / 3.0
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x)) + wave
    north += (20.0 * math.sin(y * math.pi) + 40.0 * math.sin(y / 3.0 * math.pi)) * 2.0 / 3.0
    north += (160.0 * math.sin(y / 12.0 * math.pi) + 320.0 * math.sin(y * math.pi / 30.0)) * 2.0 / 3.0
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x)) + wave
    east += (20.0 * math.sin(x * math.pi) + 40.0 * math.sin(x / 3.0 * math.pi)) * 2.0 / 3.0
    east += (150.0 * math.sin(x / 12.0 * math.pi) + 300.0 * math.sin(x / 30.0 * math.pi)) * 2.0 / 3.0
    radians = math.radians(lat)
    magic = 1 - _ECCENTRICITY2 * math.sin(radians) ** 2
    meridian = (_AXIS * (1 - _ECCENTRICITY2)) / (magic * math.sqrt(magic))
    parallel = _AXIS / math.sqrt(magic) * math.cos(radians)
    return math.degrees(east / parallel), math.degrees(north / meridian)
