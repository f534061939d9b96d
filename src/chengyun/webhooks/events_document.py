"""The page docs/developer/events.md, written from the catalogue: `python -m chengyun.webhooks.events_document > …`."""

# ruff: noqa: E501  (lines of a Markdown page)

from __future__ import annotations

import sys

from . import events, rules

_HEAD = f"""# Events: telling other systems · 事件推送

<!-- Written by `python -m chengyun.webhooks.events_document`; change src/chengyun/webhooks/events.py instead. -->

A subscription (系统 › 事件推送) names an address and what it wants to be told. Every message is an HTTP POST of a
[CloudEvents 1.0](https://cloudevents.io) object in structured mode. Catalogue version {events.VERSION}; the same table with JSON Schemas:
`GET /api/v1/webhooks/catalogue`.

```json
{{"specversion": "1.0", "id": "TS-20261121-000001-3", "source": "urn:chengyun:420105", "type": "case.dispatched",
 "subject": "TS-20261121-000001", "time": "2026-11-21T14:05:00+08:00", "datacontenttype": "application/json",
 "dataschema": "urn:chengyun:event:case.dispatched:{events.DATA_VERSION}", "data": {{"number": "TS-20261121-000001", "seq": 3, "…": "…"}}}}
```

**What is in it**: codes, states and times. Never: names, telephone numbers, addresses, places, what was written. Who may read more fetches
the case with a token of a system account ([API](api.md)).

**Headers**: `Content-Type: {events.MEDIA}; charset=utf-8`, `X-Chengyun-Event` (type), `X-Chengyun-Event-Id`, `X-Chengyun-Attempt` (1, 2, …),
and four of the signature: `X-Chengyun-Timestamp`, `-Nonce`, `-Signature`, `-Scheme`.

**Signature**: over five lines joined by `\\n`: `POST`, path with query, timestamp, nonce, digest of the body in hex (SHA-256 for
`hmac-sha256`, SM3 for `hmac-sm3` and `sm2`). In hex: HMAC with the secret as it is shown, or for `sm2` r and s of SM2 (user id
`1234567812345678`) to be checked with the public key on the page. Refuse what is older than five minutes. In Python:
`chengyun_client.verify(secret, headers, method="POST", path=…, body=…)`.

**Answer** with 2xx within {rules.TIMEOUT:.0f} seconds; work afterwards. Redirects are not followed.

| answer | what happens |
|---|---|
| 2xx | arrived |
| none, 5xx, 408, 425, 429 | the whole subscription waits: 15 s, doubled up to an hour, `Retry-After` is kept to (six hours at most); then one message asks whether all is well, and everything follows |
| other 4xx, 3xx | only this message is tried again, {rules.MOST_TRIES} times in all over about half an hour, then it is not delivered |
| 410 | the subscription is switched off |

After {rules.ROW_OF_FAILURES} failures in a row over {rules.FAILING_FOR.total_seconds() / 3600:.0f} hours or more the subscription is switched off and administrators are told;
messages are kept (`CHENGYUN_WEBHOOK_DAYS`) and go out when it is switched on again.

**At least once, in order**: the `id` is the same whenever a message is sent again, so keep those that you have. Messages of one case come one
after the other in the order of `seq`; those of different cases do not wait for each other. A gap in `seq` is a step that is not told (an
internal remark), not subscribed, or was not delivered; `version` grows, so a message with a smaller `version` than the one you hold is old.

**Promise**: within a version of the data members are added, never renamed or taken away. Ignore what you do not know. `ping` is sent by
the test button.

"""


def document() -> str:
    lines = [_HEAD + "| type | 事件 | 何时 | When | actions |", "|---|---|---|---|---|"]
    for one in events.EVENTS:
        actions = " ".join(f"`{action}`" for action in one.actions) or "—"
        lines.append(f"| `{one.code}` | {one.name} | {one.when} | {one.when_en} | {actions} |")
    lines += ["", "| member of `data` | type | 说明 · meaning |", "|---|---|---|"]
    for name, shape in events.CASE_DATA["properties"].items():
        kind = shape.get("type") or "text of " + ", ".join(f"`{value}`" for value in shape["enum"])
        shown = " or ".join(kind) if isinstance(kind, list) else kind
        lines.append(f"| `{name}` | {shown} | {shape['description']} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(document())
