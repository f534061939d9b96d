"""Fields of an item as a page shows them."""

from __future__ import annotations

from collections.abc import Mapping

from chengyun.kernel import vault


def masked(fields: Mapping[str, str]) -> dict[str, str]:
    """Fields as a page shows them: people masked, numbers in free words too."""
    masks = {
        "name": vault.mask_name, "phone": vault.mask_phone, "id_number": vault.mask_id,
        "requester_address": vault.mask_address,
    }  # fmt: skip
    return {
        name: masks[name](text) if name in masks and text else hidden(text, fields) for name, text in fields.items()
    }


def hidden(text: str, fields: Mapping[str, str]) -> str:
    """Free words with numbers masked, and the name and address of the requester where they stand in them."""
    for name, mask in (("name", vault.mask_name), ("requester_address", vault.mask_address)):
        known = fields.get(name, "")
        if len(known) > 1:
            text = text.replace(known, mask(known))
    return vault.mask_text(text)
