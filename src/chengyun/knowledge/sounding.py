"""Words of articles with how they sound, made in a process of its own: the tables of words and of pinyin take 85 MB,
and neither the web server nor the worker keeps them. No Django.

    python -m chengyun.knowledge.sounding < [["title and questions", ["keyword", …]], …]   →   [[word, letters], …]
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Sequence

from chengyun.kernel import tokens

PATIENCE = 120
_HAN = re.compile(r"[㐀-鿿]")
Said = Sequence[tuple[str, Sequence[str]]]
"""Of each article: title with questions, and keywords as they are."""


def words_of(said: Said) -> list[tuple[str, str]]:
    """(word, its syllables separated by blanks) as often as articles have it."""
    found: list[str] = []
    for text, keywords in said:
        found += [word for word in tokens.words_of(text) if _is_term(word)]
        found += [word for keyword in keywords if _is_term(word := tokens.normalise(keyword).strip())]
    return [(word, tokens.pinyin_key(word)) for word in found]


def _is_term(word: str) -> bool:
    return 2 <= len(word) <= 12 and bool(_HAN.search(word))


def apart(said: Said) -> list[tuple[str, str]]:
    """The same in a process that ends."""
    done = subprocess.run(
        [sys.executable, "-m", __name__], input=json.dumps(said).encode(), capture_output=True, timeout=PATIENCE,
        check=True,
    )  # fmt: skip
    return [(word, letters) for word, letters in json.loads(done.stdout)]


if __name__ == "__main__":
    json.dump(words_of(json.load(sys.stdin)), sys.stdout)
