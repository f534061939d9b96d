import pytest
from click.testing import CliRunner

from chengyun.org.cli import district, masterdata
from chengyun.org.models import Unit


@pytest.fixture
def run(monkeypatch):
    """Invoke a command against the test database."""
    monkeypatch.setattr("chengyun.cli.base.provide_database", lambda config: "")
    return lambda group, *words: CliRunner().invoke(group, list(words))


def test_check_is_quiet_about_a_good_profile_and_loud_about_a_bad_one(run, tmp_path):
    assert run(district, "check", "demo").exit_code == 0
    (tmp_path / "district.toml").write_text('[district]\ncode = "1"\nname = "某区"\n')
    answer = run(district, "check", str(tmp_path))
    assert answer.exit_code == 1
    assert "缺少 centre_name" in answer.output
    assert "缺少 source" in answer.output


def test_an_unknown_profile_is_a_clear_message(run):
    answer = run(district, "check", "atlantis")
    assert answer.exit_code == 1
    assert "可用：demo" in answer.output


@pytest.mark.django_db
def test_load_says_what_it_did_and_that_there_is_nothing_to_do(run):
    assert "载入完成" in run(district, "load", "wuchang").output
    assert "没有变化" in run(district, "load", "wuchang").output
    assert run(district, "load", "hongshan").exit_code == 1


@pytest.mark.django_db
def test_a_table_is_exported_previewed_and_imported(run, tmp_path):
    Unit.objects.create(code="A", name="甲局", kind="department")
    file = tmp_path / "units.csv"
    assert run(masterdata, "export", "units", str(file)).exit_code == 0
    file.write_text(file.read_text(encoding="utf-8-sig").replace("甲局", "乙局"))
    seen = run(masterdata, "preview", "units", str(file))
    assert "'甲局' → '乙局'" in seen.output
    assert Unit.objects.get().name == "甲局"
    assert "已导入" in run(masterdata, "import", "units", str(file)).output
    assert Unit.objects.get().name == "乙局"


@pytest.mark.django_db
def test_a_wrong_row_stops_the_import_with_its_number(run, tmp_path):
    file = tmp_path / "units.csv"
    file.write_text("code,name,kind\nA,甲局,department\nB,,department\n")
    answer = run(masterdata, "import", "units", str(file))
    assert answer.exit_code == 1
    assert "第 3 行" in answer.output
    assert not Unit.objects.exists()


def test_every_table_is_listed(run):
    listed = run(masterdata, "list").output
    for word in ("单位", "授权", "区域边界"):
        assert word in listed
