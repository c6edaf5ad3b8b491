"""Rows of the views as files that people take along."""
