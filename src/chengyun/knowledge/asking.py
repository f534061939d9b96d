"""What somebody typed, as groups of words that mean the same. Pure but for the synonyms it is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from chengyun.kernel import tokens

from .passages import Group

MOST_GROUPS, MOST_WORDS = 8, 8
_HAN = re.compile(r"[㐀-鿿]")
_SEPARATE = re.compile(r"[^\w㐀-鿿]+")
# Words of asking, not of the matter.
EMPTY = frozenset(
    "我 我们 你 您 你们 他 她 它 的 了 吗 呢 吧 啊 么 是 在 有 和 与 或 及 就 都 也 还 很 "
    "要 能 会 可以 想 想要 想问 请问 咨询 了解 一下 问 "
    "怎么 怎样 如何 什么 哪些 哪里 哪儿 哪个 多少 为什么 是否 能否 可否 需要 应该 "
    "一个 这个 那个 这 那 现在 时候 什么样 "
    "没 没有 不 不是 去 来 到 给 对 从 被 把 让 用 为 等 个 之 其 "
    "关于 有关 相关 情况 问题 事情 反映 市民 来电 希望 帮忙 麻烦 谢谢 你好 您好".split()
)


class Synonyms:
    """Groups of words that mean the same: by word, and the longest words first for cutting a question."""

    def __init__(self, groups: Iterable[Iterable[str]]):
        self.of: dict[str, tuple[str, ...]] = {}
        for group in groups:
            words = [tokens.normalise(word).strip() for word in group if word.strip()]
            for word in words:
                self.of[word] = tuple(dict.fromkeys([*self.of.get(word, (word,)), *words]))[:MOST_WORDS]
        self.longest = sorted((word for word in self.of if len(word) > 1), key=len, reverse=True)


NO_SYNONYMS = Synonyms(())


def words_of(text: str, synonyms: Synonyms = NO_SYNONYMS) -> list[str]:
    """The words of a question in their order, without those of asking; names of the trade are not cut up."""
    pieces = [tokens.normalise(text)[:400]]
    for name in synonyms.longest:
        if any(name in piece for piece in pieces if piece not in synonyms.of):
            pieces = [part for piece in pieces for part in _around(piece, name, synonyms)]
    found: list[str] = []
    for piece in pieces:
        found += [piece] if piece in synonyms.of else _cut(piece)
    return list(dict.fromkeys(found))


def _around(piece: str, name: str, synonyms: Synonyms) -> list[str]:
    if piece in synonyms.of or name not in piece:
        return [piece]
    before, _, after = piece.partition(name)
    return [part for part in (before, name, *_around(after, name, synonyms)) if part]


def _cut(piece: str) -> list[str]:
    found: list[str] = []
    for run in _SEPARATE.split(piece):
        if not run:
            continue
        words = tokens.words_of(run) if len(run) > 2 and _HAN.search(run) else [run]
        found += [word for word in words if word not in EMPTY]
    whole = [word for word in found if len(word) > 1 or not _HAN.search(word)]
    return whole or found


def groups_of(text: str, synonyms: Synonyms = NO_SYNONYMS) -> list[tuple[str, ...]]:
    """Words with what means the same. What is a word of asking alone is taken as it is: somebody typed it."""
    found = words_of(text, synonyms) or [word for word in _SEPARATE.split(tokens.normalise(text)) if word][:1]
    return [synonyms.of.get(word, (word,)) for word in found]


def query_of(words: Iterable[str]) -> str | None:
    """tsquery text: any of these words, each with all its tokens."""
    parts = [f"({asked})" for word in words if (asked := _whole(word))]
    return f"({' | '.join(parts)})" if parts else None


def _whole(word: str) -> str | None:
    """A word as it is, with all its pairs: cut up it would mean less (登记上牌 is more than 登记)."""
    if 2 < len(word) <= 12 and all(_HAN.match(one) for one in word):
        return " & ".join(f"'{word[at : at + 2]}'" for at in range(len(word) - 1))
    return tokens.tsquery(word)


def weighed(groups: Iterable[tuple[str, ...]], shares: Mapping[str, float]) -> list[Group]:
    """With weights: a word that few articles have tells most."""
    made = []
    for words in groups:
        share = max((_share(word, shares) for word in words), default=0.0)
        made.append(Group(words, round(1.0 / (0.05 + share) ** 0.5, 3)))
    return made


def _share(word: str, shares: Mapping[str, float]) -> float:
    return min((shares.get(token, 0.0005) for token in tokens.query_tokens(word)), default=1.0)


def is_letters(text: str) -> bool:
    """Whether it may be pinyin or initials: letters alone, at least two."""
    return bool(re.fullmatch(r"[a-züv' ]{2,60}", text.strip()))


def numbers_in(text: str) -> list[str]:
    """Runs of digits, blanks and hyphens between them fallen away."""
    return re.findall(r"\d+", re.sub(r"(?<=\d)[\s-]+(?=\d)", "", text))
