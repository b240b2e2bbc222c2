"""Numbers as students type them."""

from __future__ import annotations

import random

import pytest

from swteach.exercises.typed import read_number

READ = [
    ("152.4", "", 152.4),
    (" 152.4 % ", "percent", 152.4),
    ("152.4 per cent", "percent", 152.4),
    ("12.4% a year", "percent a year", 12.4),
    ("3.3%", "percentage points", 3.3),
    ("£143.5 million", "million pounds", 143.5),
    ("143.5m", "million pounds", 143.5),
    ("143,570,000", "million pounds", 143_570_000),
    ("0.2 million", "enquiries", 200_000),
    ("31 per 100 enquiries", "per 100 enquiries", 31),
    ("2.06x", "times", 2.06),
    ("£69,560", "pounds", 69_560),
    ("−24.6", "percent", -24.6),
    ("+ 12.5", "", 12.5),
    ("£-5", "pounds", -5),
    ("225\u202f400", "enquiries", 225_400),
    ("about 40", "percent", 40),
    (".5", "", 0.5),
    ("１２", "", 12),
    (15.2, "", 15.2),
]


@pytest.mark.parametrize(("typed", "unit", "value"), READ)
def test_is_read(typed: str | float, unit: str, value: float) -> None:
    """Signs, spaces, thousands, words for the unit: the number meant is read, and no more said."""
    assert (read_number(typed, unit).value, read_number(typed, unit).said) == (value, "")


@pytest.mark.parametrize(
    ("typed", "value", "said"),
    [
        ("152,4", 152.4, "We read 152,4 as 152.4, with the comma as a point."),
        ("0,152", 0.152, "We read 0,152 as 0.152, with the comma as a point."),
        ("1.234,5", 1234.5, "We read 1.234,5 as 1234.5, with the comma as a point."),
        ("1.234.567", 1_234_567, "We read 1.234.567 as 1,234,567."),
    ],
)
def test_other_countries_marks_are_read_and_said(typed: str, value: float, said: str) -> None:
    """A comma that cannot mark thousands is a decimal point, and the student is told."""
    assert (read_number(typed).value, read_number(typed).said) == (value, said)


@pytest.mark.parametrize(("typed", "value", "other"), [("1,524", 1524, 1.524), ("1.5", 1.5, None)])
def test_both_readings_are_kept(typed: str, value: float, other: float | None) -> None:
    """A comma before three figures marks thousands; that it might not is kept for the marking."""
    assert (read_number(typed).value, read_number(typed).other) == (value, other)


@pytest.mark.parametrize(
    ("typed", "unit", "said"),
    [
        ("", "percent", "There is no number yet."),
        (None, "percent", "There is no number yet."),
        (True, "percent", "There is no number yet."),
        (float("nan"), "percent", "Type one number in figures"),
        ("six", "months", "We cannot read this as a number."),
        ("1/3", "", "Work a sum or a fraction out first."),
        ("5-6", "", "We cannot read this as a number."),
        ("1e5", "", "We cannot read this as a number."),
        ("nan", "", "We cannot read this as a number."),
        ("--5", "", "We cannot read this as a number."),
        ("12 34", "", "can be read in more than one way"),
        ("1,23,4567", "", "can be read in more than one way"),
        ("5%", "enquiries", 'The unit here is "enquiries". Leave out "%".'),
        ("£5", "enquiries", 'The unit here is "enquiries". Leave out the £ sign.'),
        ("12 apples", "percent", 'Leave out "apples".'),
        ("1" * 50, "", "We cannot read this as a number."),
    ],
)
def test_no_number_is_said_plainly(typed: object, unit: str, said: str) -> None:
    """What is not one number is answered with what to type."""
    assert read_number(typed, unit).value is None
    assert said in read_number(typed, unit).said


def test_every_way_of_writing_a_number_gives_it_back() -> None:
    """2,000 numbers, each written in every way that the page allows, are read as themselves."""
    draw = random.Random(7)
    for _ in range(2000):
        places = draw.randint(0, 4)
        value = round(draw.uniform(-1, 1) * 10 ** draw.randint(0, 9), places)
        text = f"{value:,.{places}f}"
        plain = text.replace(",", "")
        forms = {text, plain, text.replace(",", " "), text.replace(",", "\u00a0")}
        forms |= {f" {plain}% ", f"{text} percent", plain.replace("-", "−"), f"about {plain}"}
        forms |= {f"+{plain}"} if value >= 0 and not plain.startswith("-") else set()
        for form in forms:
            assert read_number(form, "percent").value == float(plain), form


def test_a_point_grouping_commas_round_trip() -> None:
    """1,000 numbers written with comma and point changed over are read as themselves."""
    draw = random.Random(8)
    for _ in range(1000):
        value = round(draw.uniform(1000, 10**8), 2)
        text = f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
        assert read_number(text).value == value, text


def test_any_keys_give_a_number_or_a_word() -> None:
    """20,000 runs of random keys never fail: a finite number comes out, or what to type."""
    draw = random.Random(9)
    keys = "0123456789" * 3 + ",.. '-+−£%()/e²½٣\u00a0\n\tkm abx\x00\ud800🙂"
    for _ in range(20_000):
        typed = "".join(draw.choices(keys, k=draw.randint(0, 12)))
        read = read_number(typed, draw.choice(["", "percent", "million pounds", "times"]))
        assert (read.value is None and read.said) or abs(read.value) < float("inf"), repr(typed)
