"""Permissions that the org room owns; `case.*` and others are registered by their own rooms."""

from chengyun.kernel.permissions import Permission, register


def register_all() -> None:
    register(
        Permission("org.view", "查看组织机构", "View organisation", "查看单位、岗位、人员和区域"),
        Permission("org.manage", "维护组织机构", "Manage organisation", "新增、修改、停用单位、岗位、人员"),
        Permission("account.manage", "管理账号", "Manage accounts", "新建和停用账号、发一次性链接、撤销令牌"),
        Permission("account.act_for", "代办", "Act for a colleague", "限时替同事办件，记录两个人的名字"),
        Permission("signin.manage", "管理登录方式", "Manage ways to sign in", "设置统一认证、人员目录和人员同步"),
        Permission("role.manage", "管理角色和授权", "Manage roles and grants", "修改角色的权限、给账号授权"),
        Permission("masterdata.view", "查看基础数据", "View master data", "查看单位、类别、时限、日历等表和修改记录"),
        Permission("masterdata.import", "导入基础数据", "Import master data", "预览并导入基础数据表格"),
        Permission("masterdata.export", "导出基础数据", "Export master data", "导出基础数据表格"),
        Permission("audit.read", "查阅审计记录", "Read the audit trail", "查阅登录、脱敏查看和操作记录"),
        Permission("token.own", "使用访问令牌", "Use access tokens", "为自己建立和撤销程序访问令牌"),
    )
