"""Each rule of the check, as a sentence about a reply. All texts are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengyun.replies import rules
from chengyun.replies.rules import Asked, Phrase, check
from chengyun.replies.wording import ELEMENTS, HINTS, QUALITY, told

LAMP = Asked("和平路路灯不亮", "和平路12号门口路灯不亮已经三天，什么时候能修好？", "和平路12号", "路灯不亮")
WHOLE = (
    "您好！3月2日上午，我局工作人员电话联系您，了解了路灯的情况。3月2日下午维修人员到和平路现场更换灯具，"
    "现已恢复照明。感谢您的反映。"
)
PHRASES = [
    Phrase("已转…部门", "写明转给谁"), Phrase("高度重视", "写明做了什么"), Phrase("尽快…处理", "写明日期"),
    Phrase("自行解决", "写明找谁", "rude"),
]  # fmt: skip


def codes(text: str, asked: Asked = LAMP) -> set[str]:
    return set(check(text, asked, PHRASES).codes)


def passages(text: str, code: str, asked: Asked = LAMP) -> list[str]:
    hint = next(hint for hint in check(text, asked, PHRASES).hints if hint.code == code)
    return [text[start:end] for start, end in hint.passages]


def test_a_reply_that_says_all_is_not_remarked_upon():
    assert codes(WHOLE) == set()
    assert all(check(WHOLE, LAMP, PHRASES).elements.values())


# --- the four elements ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "said",
    [
        "3月2日9时，我局经办人与您电话沟通",
        "昨日下午，社区网格员上门走访了您",
        "2026年3月2日，工作人员致电诉求人",
        "3月2日民警联系李女士",
        "3月2日至3日工作人员多次拨打您留的电话，无人接听",
        "3月2日，街道工作人员向您解释了政策",
    ],
)
def test_a_contact_is_recognised_however_it_is_told(said):
    found = check(f"您好！{said}。3月3日到现场更换灯具，路灯已恢复照明。", LAMP)
    assert not {"no_contact", "contact_when", "contact_who"} & set(found.codes)
    assert found.elements["when"]
    assert found.elements["who"]


@pytest.mark.parametrize(
    "said", ["如有疑问请致电我局", "欢迎您拨打电话联系我们", "请您与社区工作人员联系", "可直接拨打电话咨询"]
)
def test_an_invitation_to_call_is_no_contact(said):
    assert "no_contact" in codes(f"您好！3月3日到现场更换灯具，路灯已恢复照明。{said}。")


def test_a_contact_without_a_time_or_a_person_lacks_just_that():
    assert "contact_when" in codes("我局工作人员已电话联系您。到现场更换灯具，路灯已恢复照明。")
    assert "contact_who" in codes("3月2日已电话联系您。到现场更换灯具，路灯已恢复照明。")


def test_the_recorded_moment_of_the_contact_is_offered():
    found = check("到现场更换灯具，路灯已修复。", Asked(contacted="3月2日9时05分，"))
    hint = next(hint for hint in found.hints if hint.code == "no_contact")
    assert told(hint.code, "zh", hint.values)[1].startswith("3月2日9时05分，我单位")


def test_no_contact_is_asked_of_a_case_without_a_requester():
    assert "no_contact" not in codes("到现场更换灯具，路灯已恢复照明。", Asked(contact_asked=False))


def test_a_promise_is_no_measure():
    assert "no_action" in codes("您好！我局将安排人员到现场查看路灯，3月9日前完成维修。")
    assert "no_action" not in codes("您好！我局已安排人员到现场查看路灯，3月9日前完成维修。")


def test_what_follows_needs_a_day():
    assert "next_when" in codes("经现场查看，路灯线缆破损，下一步将抓紧维修。")
    assert not {"next_when", "no_result"} & codes("经现场查看，路灯线缆破损，下一步将抓紧维修，3月9日前完成。")


def test_neither_result_nor_next_step_is_missing():
    assert "no_result" in codes("您好！我局派人到和平路查看路灯。")


@pytest.mark.parametrize(
    "answer",
    [
        "根据《示例市路灯管理办法》规定，路灯开启时间为17时40分，不属于故障。",
        "凭身份证到政务服务中心办理路灯迁移申请。",
        "经查，和平路路灯由物业维护，我局已责令其修复，物业承诺三日内完成。",
    ],
)
def test_an_answer_to_a_question_is_a_result(answer):
    assert "no_result" not in codes(answer)


# --- set phrases and manners ------------------------------------------------------------------------------------------
def test_a_set_phrase_is_named_with_its_passage_and_advice():
    text = "接单后我局高度重视，3月2日到现场更换灯具，路灯已恢复照明。"
    assert passages(text, "empty_phrase") == ["高度重视"]


def test_the_dots_of_a_phrase_stand_for_a_few_characters_of_one_clause():
    assert passages("您的问题已转交相关部门。", "empty_phrase") == ["已转交相关部门"]
    assert "empty_phrase" not in codes("已转交城管局，由路灯管理所的值班人员联系部门。")


def test_a_reply_of_set_phrases_alone_holds_nothing():
    assert "only_empty" in codes("您好！已转相关部门，我局高度重视，感谢您的反映。")
    assert "only_empty" not in codes("高度重视。" + WHOLE)


def test_curt_words_are_doubted():
    assert passages("此事请自行解决。", "rude") == ["自行解决"]


def test_greeting_and_form_of_address_are_only_hints():
    found = check("你反映的路灯已修复，3月2日到现场更换灯具。", LAMP)
    assert {"informal", "no_courtesy"} <= set(found.codes)
    assert {h.severity for h in found.hints if h.code in ("informal", "no_courtesy", "short")} == {"hint"}
    assert "informal" not in codes("你好！路灯已修复。")


def test_blanks_and_the_mark_of_a_draft_are_to_be_removed():
    assert passages("【日期】，我局【姓名】联系您。", "placeholder") == ["【日期】", "【姓名】"]
    found = codes("【AI 草稿】" + WHOLE)
    assert "draft" in found
    assert "placeholder" not in found
    assert "placeholder" not in codes("【示例区城管局】" + WHOLE)


def test_numbers_of_people_are_doubted_numbers_of_offices_are_not():
    assert "personal" in codes(WHOLE + "王某电话13800000000。")
    assert "personal" not in codes(WHOLE + "咨询电话027-87654321。")


# --- does it answer this request --------------------------------------------------------------------------------------
def test_another_place_is_doubted():
    assert passages("3月2日，我局到解放大道现场更换灯具。", "other_place") == ["解放大道"]
    assert "other_place" not in codes("3月2日，我局到和平路与解放大道路口更换灯具。")
    assert "other_place" not in codes("3月2日，我局到和平路现场更换灯具。")


def test_another_building_or_bus_line_is_doubted():
    house = Asked("幸福小区3栋漏水", "幸福小区3栋楼顶漏水")
    assert "other_number" in codes("已到幸福小区5栋维修，漏水已解决。", house)
    assert "other_number" not in codes("已到幸福小区3栋维修，漏水已解决。", house)
    line = Asked("810路公交车等候太久", "810路公交等了四十分钟")
    assert "other_number" in codes("经核实，811路公交车发车间隔已调整为十分钟。", line)


def test_a_question_for_a_time_or_a_figure_wants_one():
    assert "when_asked" in codes("路灯线缆破损，我局已安排维修人员更换。")
    assert "when_asked" not in codes("路灯线缆破损，3月9日前完成维修。")
    fee = Asked("咨询停车收费标准", "小区门口停车收费标准是多少元？")
    assert "number_asked" in codes("停车收费按物价部门核定的标准执行，见公示牌。", fee)
    assert "number_asked" not in codes("停车收费为每小时五元。", fee)


def test_a_reply_about_something_else_is_doubted():
    text = "您好！3月2日工作人员电话联系您，已到现场清运垃圾，现已清理完毕。"
    assert "off_subject" in codes(text, Asked("广场舞音响噪音扰民", "晚上音响很大", category="噪音扰民"))
    assert "off_subject" not in codes(text, Asked("垃圾无人清运", "垃圾堆了三天", category="垃圾清运"))


def test_another_persons_name_is_doubted():
    mine = Asked(surname="李")
    assert "other_person" in codes("张先生：您好！路灯已修复。", mine)
    assert "other_person" not in codes("尊敬的李先生：您好！路灯已修复。", mine)
    assert "other_person" not in codes("您好！路灯已修复，张师傅三日内复查。", mine)


def test_the_same_words_as_elsewhere_are_told_with_their_number():
    found = check(WHOLE, Asked(same_as=3))
    assert next(h for h in found.hints if h.code == "copied").values == {"count": 3}


# --- whatever comes ---------------------------------------------------------------------------------------------------
@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_is_checked_and_passages_lie_in_it(text, title):
    found = check(text, Asked(title, title), PHRASES)
    spans = [span for hint in found.hints for span in hint.passages] + [s for e in found.elements.values() for s in e]
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    "text", ["已转" * 2500, "3月" * 2500, "【" * 5000, "与您" * 2500, "1" * 5000, "路" * 5000, "在和平" * 1600]
)
def test_a_text_made_to_be_slow_is_looked_at_to_its_end(text):
    assert check(text, LAMP, PHRASES).elements.keys() == ELEMENTS.keys()


def test_a_very_long_reply_is_looked_at_as_far_as_it_may_be_long():
    assert check("好" * 100_000 + "高度重视", LAMP, PHRASES).elements["done"] == ()
    assert rules.LONGEST == 5000


def test_every_hint_has_words_in_both_languages():
    assert set(QUALITY) <= set(HINTS)
    for code, wording in HINTS.items():
        assert wording.zh, code
        assert wording.en, code
        assert bool(wording.write_zh) == bool(wording.write_en), code
    assert list(ELEMENTS) == ["when", "who", "done", "next"]
