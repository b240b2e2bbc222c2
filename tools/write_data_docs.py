"""Write the list of tables and columns in docs/data.md from data/datapackage.json.

Run it after a change to a description, a closed list or a column in ``datapackage.json``::

    python tools/write_data_docs.py            # write
    python tools/write_data_docs.py --check    # change nothing; end with 1 where it is stale
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DESCRIPTOR = ROOT / "data" / "datapackage.json"
PAGE = ROOT / "docs" / "data.md"
START = "<!-- written by tools/write_data_docs.py from here on: change data/datapackage.json -->"
WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "date": "date",
}


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or compare it; return 1 where a comparison finds it stale."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing, only compare")
    check = parser.parse_args(arguments).check
    before = PAGE.read_text(encoding="utf-8")
    after = write_page(before, json.loads(DESCRIPTOR.read_text(encoding="utf-8")))
    if after == before:
        print(f"{PAGE.name} is current.")
    elif check:
        print(f"{PAGE.name} is stale: run python tools/write_data_docs.py")
    else:
        PAGE.write_text(after, encoding="utf-8", newline="\n")
        print(f"Wrote {PAGE.name}.")
    return int(check and after != before)


def write_page(page: str, described: dict[str, Any]) -> str:
    """Return the page with its list of tables written anew."""
    kept = page.partition(START)[0]
    tables = ["\n".join(describe_table(item)) for item in described["resources"]]
    return kept + "\n\n".join([START, *tables]) + "\n"


def describe_table(item: dict[str, Any]) -> Iterator[str]:
    """Yield the lines that describe one table."""
    schema = item["schema"]
    references = {key["fields"][0]: key["reference"] for key in schema.get("foreignKeys", [])}
    yield f"### {item['path']}"
    yield ""
    yield item["description"]
    yield f"One row for each {join(schema['primaryKey'])}. {describe_rights(item)}"
    yield ""
    yield "| column | holds | meaning |"
    yield "|---|---|---|"
    for field in schema["fields"]:
        holds = describe_field(field, references.get(field["name"]), item["path"])
        yield f"| `{field['name']}` | {holds} | {escape(field['description'])} |"


def describe_rights(item: dict[str, Any]) -> str:
    """Return whose the table is, and its licences."""
    licences = [f"[{licence['title']}]({licence['path']})" for licence in item["licenses"]]
    source = "; ".join(source["title"] for source in item["sources"])
    return f"Source: {source}. Licence: {', '.join(licences)}."


def describe_field(field: dict[str, Any], reference: dict[str, Any] | None, path: str) -> str:
    """Return what a column holds: type, closed list, reference, and whether it may be empty."""
    limits = field.get("constraints", {})
    if "enum" in limits:
        holds = "one of: " + ", ".join(limits["enum"])
    elif reference:
        target = f"{reference['resource']}.csv" if reference["resource"] else path
        holds = f"a `{reference['fields'][0]}` of {target}"
    else:
        holds = WORDS[field["type"]] + describe_bounds(limits)
    return holds if limits.get("required") else f"{holds}; may be empty"


def describe_bounds(limits: dict[str, Any]) -> str:
    """Return the least and the most that a number may be."""
    least, most = limits.get("minimum"), limits.get("maximum")
    if least is None and most is None:
        return ""
    return f" from {least} to {most}" if most is not None else f", {least} or more"


def join(names: list[str]) -> str:
    """Return column names as a phrase."""
    marked = [f"`{name}`" for name in names]
    return " and ".join(filter(None, [", ".join(marked[:-1]), marked[-1]]))


def escape(text: str) -> str:
    """Return a text that cannot end the cell of a table."""
    return re.sub(r"\|", r"\\|", text)


if __name__ == "__main__":
    sys.exit(main())
