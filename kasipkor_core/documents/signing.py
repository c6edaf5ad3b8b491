"""What a paper says in one line, signed with Ed25519, so that it can be checked without us."""

import base64
import hashlib
import secrets
from dataclasses import dataclass
from urllib.parse import quote, unquote

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kasipkor_core.errors import Refused

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: none is taken for another
_NUMBER_LENGTH = 12  # 60 bits: nobody finds a document by trying
_HEAD_LENGTH, _DIGEST_BYTES, _SALT_BYTES = 16, 16, 8
_FORM, _CODE = "1", "t="
_IGNORED = ("lang=", "utm_", "fbclid=", "gclid=", "yclid=")
_ADDRESS = "https://kasipkor.kz"  # of the site, when the settings name none


@dataclass(frozen=True)
class Statement:
    """What the signature covers.

    Attributes:
        number: Number of the document.
        kind: Kind of document.
        contest: Contest id.
        entry: Entry id; empty for the whole contest.
        award: Award code; empty for none.
        batch_no: The facts are those of this batch.
        head: First sixteen digits of that batch's hash.
        salt: Random, so that nobody guesses a name from its digest.
        name_digest: Half a SHA-256 of salt and name, base64url.
    """

    number: str
    kind: str
    contest: str
    entry: str
    award: str
    batch_no: int
    head: str
    salt: str
    name_digest: str


def draw_number() -> str:
    """Return a number for a document: twelve letters and figures, drawn at random."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_NUMBER_LENGTH))


def spread_number(number: str) -> str:
    """Write a number in groups of four, as it is printed."""
    return "-".join(number[start : start + 4] for start in range(0, len(number), 4))


def read_number(text: str) -> str:
    """Return a number as it is kept: without hyphens and blanks, look-alikes put right."""
    plain = "".join(sign for sign in text.upper() if sign.isalnum())
    return plain.translate(str.maketrans("OIL", "011"))


def draw_salt() -> str:
    """Return a fresh salt."""
    return _pack(secrets.token_bytes(_SALT_BYTES))


def digest_name(salt: str, name: str | None) -> str:
    """Return the digest by which a printed name is compared without being written out."""
    return _pack(hashlib.sha256(f"{salt}{name or ''}".encode()).digest()[:_DIGEST_BYTES])


def shorten_head(sha256: str) -> str:
    """Return as much of a batch's hash as a code can carry."""
    return sha256[:_HEAD_LENGTH]


def draw_key() -> bytes:
    """Return a fresh private key, 32 bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def find_public(secret: bytes) -> str:
    """Return the public half of a key, hexadecimal."""
    return Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw().hex()


def sign(statement: Statement, secret: bytes) -> str:
    """Return the signature of a statement, base64url."""
    return _pack(Ed25519PrivateKey.from_private_bytes(secret).sign(_payload(statement).encode()))


def holds(statement: Statement, signature: str, public_key: str) -> bool:
    """Say whether a signature is of this statement and this key."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(_unpack(signature), _payload(statement).encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def write_link(statement: Statement, signature: str, *, address: str) -> str:
    """Return what the QR code says: the address of the check, the statement and its signature.

    Args:
        statement: What is signed.
        signature: Its signature.
        address: The site, without a last slash; empty for the one of the project.
    """
    code = write_code(statement, signature)
    return f"{find_site(address)}/check/{statement.number}?{code}"


def find_site(address: str) -> str:
    """Return where the QR codes of papers lead: the site of the settings, else the project's."""
    return address or _ADDRESS


def write_code(statement: Statement, signature: str) -> str:
    """Return what stands after the question mark: the statement and its signature."""
    rest = _payload(statement).split("~", 2)[2]
    return f"{_CODE}{_FORM}~{rest}~{signature}"


def split_link(text: str) -> tuple[str, str | None]:
    """Return number and code of an address, typed number or QR code; the code null: none.

    Everything after the question mark is the code, whatever it is called, save the language and
    what messengers and mailings add to any address.
    """
    path, _, query = text.strip().partition("?")
    said = [part for part in query.split("&") if part and not part.startswith(_IGNORED)]
    return read_number(path.rstrip("/").rpartition("/")[2]), "&".join(said) or None


def read_link(text: str) -> tuple[Statement, str]:
    """Return statement and signature from what a QR code says.

    Raises:
        Refused: the text is no code of ours, to the letter.
    """
    number, code = split_link(text)
    try:
        form, *fields, signature = (code or "").removeprefix(_CODE).split("~")
        kind, contest, entry, award, batch_no, head, salt, digest = map(unquote, fields)
        statement = Statement(
            number, kind, contest, entry, award, int(batch_no), head, salt, digest
        )
        is_ours = form == _FORM and code == write_code(statement, _pack(_unpack(signature)))
    except ValueError as error:
        raise _no_code() from error
    if not is_ours:  # written otherwise it may read the same, and is not what stands on the paper
        raise _no_code()
    return statement, signature


def _no_code() -> Refused:
    return Refused("This is not the code of a document of Kasipkor. Read the QR code again.")


def _payload(statement: Statement) -> str:
    return "~".join([_FORM, *(_escape(str(value)) for value in vars(statement).values())])


def _escape(value: str) -> str:
    return quote(value, safe="").replace("~", "%7E")  # quote leaves it, and here it parts


def _pack(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _unpack(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
