"""Files of a district profile that the places room reads."""

from chengyun.org.districts import register_kind

register_kind(210, "areas.csv", "areas")
register_kind(220, "geometry.geojson", "geometry")
register_kind(230, "places.csv", "places")
register_kind(240, "grid_rules.toml", "grid_rules")
