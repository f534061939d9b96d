import re

import pytest
from click.testing import CliRunner

from chengyun.cases.models import Case
from chengyun.channels import cli
from chengyun.channels.models import Channel
from chengyun.org.districts import load_profile, profile

from .conftest import Caller, csv_file, request

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(monkeypatch):
    monkeypatch.setattr(cli, "_set_up", lambda: None)

    def invoke(group, *words, ok=True):
        result = CliRunner().invoke(group, [str(word) for word in words])
        assert (result.exit_code == 0) is ok, result.output
        return result.output

    return invoke


def test_a_token_is_issued_listed_and_revoked_by_command(run, city):
    secret = run(cli.channels, "token", "issue", "city", "--name", "市级平台", "--days", 30).split()[-1]
    assert Caller("city", secret).post(request()).status_code == 201
    listed = run(cli.channels, "list")
    assert "市级平台" in listed
    assert secret not in listed
    run(cli.channels, "token", "rotate", "city", "--name", "新")
    run(cli.channels, "token", "revoke", re.search(r"#(\d+)", listed)[1])
    assert "没有渠道" in run(cli.channels, "token", "issue", "nowhere", "--name", "x", ok=False)


def test_a_file_is_imported_checked_and_imported_again_by_command(run, world, tmp_path):
    path, faults = tmp_path / "工单.csv", tmp_path / "未导入.csv"
    rows = [{"编号": str(at), "诉求内容": f"第 {at} 件，请处理", "诉求类型": "投诉"} for at in range(4)]
    rows[2]["诉求类型"] = "不知道"
    path.write_bytes(csv_file(rows).getvalue())
    said = run(cli.import_, "cases", path, "--channel", "city", "--dry-run")
    assert "可导入 3，有错误 1" in said
    assert "第 4 行：没有“不知道”这种诉求类型" in said
    assert Case.objects.count() == 0
    said = run(cli.import_, "cases", path, "--channel", "city", "--errors", faults)
    assert "新建 3，已有 0，失败 1，共 4 行" in said
    assert "没有“不知道”" in faults.read_text("utf-8-sig")
    assert "新建 0，已有 3，失败 1" in run(cli.import_, "cases", path, "--channel", "city")
    resumed = re.search(r"导入编号 ([0-9a-f-]+)", said)[1]
    assert "共 4 行" in run(cli.import_, "cases", "--resume", resumed)
    assert "要写 FILE" in run(cli.import_, "cases", ok=False)


def test_every_profile_brings_its_channels(db):
    load_profile(profile("demo"))
    assert Channel.objects.get(code="hotline_12345").number == "12345"
    assert Channel.objects.count() > 5
