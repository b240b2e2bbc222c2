"""What counts of words can say about texts, without the texts.

Frequency, keyness, dispersion and similarity work on a corpus's terms.csv, read a part at a time,
so the same call serves 17 texts and an archive larger than memory.  Only `concordance` needs the
texts, and so a reader's own copies.
"""

from swteach.language.concordance import TextsMissingError, concordance
from swteach.language.dispersion import dispersion
from swteach.language.frequency import term_frequencies
from swteach.language.keyness import keyness
from swteach.language.similarity import similarity

__all__ = [
    "TextsMissingError",
    "concordance",
    "dispersion",
    "keyness",
    "similarity",
    "term_frequencies",
]
