"""A detached electronic signature made elsewhere (CMS): who signed, and what of it holds."""

import base64
import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from asn1crypto import cms, core
from cryptography import x509

from kasipkor_core.documents.fitting import Fit, find_attribute, find_fit
from kasipkor_core.documents.trusting import Trust, find_trust
from kasipkor_core.errors import Refused

LARGEST = 1024 * 1024  # bytes; a signature with its certificates and a time stamp has some 10,000
Dates = Literal["inside", "expired", "early"]
_MOST = 20  # signers, and certificates for each of them
_ARMOUR = re.compile(r"-----(BEGIN|END) [A-Z0-9 #]+-----")
_NUMBER = re.compile(r"\d{8}(?=\d{4}(?!\d))")  # of twelve figures all but the last four
_BROKEN = (
    AttributeError, IndexError, KeyError, NotImplementedError, OverflowError, RecursionError,
    TypeError, ValueError, x509.InvalidVersion,
)  # fmt: skip  # what a lazy parser of other people's bytes raises


@dataclass(frozen=True)
class Signer:
    """One who signed, and what of the signature holds.

    Attributes:
        name: Common name of the certificate.
        organisation: Its organisation; null: none.
        person_number: IIN, twelve figures; null: none.
        organisation_number: BIN, twelve figures; null: none.
        issuer: Who issued the certificate.
        signed_at: When, as the signer's own computer says; null: it does not say.
        not_before: First moment of the certificate.
        not_after: Its last moment.
        algorithm: Of the digest: its name, or its number where we know none.
        fit: ``fits``: made over exactly these bytes with the key of this certificate; ``differs``;
            ``unchecked``: by an algorithm that cannot be reckoned here, as the GOST ones.
        dates: The certificate when it was signed: ``inside``, ``expired``, ``early``.
        trust: Its issuer: ``known``, ``unknown`` here, or ``unchecked``.
    """

    name: str
    organisation: str | None
    person_number: str | None
    organisation_number: str | None
    issuer: str
    signed_at: dt.datetime | None
    not_before: dt.datetime
    not_after: dt.datetime
    algorithm: str
    fit: Fit
    dates: Dates
    trust: Trust

    def hide(self) -> "Signer":
        """Return the same without the numbers of persons and organisations but their end."""
        return replace(
            self,
            name=_hide(self.name) or "",
            organisation=_hide(self.organisation),
            person_number=_hide(self.person_number),
            organisation_number=_hide(self.organisation_number),
        )


def strip_armour(data: bytes) -> bytes:
    """Return the binary form of a signature given as DER, PEM or base64.

    Raises:
        Refused: it is too large, or none of these.
    """
    if len(data) > LARGEST:
        raise Refused(
            "A detached signature has at most {most} bytes, and this file has {size}. Choose the "
            "signature, not the document.",
            most=LARGEST,
            size=len(data),
        )
    if data[:1] == b"\x30":
        return data
    try:
        plain = "".join(_ARMOUR.sub("", data.decode("utf-8-sig")).split())
        return base64.b64decode(plain, validate=True)
    except ValueError as error:
        raise _no_signature() from error


def list_signers(
    data: bytes,
    digests: Mapping[str, bytes],
    *,
    trusted: Sequence[x509.Certificate],
    at: dt.datetime,
) -> tuple[Signer, ...]:
    """Return who signed, each judged.

    Args:
        data: The signature in its binary form.
        digests: Digests of the signed bytes: ``sha256``, ``sha384``, ``sha512``, as far as known.
        trusted: Certificates that are believed.
        at: Moment of signing for those who do not say theirs.

    Raises:
        Refused: it is no CMS signature, is not detached, or lacks a signer's certificate.

    Source:
        RFC 5652, 5.3, 5.4, 5.6.
    """
    try:
        signed = _open(data)
        certificates = _list_certificates(signed)
        infos = list(signed["signer_infos"])
        if not 0 < len(infos) <= _MOST:
            raise _no_signature()
        others = [_load(one) for one in certificates]
        return tuple(
            _describe(info, _find_own(info, certificates), others, digests, trusted, at)
            for info in infos
        )
    except Refused:
        raise
    except _BROKEN as error:
        raise _no_signature() from error


def _open(data: bytes) -> Any:  # noqa: ANN401  untyped library
    content = cms.ContentInfo.load(data, strict=True)
    if content["content_type"].native != "signed_data":
        raise _no_signature()
    signed = content["content"]
    if not isinstance(signed["encap_content_info"]["content"], core.Void) and (
        signed["encap_content_info"]["content"].native is not None
    ):
        raise Refused(
            "This signature carries the signed file inside. Sign again with a detached signature: "
            "the file is here already."
        )
    return signed


def _list_certificates(signed: Any) -> list[Any]:  # noqa: ANN401  untyped library
    listed = signed["certificates"]
    found = [] if isinstance(listed, core.Void) else list(listed)
    return [one.chosen for one in found if one.name == "certificate"][: _MOST * _MOST]


def _load(certificate: Any) -> x509.Certificate:  # noqa: ANN401  untyped library
    return x509.load_der_x509_certificate(certificate.dump())


def _find_own(info: Any, certificates: Sequence[Any]) -> Any:  # noqa: ANN401  untyped library
    sid = info["sid"]
    for one in certificates:
        if sid.name == "subject_key_identifier":
            is_own = one.key_identifier == sid.chosen.native
        else:
            serial = sid.chosen["serial_number"].native
            is_own = one.serial_number == serial and one.issuer == sid.chosen["issuer"]
        if is_own:
            return one
    raise Refused(
        "The certificate of the signer is not in the signature. Sign again and let the certificate "
        "go with it."
    )


def _describe(  # noqa: PLR0917  one signer, as the signature holds them
    info: Any,  # noqa: ANN401  untyped library
    own: Any,  # noqa: ANN401  untyped library
    others: Sequence[x509.Certificate],
    digests: Mapping[str, bytes],
    trusted: Sequence[x509.Certificate],
    at: dt.datetime,
) -> Signer:
    certificate = _load(own)
    subject, issuer = own.subject.native, own.issuer.native
    signed_at = find_attribute(info, "signing_time")
    moment = signed_at or at
    return Signer(
        name=_join(subject.get("common_name")) or own.subject.human_friendly,
        organisation=_join(subject.get("organization_name")),
        person_number=_find_number("IIN", subject.get("serial_number")),
        organisation_number=_find_number("BIN", subject.get("organizational_unit_name")),
        issuer=_join(issuer.get("common_name")) or own.issuer.human_friendly,
        signed_at=signed_at,
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
        algorithm=info["digest_algorithm"]["algorithm"].native,
        fit=find_fit(info, certificate, digests),
        dates=_place(certificate, moment),
        trust=find_trust(certificate, others, trusted, at=moment),
    )


def _place(certificate: x509.Certificate, moment: dt.datetime) -> Dates:
    if moment < certificate.not_valid_before_utc:
        return "early"
    return "inside" if moment <= certificate.not_valid_after_utc else "expired"


def _find_number(prefix: str, value: object) -> str | None:
    """Return the number that a Kazakh certificate writes behind its kind: IIN or BIN."""
    found = re.search(rf"{prefix}(\d{{12}})", _join(value) or "")
    return found[1] if found else None


def _join(value: object) -> str | None:
    """Return one text of a name's part, which may stand there more than once."""
    listed = value if isinstance(value, list) else [value]
    return ", ".join(str(one) for one in listed if one) or None


def _hide(said: str | None) -> str | None:
    return None if said is None else _NUMBER.sub("•" * 8, said)


def _no_signature() -> Refused:
    return Refused(
        "This is no detached electronic signature (CMS, as .p7s, .cms or .sig). Choose the file "
        "that the signing program wrote beside the document."
    )
