"""
Widgets of the course, one module each, with their scripts and styles beside them.

How a widget is made here, so that all of them can be used by everyone:

- ``NAME.py`` holds what is true (traits, answers, filters); ``NAME.js`` draws it; ``NAME.css``
  styles it. ``parts.py`` puts ``shared.js`` and ``shared.css`` before them.
- For questions ``fields.js`` has the controls, ``question.js`` and ``question.py`` what all of
  them do: an attempt, its reply, the journal. A new kind says what it shows, how its controls
  are read and filled, and in which words the journal keeps an answer.
- Native controls: fieldset and legend, radio, select, button. Words go in as text, never HTML.
- One status region is in the page from the start; what changes is said there in words.
- ``keepKeys`` keeps arrows and letters from the notebook, whose shortcuts they would be.
- ``ask`` sends an attempt to Python and says in plain words where no answer comes. What must
  not be known before the attempt is never a trait.
- ``kept.js`` keeps in the tab what Python or the disk has not taken yet.
- An explorer's controls are ipywidgets; its result is an ``ExplorerResult``, drawn by the
  ``Explorer`` of ``explorer.js``, which says when Python is gone.
- What became of the journal's file is told once, by the first tool that is shown or answers.
- ``plain_text`` says what the widget asks, for a reader who has no kernel.
- Long computations are plain functions in a module of their own, tested without a browser.
"""
