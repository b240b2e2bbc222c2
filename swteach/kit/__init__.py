"""A lecturer's own course: made, checked, brought up to date and linked to."""
