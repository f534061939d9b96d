"""What is taken out of free text, and what stays. All people and numbers are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengyun.kernel.anonymous import BLANKS, Cleaned, clean


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("电话13800000000", "电话【电话】"),
        ("拨打 138 0000 0000", "拨打 【电话】"),
        ("手机１３８００００００００", "手机【电话】"),
        ("+86 138-0000-0000", "【电话】"),
        ("来电138****0000", "来电【电话】"),
        ("座机027-87654321转12", "座机【电话】"),
        ("(027) 8765 4321", "【电话】"),
        ("身份证420101199001011234", "身份证【证件号】"),
        ("证件 42010119900101123X", "证件 【证件号】"),
        ("4201 0119 9001 0112 34", "【证件号】"),
        ("护照E12345678", "护照【证件号】"),
        ("鄂A12345", "【车牌】"),
        ("鄂A·AD1234", "【车牌】"),
        ("卡号6222 0212 3456 7890 123", "卡号【账号】"),
        ("邮箱abc.d@example.com", "邮箱【邮箱】"),
        ("微信号abc_12345", "【账号】"),
        ("和平路12号3栋2单元501室", "和平路【门牌】"),
        ("幸福小区5-2-301漏水", "幸福小区【门牌】漏水"),
        ("我叫张三，住附近", "【姓名】，住附近"),
        ("联系人：李小明", "【姓名】"),
        ("李女士反映", "【姓名】女士反映"),
        ("与欧阳先生沟通", "与【姓名】先生沟通"),
        ("王某某表示", "【姓名】表示"),
    ],
)
def test_personal_data_goes_however_it_is_written(text, left):
    assert clean(text).text == left


@pytest.mark.parametrize(
    "text",
    [
        "和平路路灯不亮",
        "810路公交车等了40分钟",
        "地铁2号线1号口",
        "2026年3月5日14时",
        "拨打12345热线",
        "拨打110",
        "补贴标准为每月1200元",
        "居民反映噪音扰民，业主方便时再联系",
        "楼道堆物，三户居民受影响",
        "政发〔2014〕247号文件",
    ],
)
def test_what_the_matter_is_about_stays(text):
    assert clean(text) == Cleaned(text, 0)


def test_what_the_vault_knows_goes_however_it_was_typed():
    people = [{"name": "演示甲", "phone": "13800000000", "id_number": "AB-99", "address": "示例里弄东头"}]
    found = clean("演 示甲在示例里弄东头，电话 138-0000 0000，证件AB99", people)
    assert found.text == "【姓名】在【门牌】，电话 【电话】，证件AB99"
    assert found.removed == 3


def test_days_go_when_a_text_serves_as_an_example():
    assert clean("2026年3月5日上午9时30分到现场，3月6日完成").text == "2026年3月5日上午9时30分到现场，3月6日完成"
    assert clean("2026年3月5日到现场，3月6日完成", dates=True).text == "【日期】到现场，【日期】完成"


@given(st.text(alphabet="0123456789 -号栋室路张先生电话：,AX鄂@.年月日", max_size=200))
def test_what_was_cleaned_is_clean(text):
    once = clean(text).text
    for blank in BLANKS:
        assert clean(blank).text == blank
    assert clean(once).text.count("【") >= once.count("【")


@pytest.mark.parametrize("text", [" " * 20_000, "1" * 20_000, "一" * 20_000, "姓名" + " " * 20_000, "1-" * 10_000])
def test_a_text_made_to_be_slow_is_cleaned_to_its_end(text):
    assert isinstance(clean(text, dates=True).text, str)
