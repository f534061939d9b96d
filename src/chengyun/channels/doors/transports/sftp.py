"""SFTP with a server whose key is known beforehand. paramiko is imported only when something is carried."""

from __future__ import annotations

import base64
import hashlib
import io
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from chengyun.kernel import outbound

from . import TransportError
from .fields import Setting, value

SECONDS = 15.0
SETTINGS = (
    Setting("host", "服务器", "Server", required=True, most=200),
    Setting("port", "端口", "Port", "int", 22, least=1, most=65535),
    Setting("username", "用户名", "User name", required=True, most=100),
    Setting("host_key", "服务器公钥指纹", "Fingerprint of the server's key", default="", most=120,
            help="SHA256:… 先测试一次，与对方核对后填写",
            help_en="SHA256:… test once, compare with the other side, then fill in"),
    Setting("folder", "文件夹", "Folder", default=".", most=200),
)  # fmt: skip


def more(given: Mapping[str, Any]) -> list[dict[str, str]]:
    host, key = str(given.get("host", "")), str(given.get("host_key", ""))
    if not host.isascii() or any(sign in host for sign in "/:@ "):
        return [{"field": "host", "message": "服务器写主机名或 IP 地址。"}]
    if key and not key.startswith("SHA256:"):
        return [{"field": "host_key", "message": "指纹写成 SHA256: 开头的一串。"}]
    fault = outbound.refusal(f"http://{host}/")
    return [{"field": "host", "message": fault.words}] if fault is not None else []


@contextmanager
def connect(settings: Mapping[str, Any], secrets: Mapping[str, str]) -> Iterator[Any]:
    """An SFTP client (paramiko.SFTPClient), closed at the end. Raises TransportError in words."""
    import paramiko

    host, port = str(settings.get("host", "")), int(value(SETTINGS, settings, "port"))
    transport: Any = None
    try:
        transport = paramiko.Transport(_socket(host, port))
        transport.banner_timeout = transport.handshake_timeout = transport.auth_timeout = SECONDS
        transport.start_client(timeout=SECONDS)
        _check_key(transport.get_remote_server_key(), str(settings.get("host_key", "")))
        _log_in(transport, str(settings.get("username", "")), secrets)
        client = paramiko.SFTPClient.from_transport(transport)
        if client is None:
            raise TransportError("对方没有开通 SFTP。")
        client.get_channel().settimeout(60.0)
        yield client
    except outbound.Unreachable as fault:
        raise TransportError(fault.words) from None
    except paramiko.AuthenticationException:
        raise TransportError("SFTP 用户名、密码或密钥不对。") from None
    except (paramiko.SSHException, EOFError) as error:
        raise TransportError(f"SFTP 中断：{type(error).__name__}。") from None
    except TimeoutError:
        raise TransportError("SFTP 服务器没有在时限内回答。") from None
    finally:
        if transport is not None:
            with suppress(Exception):
                transport.close()


def _socket(host: str, port: int) -> socket.socket:
    """As carefully as over HTTP: every address of the name is one that may be called."""
    try:
        found = outbound.addresses(host, port, SECONDS)
        return socket.create_connection((found[0], port), timeout=SECONDS)
    except TimeoutError:
        raise
    except OSError:
        raise TransportError("连不上 SFTP 服务器。") from None


def fingerprint(key: Any) -> str:
    digest = hashlib.sha256(key.asbytes()).digest()
    return "SHA256:" + base64.b64encode(digest).decode().rstrip("=")


def _check_key(key: Any, wanted: str) -> None:
    found = fingerprint(key)
    if not wanted:
        raise TransportError(f"还没有填写服务器公钥指纹。对方出示的是 {found}，请与对方核对后填写。")
    if found != wanted.strip().rstrip("="):
        raise TransportError(f"服务器公钥与设置的不同（现在是 {found}），可能连到了别的机器，没有登录。")


def _log_in(transport: Any, username: str, secrets: Mapping[str, str]) -> None:
    if secrets.get("ssh_key"):
        transport.auth_publickey(username, _key(secrets["ssh_key"], secrets.get("password") or None))
    else:
        transport.auth_password(username, secrets.get("password", ""))


def _key(text: str, password: str | None) -> Any:
    import paramiko

    for kind in (paramiko.Ed25519Key, paramiko.ECDSAKey, paramiko.RSAKey):
        with suppress(paramiko.SSHException, ValueError, TypeError):
            return kind.from_private_key(io.StringIO(text.strip() + "\n"), password)
    raise TransportError("SSH 私钥读不出来，请粘贴 OpenSSH 格式的私钥。")
