"""Kasipkor's dashboard: the frame of every page; the screens are in pages/<section>/."""

from kasipkor_core.ui import frame

frame.run()
