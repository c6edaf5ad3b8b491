"""The server: the dashboard, public answers and sign-in in one process with the ledger."""

from kasipkor_core.web.serve import keep_theme, serve_dashboard, serve_rehearsal
from kasipkor_core.web.site import make_site

__all__ = ["keep_theme", "make_site", "serve_dashboard", "serve_rehearsal"]
