"""Kasipkor: the results office for professional-skill competitions in Kazakhstan."""
