"""What counts of words can say about texts, without the texts.

Frequency, keyness, dispersion and similarity work on a corpus's terms.csv, read a part at a time,
so the same call serves 17 texts and an archive larger than memory.  Only `concordance` needs the
texts, and so a reader's own copies.
"""

from swteach.language.company import TextsMissingError, concordance
from swteach.language.frequency import term_frequencies
from swteach.language.keywords import keyness
from swteach.language.likeness import similarity
from swteach.language.spread import dispersion

__all__ = [
    "TextsMissingError",
    "concordance",
    "dispersion",
    "keyness",
    "similarity",
    "term_frequencies",
]
