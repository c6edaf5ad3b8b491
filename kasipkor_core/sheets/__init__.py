"""Sheets: a grid becomes staged rows, and staged rows become findings or facts."""

from kasipkor_core.sheets.fold import fold

__all__ = ["fold"]
