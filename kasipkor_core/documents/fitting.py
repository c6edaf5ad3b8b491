"""Whether a signature of a CMS file is of certain bytes: digest and key, reckoned by a library."""

from collections.abc import Mapping
from typing import Any, Literal

from asn1crypto import core
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed

Fit = Literal["fits", "differs", "unchecked"]
_HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}


def find_attribute(info: Any, name: str) -> Any:  # noqa: ANN401  untyped library
    """Return the value of a signed attribute; null when it is not there once with one value."""
    attributes = info["signed_attrs"]
    if isinstance(attributes, core.Void):
        return None
    values = [value for one in attributes if one["type"].native == name for value in one["values"]]
    return values[0].native if len(values) == 1 else None


def find_fit(
    info: Any,  # noqa: ANN401  untyped library
    certificate: x509.Certificate,
    digests: Mapping[str, bytes],
) -> Fit:
    """Say whether a signer signed the bytes of some digests with the key of the certificate.

    Source:
        RFC 5652, 5.4 (what is signed), 5.6 (the digest among the signed attributes).
    """
    name = info["digest_algorithm"]["algorithm"].native
    digest = digests.get(name)
    if digest is None or name not in _HASHES:
        return "unchecked"
    attributes = info["signed_attrs"]
    if isinstance(attributes, core.Void):
        return _verify(info, certificate, digest, Prehashed(_HASHES[name]), name)
    if find_attribute(info, "message_digest") != digest:
        return "differs"
    if find_attribute(info, "content_type") != "data":
        return "differs"
    return _verify(info, certificate, attributes.untag().dump(), _HASHES[name], name)


def _verify(
    info: Any,  # noqa: ANN401  untyped library
    certificate: x509.Certificate,
    said: bytes,
    hashed: hashes.HashAlgorithm | Prehashed,
    name: str,
) -> Fit:
    algorithm, signature = info["signature_algorithm"], info["signature"].native
    kind = algorithm["algorithm"].native
    try:
        key = certificate.public_key()
        if isinstance(key, rsa.RSAPublicKey) and kind in ("rsassa_pkcs1v15", f"{name}_rsa"):
            key.verify(signature, said, padding.PKCS1v15(), hashed)
        elif (
            isinstance(key, rsa.RSAPublicKey) and kind == "rsassa_pss" and _is_pss(algorithm, name)
        ):
            mask = padding.MGF1(_HASHES[name])
            key.verify(signature, said, padding.PSS(mask, padding.PSS.AUTO), hashed)
        elif isinstance(key, ec.EllipticCurvePublicKey) and kind == f"{name}_ecdsa":
            key.verify(signature, said, ec.ECDSA(hashed))
        elif isinstance(key, ed25519.Ed25519PublicKey) and kind == "ed25519":
            if isinstance(hashed, Prehashed):
                return "unchecked"
            key.verify(signature, said)
        else:
            return "unchecked"
    except InvalidSignature:
        return "differs"
    except UnsupportedAlgorithm:
        return "unchecked"
    return "fits"


def _is_pss(algorithm: Any, name: str) -> bool:  # noqa: ANN401  untyped library
    parameters = algorithm["parameters"]
    mask = parameters["mask_gen_algorithm"]["parameters"]["algorithm"].native
    return bool(parameters["hash_algorithm"]["algorithm"].native == name == mask)
