"""Changes of the map as plans: drawn, looked at, approved, and in force from a day on. Former outlines stay."""
