"""Problems, permissions, cursors, ids, digests and chains."""

from __future__ import annotations

import json
import pickle
import time
from datetime import date
from typing import ClassVar

import orjson
import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from chengyun.kernel import permissions, sm
from chengyun.kernel.chain import GENESIS, canonical_json, event_hash, first_break
from chengyun.kernel.ids import new_id, new_token
from chengyun.kernel.paging import decode_cursor, encode_cursor
from chengyun.kernel.permissions import Permission
from chengyun.kernel.problems import Problem, problem_response


class Request:
    request_id = "req-1"
    headers: ClassVar[dict[str, str]] = {}


def test_a_problem_is_answered_in_the_standard_form():
    problem = Problem(
        422, "invalid", "提交的内容有误", "电话号码不对", headers={"Retry-After": "5"},
        errors=[{"field": "phone", "message": "电话号码不对"}],
    )  # fmt: skip
    response = problem_response(Request(), problem)
    assert response.status_code == 422
    assert response["Content-Type"] == "application/problem+json"
    assert response["Retry-After"] == "5"
    assert orjson.loads(response.content) == {
        "type": "/problems/invalid",
        "title": "提交的内容有误",
        "status": 422,
        "code": "invalid",
        "detail": "电话号码不对",
        "request_id": "req-1",
        "errors": [{"field": "phone", "message": "电话号码不对"}],
    }


def test_an_extra_member_cannot_replace_a_standard_one():
    assert Problem(409, "stale", "已被修改", type="x", current={"state": "open"}).body()["type"] == "/problems/stale"


def test_a_problem_survives_a_trip_between_processes():
    problem = pickle.loads(pickle.dumps(Problem(409, "stale", "已被修改", "请刷新", current=1)))
    assert (problem.status, problem.extra, problem.detail) == (409, {"current": 1}, "请刷新")


def test_a_permission_code_means_one_thing(monkeypatch):
    monkeypatch.setattr(permissions, "_registry", {})
    see = Permission("test.see", "查看", "See", "See things")
    permissions.register(see, Permission("test.do", "办理", "Do", "Do things"))
    permissions.register(see)
    assert [p.code for p in permissions.all_permissions()] == ["test.do", "test.see"]
    assert permissions.get("test.see") is see
    assert permissions.unknown_codes(["test.see", "test.x", "test.x"]) == ["test.x"]
    with pytest.raises(ValueError, match="twice"):
        permissions.register(Permission("test.see", "看", "See", "Other"))
    with pytest.raises(ValueError, match="form"):
        permissions.register(Permission("See", "看", "See", "Other"))


@given(st.lists(st.one_of(st.none(), st.booleans(), st.integers(-(2**53), 2**53), st.text(max_size=40)), max_size=5))
def test_a_cursor_comes_back_as_it_was(key):
    assert decode_cursor(encode_cursor(key)) == key


def test_a_cursor_holds_dates_as_text():
    assert decode_cursor(encode_cursor([date(2026, 11, 21), 7]), 2) == ["2026-11-21", 7]


@pytest.mark.parametrize("text", ["", "x", "%%%", "bnVsbA", "e30", "W10" * 500, "W1s", "中文", "W10\n"])
def test_any_other_cursor_is_refused_politely(text):
    with pytest.raises(Problem) as caught:
        decode_cursor(text)
    assert (caught.value.status, caught.value.code) == (400, "bad_cursor")


def test_a_cursor_of_another_list_is_refused():
    with pytest.raises(Problem):
        decode_cursor(encode_cursor([1, 2]), 3)


def test_ids_are_version_7_and_grow_with_time():
    first = new_id()
    time.sleep(0.002)
    second = new_id()
    assert first.version == second.version == 7
    assert first.variant == "specified in RFC 4122"
    assert first < second


def test_tokens_are_long_and_say_what_they_are():
    assert new_token("cyt_").startswith("cyt_")
    assert len(new_token()) >= 43
    assert new_token() != new_token()


def test_the_digest_is_the_one_of_the_national_standard():
    # GB/T 32905-2016, appendix A, example 1.
    assert sm.sm3(b"abc").hex() == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"


def test_sealed_text_opens_only_unchanged_with_its_key_and_context():
    key = b"k" * 16
    sealed = sm.sm4_gcm_seal(key, "秘密".encode(), b"case 1")
    assert sm.sm4_gcm_open(key, sealed, b"case 1").decode() == "秘密"
    assert sm.sm4_gcm_seal(key, "秘密".encode(), b"case 1") != sealed
    changed = bytes([sealed[0] ^ 1]) + sealed[1:]
    for wrong in ((b"x" * 16, sealed, b"case 1"), (key, changed, b"case 1"), (key, sealed, b"case 2"), (key, b"", b"")):
        with pytest.raises(sm.Tampered):
            sm.sm4_gcm_open(*wrong)


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=10)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.django_db
@given(json_values)
def test_what_is_hashed_is_the_same_after_a_stay_in_the_database(value):
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::jsonb", [json.dumps(value)])
        stored = cursor.fetchone()[0]
    stored = json.loads(stored) if isinstance(stored, str) else stored
    assert canonical_json(stored) == canonical_json(value)


def test_what_is_no_json_cannot_be_hashed():
    with pytest.raises(ValueError, match="not a JSON number"):
        canonical_json({"x": float("nan")})
    with pytest.raises(TypeError):
        canonical_json({"x": date(2026, 1, 1)})


def chain(bodies):
    previous, records = GENESIS, []
    for body in bodies:
        digest = event_hash(previous, body)
        records.append((previous, digest, body))
        previous = digest
    return records


def test_a_chain_shows_what_was_changed_removed_or_swapped():
    records = chain([{"seq": n, "text": "办理"} for n in range(6)])
    assert first_break(records) is None
    assert first_break([]) is None
    changed = [*records[:3], (records[3][0], records[3][1], {"seq": 3, "text": "改过"}), *records[4:]]
    assert first_break(changed) == 3
    assert first_break(records[:2] + records[3:]) == 2
    assert first_break([*records[:2], records[3], records[2], *records[4:]]) == 2
    assert first_break(records[1:]) == 0
