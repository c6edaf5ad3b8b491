"""``/ceremony``: the reveal of a result on the screen of a hall."""

import re
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from kasipkor_core import documents
from kasipkor_core.errors import KasipkorError
from kasipkor_core.i18n import error_text, text
from kasipkor_core.store import Store
from kasipkor_core.ui import identity
from kasipkor_core.ui.ceremony import find_reader
from kasipkor_core.web.plain import read_language, write_page

_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
_AFTER = 303
_NEVER = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}


def make_ceremony(store: Store) -> Callable[[Request], Response]:
    """Return the answer: the page for those who may see the result, else why there is none.

    Without a contest it leads to the boards: each that is final has the way to its ceremony.
    """

    def answer(request: Request) -> Response:
        lang = read_language(request)
        known = identity.of_cookie(request.cookies.get(identity.COOKIE))
        contest = request.query_params.get("contest", "")
        if not contest:
            return RedirectResponse(f"live?lang={lang}", _AFTER)
        try:
            page = documents.write_ceremony(store, contest, reader=find_reader(store, known, lang))
        except KasipkorError as error:
            words = error_text(error, lang)
            return write_page(text("Award ceremony", lang), words, lang=lang, status=404)
        found = _POLICY.search(page)
        own = f"{found[1] if found else ''}; frame-ancestors 'none'"
        return HTMLResponse(page, headers=_NEVER | {"Content-Security-Policy": own})

    return answer
