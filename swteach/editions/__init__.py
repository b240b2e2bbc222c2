"""
What is built from the course for others: exports for a VLE, a workbook, tutor and student copies.

``swteach build`` (``commands``) calls a builder, ``build(course_folder, out) -> list[Path]``, which
writes into the empty folder ``out``. ``items`` gives every builder the same questions, and
``packing`` makes files that are the same bytes on any day and in any folder.
"""
