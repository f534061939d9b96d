"""Which matters are about the same thing in the same place.

Alike is partly where and partly what; where nobody names a place the words decide alone and have to agree more. Groups
form by average linkage among what hangs together at all, then groups of one place whose middles agree are joined: the
smoke, the stalls and the noise of one row of restaurants are one issue, cracks in the walls next door are another.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

from .describing import Described, unit
from .matter import Progress, silent

WHERE = 0.4
"""How much the place counts where both name one; the matter counts the rest."""
ALONE, HALF = 0.8, 0.64
"""What the words count where none of two, or one of them, names a place."""
TOPIC = 0.5
ELSEWHERE = 0.8
"""What the rest counts where both name places, and none in common: the same words at two places are two matters."""
OTHER_CLASS = 0.6
"""What the words count where the cases were put into different major classes of categories."""
SAME_AT_ALL = 0.3
"""Where the words agree less than this, the same place counts for less: a school's fees and a school's dogs."""
LINK, ALIKE = 0.42, 0.5
COARSE = 12
"""So many topics, the strongest ones, tell the kind of matter: smoke and noise, buildings, schools, traffic."""
MIDDLES = 0.65
SAME_PLACE, SAME_KIND, SAME_WORDS = 0.5, 0.7, 0.05
LARGEST = 2500
BLOCK = 1000
RARE = 300
GAP = timedelta(days=120)
"""What is quiet for so long and comes back is another issue."""


def groups(described: Described, progress: Progress = silent) -> list[list[int]]:
    """Rows that belong together, each row in one group."""
    likeness = Likeness(described)
    found: list[list[int]] = []
    for rows in _components(likeness, progress):
        found.extend(_agglomerate(likeness, rows) if len(rows) > 1 else [rows])
    progress("joining", 0.9)
    return _join_middles(likeness, found)


class Likeness:
    """How alike rows are."""

    def __init__(self, described: Described):
        import numpy as np

        self.where, self.what, self.topic = described.where, described.what, described.topic
        self.kind = np.array(described.kind)
        self.placed = np.asarray(self.where.getnnz(axis=1) > 0) | np.array(described.elsewhere)
        self.size = self.where.shape[0]

    def mixed(self, where: Any, what: Any, topic: Any, placed: Any, apart: Any) -> Any:
        """From the parts; `placed`: how many of the two name a place; `apart`: whether their classes differ."""
        import numpy as np

        matter = ((1 - TOPIC) * what + TOPIC * np.clip(topic, 0, 1)) * np.where(apart, OTHER_CLASS, 1)
        alone = np.where(placed == 1, HALF, ALONE) * matter
        rest = (1 - WHERE) * matter * np.where(where > 0, 1, ELSEWHERE)
        return np.where(placed == 2, WHERE * where * np.minimum(1, matter / SAME_AT_ALL) + rest, alone)

    def within(self, rows: list[int]) -> Any:
        """Everybody with everybody."""
        import numpy as np

        where, what, topic = self.where[rows], self.what[rows], self.topic[rows]
        placed = self.placed[rows].astype(np.int8)
        kind = self.kind[rows]
        apart = self.differ(kind[:, None], kind[None, :])
        alike = (where @ where.T).toarray(), (what @ what.T).toarray(), topic @ topic.T
        return self.mixed(*alike, placed[:, None] + placed[None, :], apart)

    @staticmethod
    def differ(one: Any, other: Any) -> Any:
        """Whether two classes are known and not the same."""
        return (one >= 0) & (other >= 0) & (one != other)

    def of_pairs(self, first: Any, second: Any) -> Any:
        import numpy as np

        def dots(matrix: Any) -> Any:
            return np.asarray(matrix[first].multiply(matrix[second]).sum(axis=1)).ravel()

        topic = np.einsum("ij,ij->i", self.topic[first], self.topic[second])
        placed = self.placed[first].astype(np.int8) + self.placed[second]
        apart = self.differ(self.kind[first], self.kind[second])
        return self.mixed(dots(self.where), dots(self.what), topic, placed, apart)


def _components(likeness: Likeness, progress: Progress) -> list[list[int]]:
    """Rows connected by pairs that are alike enough; larger ones are cut by asking for more."""
    import numpy as np
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components

    first, second, value = _pairs(likeness, progress)
    size = likeness.size
    waiting: list[tuple[Any, float]] = [(np.arange(size), LINK)]
    found: list[list[int]] = []
    graph = sparse.csr_matrix((value, (first, second)), shape=(size, size))
    while waiting:
        rows, least = waiting.pop()
        part = graph if len(rows) == size else graph[rows][:, rows]
        kept = part.multiply(part >= least)
        kept.eliminate_zeros()
        _, labels = connected_components(kept, directed=False)
        order = np.argsort(labels, kind="stable")
        for members in np.split(order, np.flatnonzero(np.diff(labels[order])) + 1):
            if len(members) > LARGEST and least < 0.95:
                waiting.append((rows[members], least + 0.05))
            elif len(members) > LARGEST:
                found.extend(rows[members[at : at + LARGEST]].tolist() for at in range(0, len(members), LARGEST))
            else:
                found.append(rows[members].tolist())
    return found


def _pairs(likeness: Likeness, progress: Progress) -> tuple[Any, Any, Any]:
    """Pairs worth a look: they share a name, or several rare words; with their likeness where it is enough."""
    import numpy as np

    where, what, size = likeness.where, likeness.what, likeness.size
    rare = _few(what, max(RARE, int(0.01 * min(size, 20_000))))
    named = _few(where, max(2 * RARE, int(0.1 * min(size, 20_000))))
    turned_where, turned_rare = named.T.tocsr(), rare.T.tocsr()
    kept: list[tuple[Any, Any, Any]] = []
    for start in range(0, size, BLOCK):
        stop = start + BLOCK
        near = (named[start:stop] @ turned_where).tocoo()
        words = (rare[start:stop] @ turned_rare).tocoo()
        close = words.data >= 0.3
        key = np.unique(
            np.concatenate(
                [
                    near.row.astype(np.int64) * size + near.col,
                    words.row[close].astype(np.int64) * size + words.col[close],
                ]
            )
        )
        first, second = key // size + start, key % size
        above = first < second
        first, second = first[above], second[above]
        for at in range(0, len(first), 200_000):
            one, two = first[at : at + 200_000], second[at : at + 200_000]
            value = likeness.of_pairs(one, two)
            good = value >= LINK
            kept.append((one[good], two[good], value[good]))
        progress("pairs", 0.45 + 0.4 * start / size)
    if not kept:
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty, np.zeros(0, dtype=np.float32)
    return tuple(np.concatenate(column) for column in zip(*kept, strict=True))  # type: ignore[return-value]


def _few(matrix: Any, most: int) -> Any:
    """Only the columns that few rows have."""
    import numpy as np

    return matrix[:, np.flatnonzero(matrix.getnnz(axis=0) <= most)].tocsr()


def _agglomerate(likeness: Likeness, rows: list[int]) -> list[list[int]]:
    import numpy as np
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    if len(rows) == 2:
        alike = likeness.of_pairs(np.array(rows[:1]), np.array(rows[1:]))[0]
        return [rows] if alike >= ALIKE else [[row] for row in rows]
    far = np.clip(1 - likeness.within(rows), 0, 1)
    far = (far + far.T) / 2
    np.fill_diagonal(far, 0)
    labels = fcluster(linkage(squareform(far, checks=False), method="average"), t=1 - ALIKE, criterion="distance")
    found: dict[int, list[int]] = defaultdict(list)
    for row, label in zip(rows, labels, strict=True):
        found[label].append(row)
    return list(found.values())


def _join_middles(likeness: Likeness, found: list[list[int]]) -> list[list[int]]:
    """Groups of one place whose middles say the same; the most alike first, again until nothing is alike enough."""
    import numpy as np
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components

    for _ in range(6):
        count = len(found)
        label = np.concatenate([np.full(len(rows), number) for number, rows in enumerate(found)])
        row = np.concatenate([np.array(rows) for rows in found])
        member = sparse.csr_matrix((np.ones(len(row), dtype=np.float32), (label, row)), shape=(count, likeness.size))
        coarse = likeness.topic[:, :COARSE]
        where, what, topic = (unit(member @ part) for part in (likeness.where, likeness.what, coarse))
        sizes = np.array([len(rows) for rows in found])
        first, second, value = _near_middles(where, what, topic, sizes)
        kinds = np.array([_most_common(likeness.kind[rows]) for rows in found])
        same = ~likeness.differ(kinds[first], kinds[second])
        first, second, value = first[same], second[same], value[same]
        if not len(first):
            break
        best = np.zeros(count, dtype=np.float32)
        np.maximum.at(best, first, value)
        np.maximum.at(best, second, value)
        mutual = (value >= best[first]) & (value >= best[second])
        pairs = sparse.csr_matrix((value[mutual], (first[mutual], second[mutual])), shape=(count, count))
        _, joined = connected_components(pairs, directed=False)
        together: dict[int, list[int]] = defaultdict(list)
        for number, rows in enumerate(found):
            together[joined[number]].extend(rows)
        found = list(together.values())
    return [sorted(rows) for rows in found]


def _most_common(kinds: Any) -> int:
    import numpy as np

    known = kinds[kinds >= 0]
    return int(np.bincount(known).argmax()) if len(known) else -1


def _near_middles(where: Any, what: Any, topic: Any, sizes: Any) -> tuple[Any, Any, Any]:
    """Pairs of groups, at least one of them of several rows, in one place and about one matter."""
    import numpy as np

    first, second, value = [], [], []
    turned = where.T.tocsr()
    several = np.flatnonzero(sizes > 1)
    for start in range(0, len(several), BLOCK):
        rows = several[start : start + BLOCK]
        near = (where[rows] @ turned).tocoo()
        keep = near.data >= SAME_PLACE
        one, two, place = rows[near.row[keep]], near.col[keep], near.data[keep]
        off = (one != two) & ((one < two) | (sizes[two] == 1))
        one, two, place = one[off], two[off], place[off]
        words = np.asarray(what[one].multiply(what[two]).sum(axis=1)).ravel()
        kind = np.einsum("ij,ij->i", topic[one], topic[two])
        alike = 0.5 * place + 0.5 * kind
        good = (kind >= SAME_KIND) & (words >= SAME_WORDS) & (alike >= MIDDLES)
        first.append(one[good])
        second.append(two[good])
        value.append(alike[good])
    if not first:
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty, np.zeros(0, dtype=np.float32)
    return np.concatenate(first), np.concatenate(second), np.concatenate(value).astype(np.float32)


def by_time(rows: list[int], times: list[datetime | None]) -> list[list[int]]:
    """A group cut where it was quiet for long."""
    dated = sorted((moment, row) for row in rows if (moment := times[row]) is not None)
    undated = [row for row in rows if times[row] is None]
    parts: list[list[int]] = []
    for at, (moment, row) in enumerate(dated):
        if at == 0 or moment - dated[at - 1][0] > GAP:
            parts.append([])
        parts[-1].append(row)
    if not parts:
        return [undated]
    parts[0].extend(undated)
    return parts
