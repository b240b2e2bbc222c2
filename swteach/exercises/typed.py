"""A number as a student types it: with signs, commas, spaces, a unit."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 40
EXAMPLE = "Type one number in figures, for example 12.5."
UNREAD = f"We cannot read this as a number. {EXAMPLE} Work a sum or a fraction out first."
SCALES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
PERCENT = {"%", "percent", "per cent", "percentage points", "points", "pp"}
POUNDS = {"£", "gbp", "pound", "pounds"}
ABOUT = re.compile(r"^(?:about|around|roughly|approx(?:imately)?\.?|circa|[~≈=])\s*", re.IGNORECASE)
SHAPE = re.compile(
    r"(?P<sign>[+-]?)\s*(?P<pound>£?)\s*(?P<inner>[+-]?)\s*"
    r"(?P<digits>[\d.,'\s]*\d[.,]?)\s*(?P<words>[^\d]*)"
)
GROUPED = {mark: re.compile(rf"[1-9]\d{{0,2}}(?:{re.escape(mark)}\d{{3}})+") for mark in ",. '"}


@dataclass(frozen=True)
class Typed:
    """
    What was read.

    Attributes
    ----------
    value
        The number; None where there is none, and ``said`` tells why.
    other
        What the same figures mean where the comma is the decimal mark and the point groups
        thousands, if they can be read so too.
    said
        How it was read, where this could surprise; or what to type instead.
    """

    value: float | None
    other: float | None = None
    said: str = ""


def read_number(response: object, unit: str = "") -> Typed:
    """
    Return the number that a student typed.

    Parameters
    ----------
    response
        Text or a number. A comma before three figures marks thousands, as in English; any other
        single comma is read as a decimal point, and this is said.
    unit
        The unit that the question asks for, which may be typed too.
    """
    if isinstance(response, int | float) and not isinstance(response, bool):
        # Typing nothing into a number box gives NaN in some browsers.
        return Typed(float(response)) if abs(response) < 1e40 else Typed(None, said=EXAMPLE)
    text = _tidy(response) if isinstance(response, str) else ""
    if not text:
        return Typed(None, said=f"There is no number yet. {EXAMPLE}")
    # The unit itself may hold figures, as "per 100 enquiries" does.
    bare = text[: -len(unit)] if unit and text.casefold().endswith(unit.casefold()) else text
    match = SHAPE.fullmatch(ABOUT.sub("", bare).strip())
    if not match or len(text) > LONGEST or (match["sign"] and match["inner"]):
        return Typed(None, said=UNREAD)
    return _assemble(match, unit.casefold())


def _assemble(match: re.Match[str], unit: str) -> Typed:
    scale, rest = _take_scale(match["words"].casefold(), unit)
    wrong = _wrong_unit(rest, bool(match["pound"]), unit)
    if wrong:
        return Typed(None, said=wrong)
    read = _read_digits(match["digits"].strip().rstrip(","))
    sign = -1 if "-" in (match["sign"], match["inner"]) else 1
    if read.value is None:
        return read
    other = None if read.other is None else sign * scale * read.other
    return Typed(sign * scale * read.value, other, read.said)


def _read_digits(digits: str) -> Typed:
    """Read figures and their marks: each way in which they can be grouped, or not at all."""
    if re.fullmatch(r"\d+\.?|\d*\.\d+", digits):
        grouped = GROUPED["."].fullmatch(digits)
        return Typed(float(digits), float(digits.replace(".", "")) if grouped else None)
    whole, point, decimals = digits.partition(".")
    for mark in ", '":
        if GROUPED[mark].fullmatch(whole) and (not point or re.fullmatch(r"\d*", decimals)):
            other = digits.count(",") == 1 and not point
            swapped = float(digits.replace(",", ".")) if other else None
            return Typed(float(digits.replace(mark, "")), swapped)
    return _read_other_marks(digits)


def _read_other_marks(digits: str) -> Typed:
    whole, comma, decimals = digits.partition(",")
    grouped = GROUPED["."].fullmatch(whole) or GROUPED[" "].fullmatch(whole)
    if comma and (re.fullmatch(r"0?|[1-9]\d*", whole) or grouped) and decimals.isdigit():
        value = float(f"{re.sub(r'[. ]', '', whole)}.{decimals}")
        return Typed(value, said=f"We read {digits} as {value:.10g}, with the comma as a point.")
    if GROUPED["."].fullmatch(digits):
        value = float(digits.replace(".", ""))
        return Typed(value, said=f"We read {digits} as {value:,.0f}.")
    said = "The marks between the figures can be read in more than one way."
    return Typed(None, said=f"{said} {EXAMPLE}")


def _take_scale(words: str, unit: str) -> tuple[float, str]:
    """Split "million" from what follows it; a unit of millions has it already."""
    first, _, rest = words.strip().partition(" ")
    scale = SCALES.get(first.rstrip("."))
    if scale is None:
        return 1, words.strip()
    in_unit = any(SCALES.get(word) == scale for word in unit.split())
    return (1 if in_unit else scale), rest.strip()


def _wrong_unit(words: str, pound: bool, unit: str) -> str:
    words = words.rstrip(". ").removeprefix("of ")
    known = {unit, *unit.split(), *_wider(unit)}
    if pound and "£" not in known:
        return f'The unit here is "{unit}". Leave out the £ sign.'
    if words and words not in known and not set(words.split()) <= known:
        return f'The unit here is "{unit}". Leave out "{words}".' if unit else UNREAD
    return ""


def _wider(unit: str) -> set[str]:
    same: set[str] = set()
    if "percent" in unit:
        same |= {*PERCENT, "a", "per", "year", "cent"}
    if "pound" in unit:
        same |= {*POUNDS, "a", "per"}
    if "times" in unit:
        same |= {"x", "×", "time"}
    return same


def _tidy(text: str) -> str:
    """Return the text with plain spaces, signs and figures, however they were typed."""
    plain = unicodedata.normalize("NFKC", text.strip())
    plain = re.sub(r"[\u2010-\u2015\u2212\ufe63\uff0d]", "-", plain)
    plain = re.sub(r"[\u2018\u2019\u02bc`´]", "'", plain)
    digits = (str(unicodedata.decimal(sign, sign)) for sign in plain)
    return re.sub(r"\s+", " ", "".join(digits)).strip()
