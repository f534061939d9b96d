"""A rehearsal: many people at once take labelled requests from the door to the rating, over the public API only."""

LABEL = "【演练】"
"""What the title of every rehearsed case begins with. Cases without it are never touched."""

CHANNEL = "rehearsal"
"""The channel of rehearsed cases unless another is named; lists can be filtered by it."""
