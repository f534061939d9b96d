"""Permissions of the residents' front door."""

from chengyun.kernel.permissions import Permission, register


def register_all() -> None:
    register(
        Permission("neighbour.view", "查看居民端", "See the residents' front door", "看公告、送达记录、公开内容和限制"),
        Permission("neighbour.notice", "写公告", "Write notices", "起草和修改居民端的公告、提醒"),
        Permission("neighbour.publish", "发布公告", "Publish notices", "发布、撤下居民端的公告、提醒"),
        Permission("neighbour.moderate", "审核公开内容", "Moderate", "决定邻居能看到一件诉求的哪些内容"),
        Permission("neighbour.block", "限制与申诉", "Restrict and appeals", "限制滥用的居民，处理申诉；写明理由，留痕"),
        Permission("neighbour.deliver", "重发消息", "Send messages again", "处理没有送达的短信和微信消息"),
        Permission("neighbour.ask", "向居民提问", "Ask residents", "在案件里向居民端的诉求人提问，看回答"),
    )
