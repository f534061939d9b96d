"""Every setting of the platform in one table, read from the environment or one TOML file.

Order: environment variable, then the TOML file (``CHENGYUN_CONFIG``, else ``CHENGYUN_HOME/chengyun.toml``), then
the default. ``current()`` is what the rest of the code asks. ``render_markdown()`` writes
``docs/administrator/settings.md``; a test holds that file true. Imports neither Django nor any other package, so
the supervisor stays small.
"""

from __future__ import annotations

import difflib
import ipaddress
import json
import os
import re
import secrets
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

CONFIG_FILE_ENV = "CHENGYUN_CONFIG"
CONFIG_FILE_NAME = "chengyun.toml"


class ConfigError(Exception):
    """A setting that cannot be used; the message says which one, why, and what to write instead."""


@dataclass(frozen=True)
class Setting:
    """One row of the table. ``toml`` is a dotted key; ``kind`` is path, text, secret, int, bool, list or choice."""

    name: str
    env: str
    toml: str
    kind: str
    default: Any
    zh: str
    en: str
    choices: tuple[str, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    check: Callable[[Any], str | None] | None = None


def _check_database_url(url: str) -> str | None:
    if url and urlsplit(url).scheme not in ("postgresql", "postgres"):
        return "must look like postgresql://user:password@host:5432/dbname (PostgreSQL 15 to 18)"
    return None


def _check_origins(origins: tuple[str, ...]) -> str | None:
    for origin in origins:
        if urlsplit(origin).scheme not in ("http", "https") or not urlsplit(origin).netloc:
            return f"{origin!r} must be a full origin such as https://chengyun.example.gov.cn"
    return None


def _check_scanner(address: str) -> str | None:
    if address and not address.startswith(("tcp://", "unix:///")):
        return "must be tcp://host:3310 or unix:///path/to/clamd.sock, or empty to switch scanning off"
    return None


def _check_tiles(templates: tuple[str, ...]) -> str | None:
    for template in templates:
        address = urlsplit(template)
        plain = re.fullmatch(r"[\w.\-]+(:\d+)?", address.netloc) and re.fullmatch(r"[^\s\"'<>\\\\]+", template)
        if address.scheme not in ("http", "https") or not plain or not all(f"{{{x}}}" in template for x in "zxy"):
            return f"{template!r} must be a full address with {{z}}, {{x}} and {{y}}"
    return None


def _check_model(address: str) -> str | None:
    parts = urlsplit(address)
    if address and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
        return "must be the address up to /v1 of an OpenAI-compatible service, such as http://127.0.0.1:8000/v1"
    return None


def _check_key(key: str) -> str | None:
    return None if key.isascii() and key.isprintable() and " " not in key else "must be plain letters without blanks"


def _check_service(address: str) -> str | None:
    parts = urlsplit(address)
    if address and (parts.scheme not in ("http", "https") or not parts.hostname):
        return "must be a full address such as https://sms.example.gov.cn/send"
    return None


def _check_networks(networks: tuple[str, ...]) -> str | None:
    for text in networks:
        try:
            ipaddress.ip_network(text, strict=False)
        except ValueError:
            return f"{text!r} must be an address or a network such as 10.20.0.0/16 or 127.0.0.1"
    return None


def _check_sms_body(text: str) -> str | None:
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    whole = isinstance(found, dict) and "{phone}" in text and ("{text}" in text or "{template}" in text)
    return None if whole else "must be a JSON object with the places {phone} and {text} (or {template})"


def _check_secret(key: str) -> str | None:
    return "needs at least 32 characters" if key and len(key) < 32 else None


SETTINGS: tuple[Setting, ...] = (
    Setting("home", "CHENGYUN_HOME", "home", "path", "./var", "数据目录:数据库、附件、密钥、日志都在这里", "Data directory: database, files, keys and logs live here"),
    Setting("database_url", "DATABASE_URL", "database.url", "secret", "", "已有 PostgreSQL 15–18 的地址;留空则使用自带的 PostgreSQL", "Address of an existing PostgreSQL 15–18; empty starts the embedded one", check=_check_database_url),
    Setting("database_pool", "CHENGYUN_DATABASE_POOL", "database.pool", "int", 8, "每个网页进程的数据库连接数上限", "Most database connections of one web process", minimum=2, maximum=200),
    Setting("pg_shared_buffers_mb", "CHENGYUN_PG_SHARED_BUFFERS_MB", "database.shared_buffers_mb", "int", 40, "自带 PostgreSQL 的共享缓冲(MB)", "Shared buffers of the embedded PostgreSQL (MB)", minimum=16, maximum=65536),
    Setting("pg_max_connections", "CHENGYUN_PG_MAX_CONNECTIONS", "database.max_connections", "int", 40, "自带 PostgreSQL 的最大连接数", "Most connections the embedded PostgreSQL accepts", minimum=15, maximum=1000),
    Setting("pg_fsync", "CHENGYUN_PG_FSYNC", "database.fsync", "bool", True, "自带 PostgreSQL 是否落盘后才算提交;只有测试可以关闭", "Whether the embedded PostgreSQL waits for the disk; off only for tests"),
    Setting("bind", "BIND", "server.bind", "text", "127.0.0.1", "监听地址;非本机地址上不允许有演示账号", "Address to listen on; demo accounts are refused on any address but loopback"),
    Setting("port", "PORT", "server.port", "int", 8000, "监听端口", "Port to listen on", minimum=1, maximum=65535),
    Setting("web_processes", "CHENGYUN_WEB_PROCESSES", "server.processes", "int", 1, "网页进程数", "Number of web processes", minimum=1, maximum=64),
    Setting("web_threads", "CHENGYUN_WEB_THREADS", "server.threads", "int", 4, "每个网页进程同时处理的请求数", "Requests one web process answers at the same time", minimum=1, maximum=64),
    Setting("worker_concurrency", "CHENGYUN_WORKER_CONCURRENCY", "worker.concurrency", "int", 2, "后台任务同时执行数", "Background jobs that run at the same time", minimum=1, maximum=32),
    Setting("allowed_hosts", "CHENGYUN_ALLOWED_HOSTS", "server.allowed_hosts", "list", ("127.0.0.1", "localhost", "[::1]"), "允许访问的域名", "Host names the server answers to"),
    Setting("trusted_origins", "CHENGYUN_TRUSTED_ORIGINS", "server.trusted_origins", "list", (), "允许提交表单的来源(反向代理后的完整网址)", "Origins allowed to post (full address when behind a proxy)", check=_check_origins),
    Setting("behind_tls", "CHENGYUN_BEHIND_TLS", "server.behind_tls", "bool", False, "前面有 HTTPS 反向代理:Cookie 只走 HTTPS,信任 X-Forwarded-Proto / X-Forwarded-For", "An HTTPS proxy stands in front: secure cookies, X-Forwarded-Proto and X-Forwarded-For are trusted"),
    Setting("secret_key", "CHENGYUN_SECRET_KEY", "security.secret_key", "secret", "", "签名密钥,至少 32 字符;留空则自动生成到 CHENGYUN_HOME/keys/secret.key", "Signing key, 32 characters or more; empty generates CHENGYUN_HOME/keys/secret.key", check=_check_secret),
    Setting("session_hours", "CHENGYUN_SESSION_HOURS", "security.session_hours", "int", 12, "登录保持时间(小时)", "How long a login lasts (hours)", minimum=1, maximum=720),
    Setting("idle_minutes", "CHENGYUN_IDLE_MINUTES", "security.idle_minutes", "int", 30, "多久没有操作就要重新登录(分钟);0 为不限;角色可另设", "Minutes without a key or click after which one logs in again; 0 is never; a role may set its own", minimum=0, maximum=720),
    Setting("password_min_length", "CHENGYUN_PASSWORD_MIN_LENGTH", "security.password_min_length", "int", 10, "密码最少几个字符", "Fewest characters of a password", minimum=8, maximum=64),
    Setting("password_days", "CHENGYUN_PASSWORD_DAYS", "security.password_days", "int", 0, "密码多少天后必须更换;0 为不限(等级保护三级常要求 90)", "Days after which a password must be changed; 0 is never", minimum=0, maximum=3650),
    Setting("tls_certificate", "CHENGYUN_TLS_CERTIFICATE", "server.tls_certificate", "text", "", "反向代理所用证书(PEM)的位置,只用来提醒到期;留空为不看", "The proxy's certificate (PEM), read only to warn before it expires; empty is off"),
    Setting("rate_login", "CHENGYUN_RATE_LOGIN", "limits.login_per_minute", "int", 10, "每个账号和每个地址每分钟登录尝试次数", "Login attempts per minute for one account and one address", minimum=1),
    Setting("rate_intake", "CHENGYUN_RATE_INTAKE", "limits.intake_per_minute", "int", 600, "每个渠道令牌每分钟请求次数(渠道可另设)", "Requests per minute of one channel token (a channel may set its own)", minimum=1),
    Setting("rate_api", "CHENGYUN_RATE_API", "limits.api_per_minute", "int", 600, "每个访问令牌每分钟请求次数(令牌可另设)", "Requests per minute of one access token (a token may have its own)", minimum=1),
    Setting("upload_image_mb", "CHENGYUN_UPLOAD_IMAGE_MB", "uploads.image_mb", "int", 20, "单张图片上限(MB)", "Largest image (MB)", minimum=1),
    Setting("upload_audio_mb", "CHENGYUN_UPLOAD_AUDIO_MB", "uploads.audio_mb", "int", 50, "单段录音上限(MB)", "Largest audio file (MB)", minimum=1),
    Setting("upload_video_mb", "CHENGYUN_UPLOAD_VIDEO_MB", "uploads.video_mb", "int", 200, "单段视频上限(MB)", "Largest video (MB)", minimum=1),
    Setting("upload_document_mb", "CHENGYUN_UPLOAD_DOCUMENT_MB", "uploads.document_mb", "int", 50, "单个文档上限(MB)", "Largest document (MB)", minimum=1),
    Setting("scanner", "CHENGYUN_SCANNER", "uploads.scanner", "text", "", "病毒扫描服务(clamd)地址,tcp://host:3310 或 unix:///路径;留空为关闭", "Virus scanner (clamd): tcp://host:3310 or unix:///path; empty is off", check=_check_scanner),
    Setting("map_tiles", "CHENGYUN_MAP_TILES", "map.tiles", "list", (), "底图瓦片地址(含 {z}{x}{y}),由下到上;留空只用区划示意图。天地图:https://t0.tianditu.gov.cn/DataServer?T=vec_w&x={x}&y={y}&l={z}&tk=密钥", "Base map tiles (addresses with {z}, {x}, {y}), lowest first; empty draws the area outlines alone. Keys in them reach the browser", check=_check_tiles),
    Setting("map_file", "CHENGYUN_MAP_FILE", "map.file", "text", "", "本地底图文件(PMTiles,栅格或矢量),相对 CHENGYUN_HOME;离线可用,任何能打开页面的人都能读取", "Base map of one's own: a PMTiles file (raster or vector), relative to CHENGYUN_HOME; readable by whoever opens the page"),
    Setting("map_crs", "CHENGYUN_MAP_CRS", "map.crs", "choice", "wgs84", "底图的坐标系;gcj02 底图上显示时换算,保存的始终是 WGS-84", "Coordinate system of the base map; on gcj02 points are converted for display, WGS-84 is stored", choices=("wgs84", "gcj02")),
    Setting("map_zoom", "CHENGYUN_MAP_ZOOM", "map.zoom", "int", 18, "底图瓦片的最大级别,再放大时拉伸", "Deepest zoom of the base map tiles; beyond it they are stretched", minimum=1, maximum=22),
    Setting("map_attribution", "CHENGYUN_MAP_ATTRIBUTION", "map.attribution", "text", "", "底图的版权说明和审图号,显示在图角", "Attribution of the base map, shown in its corner"),
    Setting("llm_url", "CHENGYUN_LLM_URL", "llm.url", "text", "", "语言模型的地址(OpenAI 兼容,写到 /v1),如本机 vLLM 的 http://127.0.0.1:8000/v1;留空为关闭。个人信息去掉后才发出;请用本单位内网里的服务", "Language model (OpenAI-compatible, up to /v1), such as a local vLLM; empty is off. Personal data is removed before anything is sent; use a service inside your own network", check=_check_model),
    Setting("llm_key", "CHENGYUN_LLM_KEY", "llm.key", "secret", "", "语言模型的密钥;本机服务多不需要", "Key of the language model; local services mostly need none", check=_check_key),
    Setting("llm_model", "CHENGYUN_LLM_MODEL", "llm.model", "text", "", "语言模型的名称,如 qwen2.5-7b-instruct", "Name of the language model"),
    Setting("llm_timeout", "CHENGYUN_LLM_TIMEOUT", "llm.timeout", "int", 30, "等语言模型回答最多几秒;后台等,不占页面", "Seconds to wait for the language model; the worker waits, not the page", minimum=2, maximum=300),
    Setting("llm_max_chars", "CHENGYUN_LLM_MAX_CHARS", "llm.max_chars", "int", 6000, "一次最多发给语言模型多少个字", "Most characters sent to the language model at once", minimum=500, maximum=100000),
    Setting("llm_per_hour", "CHENGYUN_LLM_PER_HOUR", "llm.per_hour", "int", 60, "每人每小时最多请语言模型写几次", "Drafts by the language model for one person in an hour", minimum=1, maximum=1000),
    Setting("sms_url", "CHENGYUN_SMS_URL", "sms.url", "text", "", "短信网关的地址,POST JSON;留空为没有短信(居民端不能用短信登录,也不发短信)", "SMS gateway, POST of JSON; empty is no SMS: residents cannot log in by code, nothing is sent", check=_check_service),
    Setting("sms_key", "CHENGYUN_SMS_KEY", "sms.key", "secret", "", "短信网关的密钥,放在 Authorization: Bearer 里", "Key of the SMS gateway, sent as Authorization: Bearer", check=_check_key),
    Setting("sms_body", "CHENGYUN_SMS_BODY", "sms.body", "text", '{"to": "{phone}", "text": "{sign}{text}", "template": "{template}", "id": "{id}"}', "发给短信网关的 JSON,可用 {phone} {text} {template} {id} {sign}", "JSON for the SMS gateway; places {phone} {text} {template} {id} {sign}", check=_check_sms_body),
    Setting("sms_ok", "CHENGYUN_SMS_OK", "sms.ok", "text", "code=0", "网关答复里表示收下的成员,如 code=0 或 data.status=ok;留空为 HTTP 200 即可", "Member of the answer that means taken, such as code=0; empty: HTTP 200 is enough"),
    Setting("sms_sign", "CHENGYUN_SMS_SIGN", "sms.sign", "text", "", "短信签名,如【某某区城运中心】", "Signature of the messages"),
    Setting("sms_code_template", "CHENGYUN_SMS_CODE_TEMPLATE", "sms.code_template", "text", "", "验证码短信在网关里的模板号", "The gateway's template for log-in codes"),
    Setting("sms_timeout", "CHENGYUN_SMS_TIMEOUT", "sms.timeout", "int", 8, "等短信网关回答最多几秒;后台等", "Seconds to wait for the SMS gateway; the worker waits", minimum=1, maximum=60),
    Setting("wechat_url", "CHENGYUN_WECHAT_URL", "wechat.url", "text", "https://api.weixin.qq.com", "微信服务端接口的地址", "Address of WeChat's server API", check=_check_service),
    Setting("wechat_app_id", "CHENGYUN_WECHAT_APP_ID", "wechat.app_id", "text", "", "小程序的 AppID;留空为不用微信", "AppID of the mini-program; empty is no WeChat"),
    Setting("wechat_secret", "CHENGYUN_WECHAT_SECRET", "wechat.secret", "secret", "", "小程序的 AppSecret", "AppSecret of the mini-program", check=_check_key),
    Setting("outbound_networks", "CHENGYUN_OUTBOUND_NETWORKS", "outbound.networks", "list", (), "允许平台主动访问的内网地址或网段(对接推送、回写、拉取),如 10.20.0.0/16;公网地址不需要登记,未登记的内网地址一律拒绝", "Addresses and networks inside the house that the platform may call (webhooks, write-back, pulling), such as 10.20.0.0/16; public addresses need no entry, others inside are refused", check=_check_networks),
    Setting("outbound_ca", "CHENGYUN_OUTBOUND_CA", "outbound.ca", "text", "", "主动访问其他系统时信任的根证书(PEM 文件);留空用操作系统的", "Root certificates (PEM file) trusted when calling other systems; empty uses those of the operating system"),
    Setting("webhook_days", "CHENGYUN_WEBHOOK_DAYS", "outbound.webhook_days", "int", 30, "推送给其他系统的消息保存几天,过后连同没有送达的一起删除", "Days for which messages of webhooks are kept; then they are deleted, also those that never arrived", minimum=1, maximum=400),
    Setting("knowledge_url", "CHENGYUN_KNOWLEDGE_URL", "knowledge.url", "text", "", "上级(市级)知识库收知识的接口地址,POST JSON;留空为没有接口,用文件上报", "Interface of the city's knowledge base, POST of JSON; empty is none: reported by file", check=_check_service),
    Setting("knowledge_key", "CHENGYUN_KNOWLEDGE_KEY", "knowledge.key", "secret", "", "给上级知识库签名的密钥;留空为不签名", "Key that signs what is sent there; empty is unsigned", check=_check_key),
    Setting("knowledge_scheme", "CHENGYUN_KNOWLEDGE_SCHEME", "knowledge.scheme", "choice", "hmac-sm3", "签名方式", "How it is signed", choices=("hmac-sha256", "hmac-sm3", "sm2")),
    Setting("log_level", "CHENGYUN_LOG_LEVEL", "log.level", "choice", "INFO", "日志级别", "Log level", choices=("DEBUG", "INFO", "WARNING", "ERROR")),
    Setting("log_format", "CHENGYUN_LOG_FORMAT", "log.format", "choice", "text", "日志格式:text 便于阅读,json 每行一条", "Log format: text to read, json one object a line", choices=("text", "json")),
)  # fmt: skip

_BY_TOML = {s.toml: s for s in SETTINGS}


@dataclass(frozen=True)
class Value:
    """A resolved setting and where it came from: ``environment``, ``file`` or ``default``."""

    setting: Setting
    value: Any
    origin: str


class Config:
    """Resolved settings; each name of the table is an attribute (``config.port``)."""

    def __init__(self, values: Mapping[str, Value], file: Path | None) -> None:
        self._values = dict(values)
        self.file = file

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["_values"][name].value
        except KeyError:
            raise AttributeError(name) from None

    def __iter__(self) -> Iterator[Value]:
        return iter(self._values.values())

    @property
    def is_loopback(self) -> bool:
        """True when the server can only be reached from this machine."""
        return self.bind in ("localhost", "::1", "[::1]") or self.bind.startswith("127.")

    @property
    def keys_dir(self) -> Path:
        """Directory of key files, created with mode 0700."""
        path = Path(self.home) / "keys"
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        return path

    def signing_key(self) -> str:
        """The configured secret key, else the one kept in ``keys/secret.key`` (made on first use, mode 0600)."""
        if self.secret_key:
            return str(self.secret_key)
        path = self.keys_dir / "secret.key"
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            key = path.read_text().strip()
            if len(key) < 32:
                raise ConfigError(
                    f"{path} is empty or damaged. Restore it from a backup, or delete it to log everybody out "
                    "and have a new one made."
                ) from None
            return key
        except OSError as error:
            raise ConfigError(f"cannot write {path}: {error}. Make CHENGYUN_HOME writable.") from error
        key = secrets.token_urlsafe(48)
        with os.fdopen(descriptor, "w") as file:
            file.write(key + "\n")
        return key


def load(environ: Mapping[str, str] | None = None) -> Config:
    """Read all settings. Raises ConfigError with one clear sentence for the first one that is wrong."""
    environ = os.environ if environ is None else environ
    file = _config_file(environ)
    from_file = _flatten(_read_toml(file)) if file else {}
    for key in from_file:
        if key not in _BY_TOML:
            near = difflib.get_close_matches(key, _BY_TOML, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else " See docs/administrator/settings.md."
            raise ConfigError(f"{file}: unknown setting {key!r}.{hint}")
    values = {}
    for setting in SETTINGS:
        if environ.get(setting.env, "") != "":
            raw, origin, where = environ[setting.env], "environment", f"environment variable {setting.env}"
        elif setting.toml in from_file:
            raw, origin, where = from_file[setting.toml], "file", f"{file}: {setting.toml}"
        else:
            raw, origin, where = setting.default, "default", "default"
        values[setting.name] = Value(setting, _convert(setting, raw, where), origin)
    return Config(values, file)


@lru_cache(maxsize=1)
def current() -> Config:
    """Settings of this process, read once. ``current.cache_clear()`` makes the next call read again."""
    return load()


def _config_file(environ: Mapping[str, str]) -> Path | None:
    named = environ.get(CONFIG_FILE_ENV)
    if named:
        path = Path(named).expanduser().resolve()
        if not path.is_file():
            raise ConfigError(f"{CONFIG_FILE_ENV} names {path}, which does not exist. Create it or unset it.")
        return path
    home = environ.get("CHENGYUN_HOME") or SETTINGS[0].default
    path = Path(home).expanduser().resolve() / CONFIG_FILE_NAME
    return path if path.is_file() else None


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path} is not valid TOML: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot read {path}: {error}") from error


def _flatten(table: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat.update(_flatten(value, f"{prefix}{key}."))
        else:
            flat[prefix + key] = value
    return flat


def _convert(setting: Setting, raw: Any, where: str) -> Any:
    value = _CONVERTERS[setting.kind](setting, raw, where)
    complaint = setting.check(value) if setting.check else None
    if complaint:
        raise ConfigError(f"{where}: {complaint}")
    return value


def _to_path(setting: Setting, raw: Any, where: str) -> Path:
    return Path(str(raw)).expanduser().resolve()


def _to_text(setting: Setting, raw: Any, where: str) -> str:
    if not isinstance(raw, str):
        raise ConfigError(f"{where}: must be text, not {raw!r}")
    return raw.strip()


def _to_int(setting: Setting, raw: Any, where: str) -> int:
    try:
        if isinstance(raw, bool):
            raise ValueError
        value = int(raw)
    except (TypeError, ValueError):
        raise ConfigError(f"{where}: must be a whole number, not {raw!r}") from None
    low, high = setting.minimum, setting.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        bounds = f"at least {low}" if high is None else f"between {low} and {high}"
        raise ConfigError(f"{where}: must be {bounds}, not {value}")
    return value


def _to_bool(setting: Setting, raw: Any, where: str) -> bool:
    if isinstance(raw, bool):
        return raw
    word = str(raw).strip().lower()
    if word in ("1", "true", "yes", "on"):
        return True
    if word in ("0", "false", "no", "off"):
        return False
    raise ConfigError(f"{where}: must be true or false, not {raw!r}")


def _to_list(setting: Setting, raw: Any, where: str) -> tuple[str, ...]:
    if isinstance(raw, str):
        raw = raw.split(",")
    if not isinstance(raw, list | tuple) or not all(isinstance(part, str) for part in raw):
        raise ConfigError(f"{where}: must be a list of texts (in the environment: separated by commas)")
    return tuple(part.strip() for part in raw if part.strip())


def _to_choice(setting: Setting, raw: Any, where: str) -> str:
    for choice in setting.choices:
        if str(raw).strip().lower() == choice.lower():
            return choice
    raise ConfigError(f"{where}: must be one of {', '.join(setting.choices)}, not {raw!r}")


_CONVERTERS: dict[str, Callable[[Setting, Any, str], Any]] = {
    "path": _to_path,
    "text": _to_text,
    "secret": _to_text,
    "int": _to_int,
    "bool": _to_bool,
    "list": _to_list,
    "choice": _to_choice,
}


def _shown_default(setting: Setting) -> str:
    if setting.kind == "bool":
        return "`true`" if setting.default else "`false`"
    shown = ",".join(setting.default) if setting.kind == "list" else str(setting.default)
    return f"`{shown}`" if shown else "—"


def render_markdown() -> str:
    """The page ``docs/administrator/settings.md``: both ways to give settings, and the whole table."""
    lines = [
        "# Settings · 设置",
        "",
        "<!-- Written by `chengyun config docs`; edit the table in src/chengyun/kernel/config.py instead. -->",
        "",
        "An environment variable wins over the TOML file, the file wins over the default. The file is "
        "`CHENGYUN_CONFIG`, else `CHENGYUN_HOME/chengyun.toml`. `chengyun config show` prints what is in force and "
        "where it came from; `chengyun config check` finds mistakes.",
        "",
        "环境变量优先于 TOML 文件,文件优先于默认值。文件位置由 `CHENGYUN_CONFIG` 指定,"
        "否则为 `CHENGYUN_HOME/chengyun.toml`。`chengyun config show` 显示当前生效的值及来源。",
        "",
        "```toml",
        "[server]",
        'bind = "0.0.0.0"',
        'allowed_hosts = ["chengyun.example.gov.cn"]',
        'trusted_origins = ["https://chengyun.example.gov.cn"]',
        "behind_tls = true",
        "```",
        "",
        "| Environment | TOML key | Type | Default | 说明 | Meaning |",
        "|---|---|---|---|---|---|",
        f"| `{CONFIG_FILE_ENV}` | — | path | — | 配置文件的位置 | Where the TOML file is |",
    ]
    for setting in SETTINGS:
        kind = " \\| ".join(setting.choices) if setting.choices else setting.kind
        lines.append(
            f"| `{setting.env}` | `{setting.toml}` | {kind} | {_shown_default(setting)} | {setting.zh} | {setting.en} |"
        )
    return "\n".join(lines) + "\n"
