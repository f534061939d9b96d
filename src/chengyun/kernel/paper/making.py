"""The process in which papers are made; it reads what is wanted as JSON and answers with the files as JSON.

python -m chengyun.kernel.paper.making
"""

from __future__ import annotations

import base64
import json
import sys
from typing import Any

CPU_SECONDS = 45
MEMORY = 3 * 1024**3


def main() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    wanted = json.load(sys.stdin.buffer)
    sys.stdout.write(json.dumps(_made(wanted)))


def _made(wanted: dict[str, Any]) -> dict[str, Any]:
    files: dict[str, bytes] = {}
    for name in wanted["formats"]:
        if name == "pdf":
            from . import typesetting

            files[name] = typesetting.pdf(wanted["paper"])
        elif name == "xlsx":
            from . import book

            files[name] = book.workbook(wanted["sheets"])
        else:
            from . import word, word_template

            own = base64.b64decode(wanted["template"])
            template = own or word_template.built_in()
            try:
                files[name] = template if name == "template" else word.fill(
                    template, wanted["paper"], wanted["figures"], strict=wanted["strict"], ours=not own,
                )  # fmt: skip
            except word.TemplateFault as fault:
                return {"fault": str(fault)}
    return {"files": {name: base64.b64encode(content).decode() for name, content in files.items()}}


if __name__ == "__main__":
    main()
