"""Permissions of the assessment of units."""

from chengyun.kernel.permissions import Permission, register

from .reach import APPEAL, CLOSE, MANAGE, PEER, PUBLIC, SCHEME, THIRD, VIEW


def register_all() -> None:
    register(
        Permission(VIEW, "查看考核", "View scores", "看考核得分和排名，打开每个数后面的案件；单位只看本单位和已通报的"),
        Permission(MANAGE, "办理考核", "Run the assessment", "裁定申诉，剔除案件，手工扣分，抽取评价样本"),
        Permission(CLOSE, "考核关账", "Close and publish scores", "月末关账、签名，发布排名通报"),
        Permission(SCHEME, "考核方案", "Scoring schemes", "编辑、试算、启用考核方案"),
        Permission(APPEAL, "考核申诉", "Appeal against scores", "为本单位申请剔除案件、撤销扣分，附凭证"),
        Permission(PEER, "评价部门", "Rate departments", "街道每月评价区直部门"),
        Permission(THIRD, "第三方评价", "Rate as a third party", "评价抽到的办结件，只看样本和自己的结果"),
        Permission(PUBLIC, "群众评价", "Rate as the public", "评价抽到的办结件，只看样本和自己的结果"),
    )
