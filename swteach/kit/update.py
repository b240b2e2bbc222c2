"""Bring what is new in the shipped parts into a lecturer's course, and leave their own alone."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from swteach.datapackage import DESCRIPTOR
from swteach.kit.answer_key import NAME as KEY
from swteach.kit.choices import read_choices
from swteach.kit.difference import Difference, compare
from swteach.kit.shipment import NAME as NOTE
from swteach.kit.shipment import make_note, read_note
from swteach.kit.shipped import list_known, list_shipped
from swteach.kit.wheel import find_version

ASIDE = "new-versions"
DESCRIBED = f"data/{DESCRIPTOR}"
_SHOWN = {
    "added": "New",
    "replaced": "Brought up to date",
    "removed": "Taken out, since the course no longer has it and you had not changed it",
    "kept": "Yours, and nothing new for it",
    "gone": "You deleted it, so it stays away",
}


class UpdateError(Exception):
    """A course that cannot be updated; the message says why and what to do."""


def bring_up_to_date(folder: Path, *, dry: bool = False) -> str:
    """
    Update a course to the swteach that runs.

    Parameters
    ----------
    folder
        A course that ``swteach new`` made.
    dry
        Whether to say only what would be done.

    Returns
    -------
    str
        What was done with each file that differs. A file that both sides changed is left as it
        is; the newer one is put into the folder ``new-versions``, to compare.

    Raises
    ------
    ChoiceError, PartMissingError
        Where ``swteach.yaml`` or this copy of swteach is damaged.
    UpdateError
        Where the note of what was shipped is lost, or the disk refuses.
    """
    new = list_shipped(read_choices(folder, list_known()))
    note = read_note(folder)
    if note is None:
        raise UpdateError(
            f"{NOTE} is missing or damaged, so nobody can tell what you changed. Take it back "
            "from an older copy; or make a new course with swteach new, and copy your files over."
        )
    found = compare(folder, note[1], new)
    if not dry:
        try:
            _carry_out(folder, found, new)
        except OSError as error:
            reason = error.strerror or error
            raise UpdateError(
                f"Could not write all of it: {reason}. Make room, and run swteach update again: "
                "it goes on where it stopped."
            ) from error
    return describe(found, note[0], dry=dry)


def _carry_out(folder: Path, found: Difference, new: dict[str, bytes]) -> None:
    descriptor = _merge_descriptor(folder, found, new)
    # First, since a table that is in place already would not be measured by the next run.
    if descriptor:
        _write(folder / DESCRIBED, descriptor)
    for name in found.conflicts:
        _write(folder / ASIDE / name, new[name])
    for name in {*found.added, *found.replaced} - {DESCRIBED}:
        _write(folder / name, new[name])
    for name in found.removed:
        (folder / name).unlink(missing_ok=True)
    _add_answers(folder / "data" / KEY, new[f"data/{KEY}"])
    # Last, so that a run that was cut short is finished by the next.
    _write(folder / NOTE, make_note(new))


def _add_answers(path: Path, shipped: bytes) -> None:
    """Take over the answers of questions that are new; those that were accepted stay."""
    with suppress(OSError, ValueError, TypeError):  # lost or damaged, as the check says
        mine = json.loads(path.read_text(encoding="utf-8"))
        both = {**json.loads(shipped), **mine}
        if both != mine:
            text = json.dumps({name: both[name] for name in sorted(both)}, indent=1) + "\n"
            _write(path, text.encode())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)


def _merge_descriptor(folder: Path, found: Difference, new: dict[str, bytes]) -> bytes | None:
    """Return the description of the tables: newest where unchanged, its measures as they are due.

    A table that is brought in is measured as it was shipped; one that the lecturer keeps stays
    measured as the lecturer last accepted it.
    """
    brought = {one for one in (*found.added, *found.replaced) if one.endswith(".csv")}
    if not (brought or DESCRIBED in found.replaced):
        return None
    try:
        mine = json.loads((folder / DESCRIBED).read_text(encoding="utf-8"))
        old = {item["path"]: item for item in mine["resources"]}
        described = json.loads(new[DESCRIBED]) if DESCRIBED in found.replaced else mine
    except (OSError, ValueError, KeyError, TypeError):
        return None  # the check says what is wrong with it
    shipped = {item["path"]: item for item in json.loads(new[DESCRIBED])["resources"]}
    for item in described["resources"]:
        path = item["path"]
        source = shipped if f"data/{path}" in brought or path not in old else old
        for key in ("bytes", "hash"):
            item[key] = source.get(path, item).get(key)
        item["schema"] = item.pop("schema")
    return (json.dumps(described, indent=2, ensure_ascii=False) + "\n").encode()


def describe(found: Difference, before: str, *, dry: bool) -> str:
    """Return what was done, for a person: what needs them first."""
    now = find_version()
    versions = now if before == now else f"{before} to {now}"
    if found.is_empty:
        return f"Your course has all that this swteach ({now}) brings."
    lines = [f"Update, {versions}." + " Nothing was changed: this is what would be." * dry, ""]
    if found.conflicts:
        lines += [
            f"{len(found.conflicts)} to settle by hand: you changed it, and it is newer here too.",
            f"Yours stays. Compare it with the newer one in {ASIDE}/, then delete that folder.",
            *(f"  {name}" for name in found.conflicts),
            "",
        ]
    for key, title in _SHOWN.items():
        names = getattr(found, key)
        if names:
            lines += [f"{title}: {len(names)}", *(f"  {name}" for name in names), ""]
    return "\n".join([*lines, "Next: swteach check"])
