"""Which files of a district profile this part reads: posts, and questions of the bank."""

from __future__ import annotations

from chengyun.org.districts import register_kind

register_kind(490, "grid_posts.toml", "grid_posts", whole=True)
register_kind(492, "grid_questions.toml", "grid_questions", whole=True)
