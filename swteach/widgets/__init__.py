"""Widgets of the course, one module each, with their scripts and styles beside them."""
