"""The page of the journal in the site: what stands there, and what its script must know."""

from __future__ import annotations

from typing import Any

from swteach.editions.site_html import Names, bullets, quote, say
from swteach.journal.exports.outline import NO_ANSWER, OPEN, OTHER, PRIVATE, PRIVATE_NOTE, TITLE
from swteach.journal.exports.page import POLICY, STYLE
from swteach.journal.fileformat import MOST_BYTES, Trouble
from swteach.widgets import journal_page as widget

JOURNAL, LABEL = "journal.html", "What is kept"
KEY, PLACES = "journal", ("journal-removal", "journal-others")
FORMS = ("html", "md", "json")  # a Word file is made by Python only
INTRO = (
    "What you answer, predict and write on the pages of this course is kept in this browser, on "
    "this computer. Nothing is sent anywhere. It goes elsewhere only when you download it and take "
    "it there."
)
NO_SCRIPTS = (
    "Your journal is what you answer, predict and write on the pages of this course. Your browser "
    "runs no scripts on this page, so nothing is kept here and nothing can be downloaded. You can "
    "read the whole course without scripts. To keep your answers, allow scripts for this page in "
    "your browser's settings, or use another browser."
)
LIMITS = (
    "Your journal is in this browser only. Another browser, computer or account on this computer "
    "has a journal of its own.",
    "It goes when the data of this site are cleared in the browser's settings, and when a private "
    "window is closed. Safari clears them by itself where you use Safari for seven days and open "
    "no page of the course.",
    "If the browser crashes, or the computer loses power, in the second in which you answer, your "
    "last words may be gone. Some browsers write them to the disk some seconds later.",
    "There is room for a few million letters, signs and spaces. If it is full, the page tells you.",
)
KEEP_SAFE = (
    "So download your journal whenever you stop, as a file to go on with later. You can bring it "
    "in again, here or in another browser. Nothing that is written in either journal is dropped, "
    "and doing it twice does no harm."
)
NOTEBOOKS = (
    "The file to go on with later is the same here and in the notebooks. In a notebook, the line "
    "sw.journal_page() shows the page on which you bring it in, and from which you can bring what "
    "you wrote there back to this page."
)
SHARED = (
    "Whoever uses this browser after you can read your journal, and what you marked as private "
    "too. Before you leave a computer that others use, download your journal, then remove it here."
)
FROM_FOLDER = (
    "You opened this page from a folder, not from a web server. Some browsers then keep a journal "
    "for each page apart. If answers from other pages are not listed here, use the course from a "
    "web address, or in another browser."
)
AGAIN = "To see answers in their places, open the pages of the course anew."
REMOVAL = {
    "open": "Remove my journal from this browser",
    "legend": "Remove everything that this course keeps in this browser?",
    "about": "This cannot be undone. Download first what you want to keep. Close the other pages "
    "of the course too: what you write there afterwards is kept anew.",
    "load": "Download my journal first (.json)",
    "keep": "Do not remove it",
    "remove": "Remove it now",
    "kept": "Nothing was removed.",
    "removed": "Removed. This course keeps nothing in this browser now. Files that you downloaded "
    "are still where your browser put them.",
}
# {course} is a course's name.
OTHER_JOURNALS = {
    "head": "Other journals in this browser",
    "intro": "They were written at this web address, under the name of another course. It may be "
    "this course, under an earlier name. To go on with such a journal here, download it, then "
    "bring it in at the top of this page. If you remove one, your journal above stays as it is.",
    "download": "Download the journal of {course} (.json)",
    "open": "Remove the journal of {course}",
    "legend": "Remove everything that the course {course} keeps in this browser?",
    "about": "This cannot be undone. Download first what you want to keep.",
    "load": "Download that journal first (.json)",
    "keep": "Do not remove it",
    "remove": "Remove it now",
    "kept": "Nothing was removed.",
    "removed": "Removed. Nothing of that course is kept in this browser now.",
}


def write_journal() -> str:
    """Return the body of the page: the tool's place, what to know of it, and how to clear it."""
    names = Names()
    parts = [
        names.head(1, widget.NAME),
        f'<div class="tool" data-tool="{quote(KEY)}">{say(NO_SCRIPTS, kind="hint")}</div>',
        names.head(2, "Before you rely on it"),
        bullets(LIMITS),
        say(KEEP_SAFE),
        names.head(2, "Go on in the notebooks, or come from there"),
        say(NOTEBOOKS),
        names.head(2, "On a computer that others use"),
        say(SHARED),
        *(f'<div id="{quote(place)}" class="with-scripts" hidden></div>' for place in PLACES),
    ]
    return "".join(parts)


def list_journal_data() -> dict[str, Any]:
    """
    Return what the script of the page must know, as the page's ``tools``.

    Returns
    -------
    dict
        The tool by its key: ``name``; ``sheet`` as the widget has it, without what only Python
        can do; ``data``: all fixed sentences, and the style of an exported page.
    """
    parts = [{"id": part, "label": label} for part, label in widget.PARTS.items()]
    forms = [{"id": form, "label": widget.LABELS[form]} for form in FORMS]
    sheet = {"name": LABEL, "intro": INTRO, "forms": forms, "parts": parts}
    tool = {"name": "journal_page", "sheet": {**sheet, "most": MOST_BYTES}, "data": _list_words()}
    return {KEY: tool}


def _list_words() -> dict[str, Any]:
    return {
        "empty": widget.EMPTY,
        "ticked": widget.TICKED,
        "unticked": widget.UNTICKED,
        "saved": widget.SAVED,
        "noFile": widget.NO_FILE,
        "again": AGAIN,
        "fromFolder": FROM_FOLDER,
        "removal": REMOVAL,
        "others": OTHER_JOURNALS,
        "troubles": {trouble.name: trouble.value for trouble in Trouble},
        **_list_export_words(),
    }


def _list_export_words() -> dict[str, Any]:
    heads = {"title": TITLE, "open": OPEN, "private": PRIVATE, "privateNote": PRIVATE_NOTE}
    return {**heads, "other": OTHER, "noAnswer": NO_ANSWER, "style": STYLE, "policy": POLICY}
