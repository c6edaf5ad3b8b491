"""What is said of an electronic signature that is attached to a document."""

from typing import Literal

from kasipkor_core.documents.cms import Signer
from kasipkor_core.i18n import format_date, format_moment, mark, text, to_local

Standing = Literal["holds", "unsure", "broken"]
SIGNED_WORDS: dict[Standing, str] = {
    "holds": mark("The electronic signature holds"),
    "unsure": mark("Not all of the electronic signature can be confirmed here"),
    "broken": mark("The electronic signature does not hold"),
}
ASKED = mark(
    "The time is what the signer's computer said. Whether the certificate was revoked is not asked "
    "here."
)
GONE = mark("An electronic signature was attached; it was erased or altered and cannot be read.")
_FITS = {
    "fits": mark("made over exactly the file that was issued"),
    "differs": mark("not of this file: the file or the signature was altered"),
    "unchecked": mark("not checkable here: {algorithm} is no algorithm that we can reckon"),
}
_DATES = {
    "inside": mark("was valid at the signing"),
    "expired": mark("had run out at the signing"),
    "early": mark("was not valid yet at the signing"),
}
_TRUST = {
    "known": mark("one that is trusted here"),
    "unknown": mark("not known here, so that nobody vouches for the name"),
    "unchecked": mark("not checkable here: we cannot reckon the algorithm of the certificate"),
}


def find_standing(signer: Signer) -> Standing:
    """Return what of a signature is certain: all of it, not all of it, or that it is void."""
    if signer.fit == "differs" or signer.dates != "inside":
        return "broken"
    is_sure = signer.fit == "fits" and signer.trust == "known"
    return "holds" if is_sure else "unsure"


def describe_signer(signer: Signer, lang: str) -> list[tuple[str, str]]:
    """Return what is known of a signer, as labels and texts; numbers as the signer has them."""
    fit = text(_FITS[signer.fit], lang, algorithm=signer.algorithm)
    first, last = (
        format_date(to_local(day).date(), lang, year=True)
        for day in (signer.not_before, signer.not_after)
    )
    return [
        (text("Signed by", lang), name_signer(signer, lang)),
        (
            text("When", lang),
            format_moment(signer.signed_at, lang) or text("the signature does not say", lang),
        ),
        (text("File", lang), fit),
        (text("Certificate", lang), f"{first} – {last}: {text(_DATES[signer.dates], lang)}"),
        (text("Issuer", lang), f"{signer.issuer}: {text(_TRUST[signer.trust], lang)}"),
    ]


def name_signer(signer: Signer, lang: str) -> str:
    """Return name, organisation and numbers in one line."""
    person, organisation = signer.person_number, signer.organisation_number
    parts = (
        signer.name,
        signer.organisation,
        text("IIN {number}", lang, number=person) if person else None,
        text("BIN {number}", lang, number=organisation) if organisation else None,
    )
    return " · ".join(part for part in parts if part)
