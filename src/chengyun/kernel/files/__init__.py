"""Files from outside: what they really are, where they are kept, and what of them may be seen by whom.

`inspect` and the scanner need no Django; the services (save_upload, open_original, open_public,
open_thumbnail, scan_pending) live in files.services because they write rows.
"""

from .scanner import Scanner, Verdict
from .sniff import FileKind, RefusedFile, inspect

__all__ = ["FileKind", "RefusedFile", "Scanner", "Verdict", "inspect"]
