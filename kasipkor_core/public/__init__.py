"""The public board: files of what is published, made once a publication, that need no server."""

from kasipkor_core.public.exporting import export_site
from kasipkor_core.public.frame import POLICY
from kasipkor_core.public.kept import Kept
from kasipkor_core.public.publisher import Publisher

__all__ = ["POLICY", "Kept", "Publisher", "export_site"]
