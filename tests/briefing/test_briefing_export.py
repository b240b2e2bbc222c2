"""Which forms there are."""

from __future__ import annotations

import pytest
from briefing_cases import fill

from swteach.briefing_export import FORMS, render


def test_other_forms_are_refused_by_name() -> None:
    """An unknown form is answered with those there are."""
    with pytest.raises(ValueError, match=r'no export as "pdf"\. Choose one of: html, docx, md'):
        render(fill(), "pdf")


@pytest.mark.parametrize("form", FORMS)
def test_account_stays_out_of_every_form(form: str) -> None:
    """No byte of the private account is in any form, unless it was asked for."""
    draft = fill().put("account", "zebraword")
    assert b"zebraword" not in _unpack(render(draft, form), form)
    assert b"zebraword" in _unpack(render(draft, form, account=True), form)


def _unpack(data: bytes, form: str) -> bytes:
    import io
    import zipfile

    if form != "docx":
        return data
    file = zipfile.ZipFile(io.BytesIO(data))
    return b"".join(file.read(name) for name in file.namelist())
