"""Fields of the pages' plain tools: how a test finds what is kept of them."""

from __future__ import annotations

import json
from typing import Any

from site_pages import open_page

TOOL = '.tool[data-keep="{}"]'
SHOWN = """(root) => [...root.querySelectorAll("textarea, select, input")].map((node) =>
  ["radio", "checkbox"].includes(node.type) ? node.checked : node.value)"""
PAUSE = 900  # ms: more than the page waits for the next key


def find_kept(page: Any) -> list[dict[str, Any]]:
    """Return the entries of kind "notes" in the browser's storage, oldest first."""
    lines = page.evaluate("Object.entries(localStorage).filter(([n]) => n.includes(' entry '))")
    entries = sorted((json.loads(line) for _, line in lines), key=lambda e: (e["at"], e["count"]))
    return [one for one in entries if one["kind"] == "notes"]


def close_and_find(page: Any, context: Any, address: str, name: str, tool: str) -> Any:
    """Close a page, open another one anew, and return a plain tool of it."""
    page.close()
    return open_page(context, address, name).locator(TOOL.format(tool))
