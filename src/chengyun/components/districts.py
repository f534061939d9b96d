"""Files of a district profile that this room reads."""

from chengyun.org.districts import register_kind

register_kind(380, "component_classes.csv", "component_classes")
register_kind(381, "components.csv", "components")
