"""What each matter says about where and what, as rows of numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from . import names
from .matter import Matter, Progress, silent

if TYPE_CHECKING:
    import numpy as np

TEXT = 300
"""So many characters of a text say what it is about."""
TITLE, PAIR, KIND = 2.5, 0.8, 4.0
FEATURES = 60_000
ALONE = 0.5
MAJOR = 3
"""So many characters of a category code name the major class: Q03 of Q0301."""
BACKGROUND = 200
"""As if so many other matters were there too: in a quiet day's few, the word of a third of them is still telling."""
TOPICS = 100
_RUN = re.compile(r"[\u4e00-\u9fff]+")
_WORD = re.compile(r"^[\u4e00-\u9fffA-Za-z]{2,}$")
_EMPTY = frozenset(
    "尊敬 领导 书记 您好 你好 市长 县长 区长 局长 希望 政府 部门 相关 有关 问题 情况 反映 投诉 咨询 建议 请求 "
    "请问 关于 我们 你们 他们 一个 没有 现在 目前 进行 已经 就是 这个 可以 不能 这样 因为 所以 但是 如果 为什么 "
    "什么 怎么 如何 解决 处理 回复 谢谢 感谢 恳请 强烈 严重 自己 由于 并且 而且 以及 还有 一直 多次 至今 仍然 "
    "还是 不是 需要 要求 给予 能够 是否 大家 附近 居民 业主 群众 市民 尽快 及时 派人 小区 百姓 老百姓 我市 标题 "
    "上述 其中 之后 以后 之前 这里 那里 时候 今天 今年 去年 有没有 不知道 天天 每天 东西 地方 本人 我家 你们好 "
    "诉求 旁边 很大 一天 几次 电话 照样 不敢 来电 市民来电 来电人 先生 女士 核实 工单".split()
)


class Described:
    """Where and what of every matter: sparse rows of length one, and what as a point among the topics."""

    def __init__(self, matters: Sequence[Matter], progress: Progress = silent):
        texts = [(clean(matter.title), clean(matter.text[:TEXT])) for matter in matters]
        progress("names", 0.0)
        self.gazetteer = names.learn(texts)
        progress("words", 0.15)
        self.title_names: list[list[str]] = []
        self.words: list[list[str]] = []
        self.elsewhere: list[bool] = []
        places: list[Mapping[str, float]] = []
        words: list[Mapping[str, float]] = []
        for matter, (title, text) in zip(matters, texts, strict=True):
            place, told, said = self._read(title, text)
            if matter.kind:
                said["§" + matter.kind] = KIND
            places.append(place)
            self.title_names.append(told)
            words.append(said)
        del texts
        progress("vectors", 0.4)
        self.where, self.place_names = matrix(places, 0.1)
        self.what, _ = matrix(words, 0.25)
        self.topic = topics(unit(self.what))
        classes = {
            code: at for at, code in enumerate(sorted({matter.kind[:MAJOR] for matter in matters if matter.kind}))
        }
        self.kind = [classes[matter.kind[:MAJOR]] if matter.kind else -1 for matter in matters]

    def _read(self, title: str, text: str) -> tuple[dict[str, float], list[str], dict[str, float]]:
        import rjieba

        in_title, in_text = self.gazetteer.mentions(title), self.gazetteer.mentions(text)
        within = self.gazetteer.within
        place = {name: 0.5 for mention in in_text for name in within(mention.name)}
        place.update({name: 1.0 for mention in in_title for name in within(mention.name)})
        self.elsewhere.append(not place and names.names_something(title))
        told = list(dict.fromkeys(name for mention in in_title or in_text for name in within(mention.name)))
        rest = _without(title, in_title)
        title_words = [word for word in rjieba.cut(rest) if _WORD.match(word) and word not in _EMPTY]
        text_words = [word for word in rjieba.cut(_without(text, in_text)) if _WORD.match(word) and word not in _EMPTY]
        self.words.append(list(dict.fromkeys(title_words + text_words[:20])))
        return place, told, _weights(title_words, text_words, rest)


def clean(text: str) -> str:
    return names.MASKED.sub(" ", text.replace("\u3000", " ").replace("\u200b", "").strip())


def _without(text: str, mentions: list[names.Mention]) -> str:
    for mention in reversed(mentions):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


def _weights(title_words: list[str], text_words: list[str], title: str) -> dict[str, float]:
    """Words of text and title, and the title's pairs of characters: 噪声 and 噪音 have one in common."""
    found = {word: 1 + 0.5 * min(times - 1, 4) for word, times in Counter(text_words).items()}
    for word in title_words:
        found[word] = found.get(word, 0.0) + TITLE
    for run in _RUN.findall(title):
        for at in range(len(run) - 1):
            pair = "‹" + run[at : at + 2]
            found[pair] = found.get(pair, 0.0) + PAIR
    return found


def matrix(rows: Sequence[Mapping[str, float]], common: float) -> tuple[Any, list[str]]:
    """Weight times rarity, each row of length one. What one row alone has, or too many have, is left out; what it has
    alone still makes it less like others, by `ALONE` of its weight."""
    import numpy as np
    from scipy import sparse

    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(row.keys())
    cap = max(60, common * len(rows))
    kept = [name for name, count in counts.items() if 2 <= count <= cap]
    if len(kept) > FEATURES:
        kept = sorted(kept, key=lambda name: (-counts[name], name))[:FEATURES]
    columns = {name: at for at, name in enumerate(kept)}
    times = np.array([counts[name] for name in kept], dtype=np.float32)
    rarity = np.log((BACKGROUND + len(rows)) / (1 + times)).astype(np.float32)
    data: list[float] = []
    indices: list[int] = []
    starts = [0]
    own = np.zeros(len(rows), dtype=np.float32)
    rarest = np.log((BACKGROUND + len(rows)) / 2)
    for number, row in enumerate(rows):
        for name, weight in row.items():
            at = columns.get(name)
            if at is not None:
                indices.append(at)
                data.append(weight)
            elif counts[name] == 1:
                own[number] += (ALONE * weight * rarest) ** 2
        starts.append(len(indices))
    made = sparse.csr_matrix(
        (np.array(data, dtype=np.float32), np.array(indices, dtype=np.int32), np.array(starts, dtype=np.int64)),
        shape=(len(rows), len(kept)),
    )
    return unit(made.multiply(rarity).tocsr(), own), kept


def unit(rows: Any, more: Any = 0) -> Any:
    """Each row of length one, `more` being squares of what is not in it; empty rows stay empty."""
    import numpy as np
    from scipy import sparse

    if not sparse.issparse(rows):
        length = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / np.where(length == 0, 1, length)
    length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel() + more)
    length[length == 0] = 1
    return sparse.diags((1 / length).astype(np.float32)).dot(rows).tocsr()


def topics(rows: Any) -> np.ndarray[Any, Any]:
    """The rows among the directions in which they differ most: words that go together come near each other."""
    import numpy as np

    count = min(TOPICS, *rows.shape)
    if min(rows.shape) < 3:
        return np.zeros((rows.shape[0], 1), dtype=np.float32)
    start = np.random.default_rng(20261121).standard_normal((rows.shape[1], count + 10), dtype=np.float32)
    turned = rows.T.tocsr()
    base = np.linalg.qr(rows @ start)[0]
    for _ in range(2):
        base = np.linalg.qr(rows @ (turned @ base))[0]
    small = turned @ base
    square, left = np.linalg.eigh(small.T @ small)
    order = np.argsort(-square)[:count]
    found = (base @ left[:, order]) * np.sqrt(np.maximum(square[order], 0))
    return np.asarray(unit(found), dtype=np.float32)
