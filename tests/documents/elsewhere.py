"""Electronic signatures made elsewhere, as a signing program writes them; all persons invented."""

import datetime as dt

from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import NameOID

IIN, BIN = "010101300123", "020240000456"
DAY = dt.timedelta(days=1)
GOST = "1.2.398.3.10.1.3.3"  # a digest of the Kazakh standard, 512 bits
_DETACHED = (pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary)


def make_certificate(name, issuer=None, *, days=(-10, 10), is_authority=False, key=None):
    """Return a certificate and its key; without an issuer it vouches for itself.

    Args:
        name: Common name.
        issuer: Certificate and key of the issuer.
        days: First and last day of the certificate, counted from now.
        is_authority: It may issue others.
        key: A key of another kind than an elliptic one.
    """
    key = key or ec.generate_private_key(ec.SECP256R1())
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, name),
            x509.NameAttribute(NameOID.SERIAL_NUMBER, f"IIN{IIN}"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Колледж «Үміт»"),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, f"BIN{BIN}"),
        ]
    )
    above, above_key = issuer or (None, key)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(above.subject if above else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + days[0] * DAY)
        .not_valid_after(now + days[1] * DAY)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .sign(above_key, hashes.SHA256())
    )
    return made, key


def sign_file(data, signer, *, others=(), options=_DETACHED, hashed=None, form=Encoding.DER):
    """Return the signature of some bytes in one of the forms in which programs write it."""
    builder = (
        pkcs7.PKCS7SignatureBuilder().set_data(data).add_signer(*signer, hashed or hashes.SHA256())
    )
    for other in others:
        builder = builder.add_certificate(other)
    return builder.sign(form, list(options))


def sign_with_gost(data, signer):
    """Return a signature that names a digest nobody can reckon here, else well formed."""
    content = cms.ContentInfo.load(sign_file(data, signer))
    content["content"]["signer_infos"][0]["digest_algorithm"] = {"algorithm": GOST}
    return content.dump(force=True)


def trust(folder, *certificates):
    """Write certificates into a folder of trusted ones."""
    folder.mkdir(exist_ok=True)
    for number, one in enumerate(certificates):
        (folder / f"{number}.pem").write_bytes(one.public_bytes(Encoding.PEM))
    return folder
