"""A directory service from a package (ldaptor), in a thread, that also answers page by page (RFC 2696)."""

from __future__ import annotations

import threading

from ldaptor.inmemory import ReadOnlyInMemoryLDAPEntry
from ldaptor.interfaces import IConnectedLDAPEntry
from ldaptor.ldiftree import LDIFTreeEntry  # noqa: F401  (registers the adapters)
from ldaptor.protocols import pureber, pureldap
from ldaptor.protocols.ldap.ldapserver import LDAPServer
from twisted.internet import reactor
from twisted.internet.protocol import ServerFactory
from twisted.python.components import registerAdapter

PAGED = b"1.2.840.113556.1.4.319"
BASE = "dc=demo,dc=gov"
READER, SECRET = f"cn=reader,{BASE}", "reader-demo-2026"
_running: threading.Thread | None = None


class PagedServer(LDAPServer):
    pages: list[int] = []

    def handle(self, msg):
        self.now = msg.id
        super().handle(msg)

    def handle_LDAPSearchRequest(self, request, controls, reply):
        asked = next((value for kind, _, value in controls or () if kind == PAGED), None)
        entries: list = []
        done = super().handle_LDAPSearchRequest(request, [], entries.append)
        number = self.now
        done.addCallback(self._page, entries, asked, reply, number)
        return done

    def _page(self, result, entries, asked, reply, number):
        size, cookie = _read(asked) if asked else (len(entries), b"")
        start = int(cookie or b"0")
        for entry in entries[start : start + size]:
            reply(entry)
        type(self).pages.append(min(size, len(entries) - start))
        more = str(start + size).encode() if start + size < len(entries) else b""
        value = pureber.BERSequence([pureber.BERInteger(0), pureber.BEROctetString(more)]).toWire()
        message = pureldap.LDAPMessage(result, id=number, controls=[(PAGED, False, value)])
        self.transport.write(message.toWire())


def _read(value):
    sequence, _ = pureber.berDecodeObject(pureber.BERDecoderContext(), value)
    return sequence[0].value, sequence[1].value


class _Factory(ServerFactory):
    def __init__(self, root):
        self.root = root


def serve(people: list[dict[str, str]]) -> int:
    """The port of a directory with these people; it ends with the test process."""
    global _running
    root = ReadOnlyInMemoryLDAPEntry("dc=gov", {"objectClass": ["dcObject"], "dc": ["gov"]})
    demo = root.addChild("dc=demo", {"objectClass": ["dcObject"], "dc": ["demo"]})
    demo.addChild("cn=reader", {"objectClass": ["person"], "cn": ["reader"], "userPassword": [SECRET]})
    staff = demo.addChild("ou=staff", {"objectClass": ["organizationalUnit"], "ou": ["staff"]})
    for one in people:
        attributes = {"objectClass": ["inetOrgPerson"], **{name: [value] for name, value in one.items() if value}}
        staff.addChild(f"uid={one['uid']}", attributes)
    registerAdapter(lambda factory: factory.root, _Factory, IConnectedLDAPEntry) if not _running else None
    factory = _Factory(root)
    factory.protocol = PagedServer
    if _running is None:
        _running = threading.Thread(target=reactor.run, kwargs={"installSignalHandlers": False}, daemon=True)
        _running.start()
    from twisted.internet.threads import blockingCallFromThread

    port = blockingCallFromThread(reactor, reactor.listenTCP, 0, factory, interface="127.0.0.1")
    return int(port.getHost().port)
