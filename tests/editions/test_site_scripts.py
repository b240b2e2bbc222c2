"""The site's one script: what it is joined from does not get in its own way."""

from __future__ import annotations

import re
from collections import Counter

from swteach.editions.site_scripts import PAGE, SHARED, WIDGETS, read_script, read_styles

_NAMED = re.compile(r"^(?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)


def test_no_name_is_given_twice() -> None:
    """All scripts share one function, in which a second name would replace the first unseen."""
    paths = [*PAGE.glob("*.js"), *(WIDGETS / f"{name}.js" for name in SHARED)]
    named = Counter(name for path in paths for name in _NAMED.findall(path.read_text("utf-8")))
    assert len(named) > 300
    assert [name for name, count in named.items() if count > 1] == []


def test_script_needs_no_module_and_no_eval() -> None:
    """A browser loads no module from a file, and the pages' policy lets no text be run."""
    script = read_script()
    assert not re.search(r"^(?:import|export)\b", script, re.MULTILINE)
    assert not re.search(r"\beval\(|new Function\b|innerHTML|\bfetch\(", script)


def test_styles_reach_nothing_else() -> None:
    """No rule of the widgets asks for a file."""
    assert "url(" not in read_styles() and "@import" not in read_styles()
