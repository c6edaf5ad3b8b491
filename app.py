"""Kasipkor."""
