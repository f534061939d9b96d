"""Learning from closed requests: made-up texts, the figures that a dispatcher would notice."""

from __future__ import annotations

import csv
import gzip
import json
import random

import numpy as np
import pytest
from click.testing import CliRunner
from sklearn.ensemble import HistGradientBoostingClassifier

from chengyun.dispatching.cli import dispatching
from chengyun.dispatching.learning import Example, Model, ModelError, cuts, train
from chengyun.dispatching.learning.forest import Forest
from chengyun.dispatching.learning.texts import groups_of

SUBJECTS = {
    "水务局": ["家里停水", "自来水发黄", "水管爆裂漏水", "水压太低", "水表不准"],
    "城管局": ["流动摊贩占道", "夜市油烟", "违章搭建", "乱贴小广告", "垃圾无人清运"],
    "交警大队": ["红绿灯不亮", "车辆乱停放", "路口拥堵", "标线模糊", "渣土车超速"],
    "人社局": ["拖欠工资", "社保转移", "养老金发放", "工伤认定", "不签劳动合同"],
}
PLACES = ["东湖路", "解放大道", "长江社区", "学府小区", "西苑菜市场", "青年广场"]
WORDS = ["来电反映", "咨询", "投诉", "希望尽快处理", "已持续多日", "请有关部门核实"]


def made_up(size: int, seed: int) -> tuple[list[Example], list[str]]:
    chance = random.Random(seed)
    examples, labels = [], []
    for _ in range(size):
        label = chance.choice(sorted(SUBJECTS))
        where = f"{chance.choice(PLACES)}{chance.randint(1, 400)}号"
        said = f"市民{chance.choice(WORDS)}：{where}{chance.choice(SUBJECTS[label])}"
        examples.append(Example(text=f"{said}，{chance.choice(WORDS)}。", channel="热线"))
        labels.append(label)
    return examples, labels


@pytest.fixture(scope="module")
def learned() -> Model:
    return train(*made_up(400, 1))


def test_what_was_learned_is_right_on_later_requests_and_says_how_sure_it_is(learned):
    examples, labels = made_up(60, 2)
    ranked = learned.rank_many(examples)
    assert sum(r[0].label == label for r, label in zip(ranked, labels, strict=True)) >= 57
    assert all(0 <= one.confidence <= 1 for r in ranked for one in r)
    assert all([one.confidence for one in r] == sorted((one.confidence for one in r), reverse=True) for r in ranked)


def test_one_request_alone_is_ranked_as_among_many(learned):
    examples, _ = made_up(5, 3)
    together = [[one.label for one in r] for r in learned.rank_many(examples)]
    assert [[one.label for one in learned.rank(example)] for example in examples] == together


def test_the_words_that_counted_are_words_of_the_request(learned):
    example = Example(text="东湖路停水三天了，水压一直太低")
    words = learned.words(example, "水务局")
    assert words
    assert all(part in example.text for word, _ in words for part in word.split())
    assert any("水" in word for word, _ in words)


def test_a_saved_model_says_the_same_after_it_is_opened_again(learned, tmp_path):
    learned.save(tmp_path)
    opened = Model.load(tmp_path)
    examples, _ = made_up(8, 4)
    assert opened.rank_many(examples) == learned.rank_many(examples)
    assert (opened.cut, opened.cuts) == (learned.cut, learned.cuts)


def test_a_folder_without_a_model_and_one_of_another_version_are_refused_in_words(learned, tmp_path):
    with pytest.raises(ModelError, match="train one"):
        Model.load(tmp_path)
    learned.save(tmp_path)
    about = json.loads((tmp_path / "about.json").read_text())
    (tmp_path / "about.json").write_text(json.dumps({**about, "scikit-learn": "0.1"}))
    with pytest.raises(ModelError, match="train it again"):
        Model.load(tmp_path)


def test_a_handful_of_cases_is_enough_for_a_first_ranking_without_acting_alone():
    model = train(*made_up(24, 5))
    assert model.stack is None
    assert model.cut is None
    assert model.rank(Example(text="小区停水，水管漏水"))[0].label in SUBJECTS


def test_one_label_only_is_refused():
    with pytest.raises(ModelError, match="two different labels"):
        train([Example(text="停水"), Example(text="漏水")], ["水务局", "水务局"])


def test_an_empty_text_and_one_in_another_script_get_a_ranking(learned):
    for text in ("", " ", "????", "broken street lamp", "\u200b🙂"):
        assert learned.rank(Example(text=text))


def test_cross_validation_says_what_the_model_thought_of_its_own_cases_before_it_knew_them(learned):
    _, labels = made_up(400, 1)
    assert learned.held is not None
    right = [r[0].label == labels[row] for row, r in zip(learned.held.rows, learned.held.ranked, strict=True)]
    assert sum(right) / len(right) > 0.9


def test_near_identical_texts_are_one_group_and_others_are_not():
    said = "市民来电反映东湖路三十二号门前的井盖破损，夜间行人容易摔倒，希望尽快更换"
    groups = groups_of([said, said + "。", said.replace("尽快", "及时"), "咨询社保卡如何补办", "解放大道红绿灯不亮"])
    assert groups[0] == groups[1] == groups[2]
    assert len(set(groups)) == 3


def test_the_cut_is_the_lowest_confidence_that_keeps_the_precision():
    import numpy as np

    sure = np.concatenate([np.linspace(1.0, 0.8, 200), np.linspace(0.79, 0.1, 100)])
    right = np.concatenate([np.ones(200, bool), np.zeros(100, bool)])
    found = cuts.cut(sure, right)
    assert found is not None
    above = sure >= found
    assert right[above].mean() >= 0.99
    assert above.sum() == 200
    assert cuts.cut(sure[200:], right[200:]) is None
    assert cuts.cut(sure[:20], right[:20]) is None


def test_evaluate_prints_one_object_for_any_csv_also_packed(tmp_path):
    for name, size, seed in (("a.csv", 320, 6), ("b.csv.gz", 60, 7)):
        examples, labels = made_up(size, seed)
        write = gzip.open if name.endswith(".gz") else open
        with write(tmp_path / name, "wt", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["标题", "正文", "部门"])
            rows.writerows([one.text[:10], one.text, label] for one, label in zip(examples, labels, strict=True))
            rows.writerow(["", "", "水务局"])
    said = CliRunner().invoke(
        dispatching,
        ["evaluate", "--train", str(tmp_path / "a.csv"), "--test", str(tmp_path / "b.csv.gz"),
         "--text", "标题,正文", "--label", "部门", "--json"],
    )  # fmt: skip
    assert said.exit_code == 0, said.output
    found = json.loads(said.stdout)
    assert found["accuracy"] > 0.9
    assert found["top3"] >= found["accuracy"]
    assert set(found["auto"]) == {"cut", "precision", "coverage"}
    assert found["train_cases"] == 320
    assert found["rows_without_text_or_label"] == 2


def test_evaluate_names_the_columns_that_are_there(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("text,unit\n停水,水务局\n", encoding="utf-8")
    said = CliRunner().invoke(
        dispatching,
        ["evaluate", "--train", str(file), "--test", str(file), "--text", "body", "--label", "unit"],
    )
    assert said.exit_code == 1
    assert "no column body; there are: text, unit" in said.output


def test_trees_asked_all_at_once_say_what_they_say_one_by_one():
    chance = np.random.default_rng(0)
    told = chance.normal(size=(600, 6))
    hit = told[:, 0] + told[:, 1] * told[:, 2] > 0.3
    trees = [HistGradientBoostingClassifier(random_state=s, max_iter=20).fit(told, hit) for s in range(2)]
    asked = np.vstack([chance.normal(size=(14, 6)), told[:5]])
    one_by_one = np.mean([tree.predict_proba(asked)[:, 1] for tree in trees], axis=0)
    assert np.allclose(Forest.of(trees).chances(asked), one_by_one)
