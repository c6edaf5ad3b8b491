"""What ``/check`` says of electronic signatures that are attached to a document."""

from html import escape

from kasipkor_core.documents import (
    ASKED,
    GONE,
    SIGNED_WORDS,
    Attached,
    Signer,
    describe_signer,
    find_standing,
)
from kasipkor_core.i18n import text

_BADGES = {"holds": ("✓", "valid"), "unsure": ("?", "superseded"), "broken": ("✕", "forged")}


def write_attached(attached: Attached, lang: str) -> str:
    """Return one attached signature as HTML: a block for each who signed.

    Args:
        attached: The signature; numbers of persons hidden.
        lang: kk, ru or en.
    """
    signers = "".join(_write_signer(one, lang) for one in attached.signers)
    said = text(ASKED if attached.signers else GONE, lang)
    return f'<section class="signed">{signers}<small>{escape(said)}</small></section>'


def _write_signer(signer: Signer, lang: str) -> str:
    standing = find_standing(signer)
    sign, state = _BADGES[standing]
    rows = "".join(
        f"<div><dt>{escape(label)}</dt><dd>{escape(said)}</dd></div>"
        for label, said in describe_signer(signer, lang)
    )
    words = escape(text(SIGNED_WORDS[standing], lang))
    return f'<h2><span class="badge {state}">{sign} {words}</span></h2><dl>{rows}</dl>'
