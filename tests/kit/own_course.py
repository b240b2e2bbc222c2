"""What the course of these tests is called, and which notebooks it has."""

from __future__ import annotations

from swteach.kit.choices import Choices

CHOICES = Choices("Whose care?", "University of Example", "BA Social Work, year 2", (0, 1, 5, 7))
