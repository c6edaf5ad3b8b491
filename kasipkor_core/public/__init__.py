"""The public board: files of what is published, made once a publication, that need no server."""

from kasipkor_core.public.exporting import export_site
from kasipkor_core.public.frame import POLICY
from kasipkor_core.public.kept import Kept
from kasipkor_core.public.links import ON_SERVER
from kasipkor_core.public.site import Site, renew_contests, renew_lists

__all__ = [
    "ON_SERVER",
    "POLICY",
    "Kept",
    "Site",
    "export_site",
    "renew_contests",
    "renew_lists",
]
