"""What goes wrong at the other side, as often as asked, and the same each time for the same seed."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, fields

NAMES: dict[str, str] = {
    "refuse": "拒收：答 422，再送还是拒收，直到在页面上放行",
    "error": "出错：答 500，没有收下",
    "timeout": "超时：收下了，很久才答",
    "lost": "断线：收下了，答复没有发出",
    "twice": "重复：同一件推送两次",
    "disorder": "乱序：后来的先推送",
}  # fmt: skip


@dataclass(frozen=True)
class Faults:
    """Rates between 0 and 1; `hang`: seconds that a timeout lasts."""

    refuse: float = 0.0
    error: float = 0.0
    timeout: float = 0.0
    lost: float = 0.0
    twice: float = 0.0
    disorder: float = 0.0
    seed: int = 1
    hang: float = 20.0

    def refuses(self, key: str) -> bool:
        """A refusal is about the message: it does not go away by sending it again."""
        return random.Random(f"{self.seed}:refuse:{key}").random() < self.refuse

    def of_attempt(self, key: str, attempt: int) -> str:
        """ "", "error", "timeout" or "lost" for this attempt at this message."""
        drawn = random.Random(f"{self.seed}:{key}:{attempt}").random()
        for name in ("error", "timeout", "lost"):
            rate = float(getattr(self, name))
            if drawn < rate:
                return name
            drawn -= rate
        return ""

    def told(self) -> Mapping[str, float]:
        return {name: float(getattr(self, name)) for name in NAMES if getattr(self, name)}


def read(words: str, seed: int = 1, hang: float = 20.0) -> Faults:
    """From "refuse=0.05,error=0.1". ValueError naming what is wrong."""
    rates: dict[str, float] = {}
    for part in filter(None, (part.strip() for part in words.split(","))):
        name, _, value = part.partition("=")
        if name not in NAMES:
            raise ValueError(f"没有“{name}”这种故障，可以是 {'、'.join(NAMES)}")
        try:
            rates[name] = float(value)
        except ValueError:
            raise ValueError(f"{name} 要写成 0 到 1 之间的数，例如 {name}=0.1") from None
        if not 0 <= rates[name] <= 1:
            raise ValueError(f"{name} 要在 0 到 1 之间")
    if sum(rates.get(name, 0.0) for name in ("error", "timeout", "lost")) > 1:
        raise ValueError("error、timeout、lost 合计不能超过 1")
    known = {one.name for one in fields(Faults)}
    return Faults(**{name: rate for name, rate in rates.items() if name in known}, seed=seed, hang=hang)
