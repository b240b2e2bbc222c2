"""The rules that the course's data must keep, one noun a module; see :mod:`swteach.check`."""
