"""Whose certificates are believed: those of a folder that the administrator gives, no others."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

Trust = Literal["known", "unknown", "unchecked"]
_ENDINGS = (".pem", ".crt", ".cer", ".der")
_LONGEST = 5  # certificates between a signer and one that is trusted


def read_trusted(folder: Path | None) -> tuple[x509.Certificate, ...]:
    """Return the certificates of a folder, PEM or DER; what is no certificate is left out."""
    files = sorted(folder.iterdir()) if folder and folder.is_dir() else []
    return tuple(
        one
        for file in files
        if file.suffix.lower() in _ENDINGS and file.is_file()
        for one in _read_file(file.read_bytes())
    )


def find_trust(
    certificate: x509.Certificate,
    others: Sequence[x509.Certificate],
    trusted: Sequence[x509.Certificate],
    *,
    at: dt.datetime,
) -> Trust:
    """Say whether a certificate leads to a trusted one.

    Args:
        certificate: The signer's.
        others: What came with the signature; believed only as far as a trusted one signed them.
        trusted: Certificates that are believed.
        at: When each issuer on the way must have been valid.

    Returns:
        known; unknown; or unchecked: signed with an algorithm that cannot be reckoned here.

    Source:
        RFC 5280, 6.1. Whether a certificate was revoked is not asked: there is no network here.
    """
    current = certificate
    for _ in range(_LONGEST):
        if current in trusted:
            return "known"
        if not _can_check(current):
            return "unchecked"
        able = [one for one in (*trusted, *others) if _may_issue(one, at)]
        issuer = next((one for one in able if _is_issued_by(current, one)), None)
        if issuer is None or issuer == current:
            return "unknown"
        current = issuer
    return "unknown"


def _read_file(data: bytes) -> list[x509.Certificate]:
    try:
        if b"-----BEGIN" in data:
            return x509.load_pem_x509_certificates(data)
        return [x509.load_der_x509_certificate(data)]
    except ValueError:
        return []


def _can_check(certificate: x509.Certificate) -> bool:
    try:
        return certificate.signature_hash_algorithm is not None or (
            certificate.signature_algorithm_oid
            in {x509.SignatureAlgorithmOID.ED25519, x509.SignatureAlgorithmOID.ED448}
        )
    except UnsupportedAlgorithm:
        return False


def _may_issue(certificate: x509.Certificate, at: dt.datetime) -> bool:
    if not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
        return False
    try:
        found = certificate.extensions.get_extension_for_class(x509.BasicConstraints)
    except (x509.ExtensionNotFound, x509.DuplicateExtension, ValueError):
        return False
    return found.value.ca


def _is_issued_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (InvalidSignature, UnsupportedAlgorithm, TypeError, ValueError):
        return False
    return True
