"""What an issue is called: the place most of its members name, and the title among theirs that says best what it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .describing import Described, clean
from .matter import Matter

_LEAD = re.compile(
    r"^(?:[！!？?…\s]|(?:再次|强烈|坚决|实名)?(?:投诉|反映|举报|咨询|请问|问问|关于|求助|质疑|恳请|请求|希望|建议|控告|询问|说说)(?:一下|对)?[:：]?)+"
)
_TAIL = re.compile(
    r"(?:[！!？?。…，,\s]|的(?:投诉|反映|举报|建议|咨询|求助|请求|问题反映)|问题反映|，?急需处理|，?求解决|，?请.{0,6}解决)+$"
)
LONGEST = 40


def place_of(described: Described, titles: Sequence[str], rows: Sequence[int]) -> str:
    """The name that most members share, with names side by side in the titles as one: 东湖园清风苑."""
    import numpy as np

    shares = np.asarray((described.where[rows] > 0).sum(axis=0)).ravel()
    weights = np.asarray(described.where[rows].sum(axis=0)).ravel()
    named = [int(at) for at in np.flatnonzero(shares >= max(1, 0.4 * len(rows)))]
    if not named:
        return ""
    best = described.place_names[max(named, key=lambda at: (weights[at], len(described.place_names[at])))]
    runs = Counter(run for row in rows for run in _runs(described, clean(titles[row])) if best in run)
    if not runs:
        return best
    common = max(runs.values())
    return max((run for run, count in runs.items() if count >= 0.7 * common), key=len)


def _runs(described: Described, title: str) -> list[str]:
    """Names that stand side by side, as one."""
    found: list[tuple[int, int]] = []
    for mention in described.gazetteer.mentions(title):
        if found and found[-1][1] == mention.start:
            found[-1] = (found[-1][0], mention.end)
        else:
            found.append((mention.start, mention.end))
    return [title[start:end] for start, end in found]


def title_of(matters: Sequence[Matter], described: Described, rows: Sequence[int], place: str) -> str:
    """The title nearest to the middle of all: short enough to read, with the place in it where one is known."""
    import numpy as np

    what, topic = described.what[rows], described.topic[rows]
    middle = np.asarray(what.mean(axis=0)).ravel()
    near = what @ (middle / (np.linalg.norm(middle) or 1)) + topic @ topic.mean(axis=0)
    best, best_score = "", -9.0
    for at, row in enumerate(rows):
        told = tidy(matters[row].title or first_sentence(matters[row].text))
        score = float(near[at]) + (0.3 if place and place in told else 0.0) - 0.02 * abs(len(told) - 18)
        if score > best_score:
            best, best_score = told, score
    if place and place not in best and len(best) + len(place) < LONGEST:
        best = f"{place}：{best}"
    return best[:LONGEST]


def tidy(title: str) -> str:
    """Without the words of complaining around the matter: 投诉X小区捆绑销售车位的问题！ → X小区捆绑销售车位."""
    short = _TAIL.sub("", _LEAD.sub("", title.strip()))
    return short if len(short) >= 4 else title.strip()


def first_sentence(text: str) -> str:
    return re.split(r"[。！？!?；;\n]", text.strip(), maxsplit=1)[0]


def words_of(described: Described, rows: Sequence[int], most: int = 30) -> list[tuple[str, int]]:
    """The words of an issue with the number of members that say them."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(described.words[row])
    least = 2 if len(rows) > 3 else 1
    return [(word, count) for word, count in counts.most_common(most) if count >= least]
