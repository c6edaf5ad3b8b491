"""Answers that a browser may keep: the version of what is published is their tag."""

from collections.abc import Callable
from importlib.metadata import version

from starlette.requests import Request
from starlette.responses import Response

from kasipkor_core.store.published import Published

_RELEASE = version("kasipkor")
_KEEP = "public, max-age=0, must-revalidate"


def answer_cached(
    request: Request,
    make: Callable[[], bytes],
    *,
    published: Published,
    form: str,
    media_type: str,
) -> Response:
    """Return the answer, or 304 when the asker has this version already.

    Args:
        request: What was asked; its address decides the content beside the version.
        make: Makes the body; not called when the asker has it.
        published: The version of what is published.
        form: What else decides the body, as language and format.
        media_type: Type of the body.
    """
    tag = f'"{published.version}-{published.mark}-{_RELEASE}-{form}"'
    headers = {"ETag": tag, "Cache-Control": _KEEP}
    known = [one.strip() for one in request.headers.get("if-none-match", "").split(",")]
    if any(one.removeprefix("W/") in (tag, "*") for one in known):
        return Response(status_code=304, headers=headers)
    return Response(make(), media_type=media_type, headers=headers)
