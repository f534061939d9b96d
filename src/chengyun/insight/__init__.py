"""insight: what all cases together tell. Boards now; hot issues, warnings and reports come here."""
