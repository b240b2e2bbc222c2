"""From a lecturer's own copies of pages to tables of counts, at any size.

The course may not ship other people's texts.  It ships counts and positions made from them, and
this package makes those tables again from lawful copies, or makes new ones from another corpus.
"""

from swteach.corpus.build import build
from swteach.corpus.compare import compare
from swteach.corpus.problems import CorpusError, Problem
from swteach.corpus.suggest import suggest

__all__ = ["CorpusError", "Problem", "build", "compare", "suggest"]
