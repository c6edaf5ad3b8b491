"""A signature made elsewhere is said to hold only as far as that can be reckoned here."""

import base64
import datetime as dt
import hashlib
import shutil
import subprocess

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given, settings
from hypothesis import strategies as st

from kasipkor_core.documents import find_standing
from kasipkor_core.documents.cms import list_signers, strip_armour
from kasipkor_core.documents.trusting import read_trusted
from kasipkor_core.errors import Refused
from tests.documents.elsewhere import (
    BIN,
    GOST,
    IIN,
    make_certificate,
    sign_file,
    sign_with_gost,
    trust,
)

NAME = "Ақылбекова Әсел"
FILE = b"%PDF-1.7 the paper"
DIGESTS = {name: hashlib.new(name, FILE).digest() for name in ("sha256", "sha384", "sha512")}
AUTHORITY = make_certificate("Куәландырушы орталық", is_authority=True)
SIGNER = make_certificate(NAME, AUTHORITY)


def read(data, *, trusted=(AUTHORITY[0],), digests=DIGESTS):
    now = dt.datetime.now(dt.UTC)
    return list_signers(strip_armour(data), digests, trusted=trusted, at=now)


def judge(data, **options):
    (one,) = read(data, **options)
    return one.fit, one.dates, one.trust, find_standing(one)


def make_rsa():
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def test_a_signature_of_the_exact_file_by_somebody_of_a_trusted_issuer_holds():
    (one,) = read(sign_file(FILE, SIGNER))

    assert judge(sign_file(FILE, SIGNER)) == ("fits", "inside", "known", "holds")
    assert (one.name, one.organisation) == (NAME, "Колледж «Үміт»")
    assert one.issuer == "Куәландырушы орталық"
    assert one.not_before < one.signed_at < one.not_after


def test_an_issuer_whom_nobody_here_trusts_is_called_unknown():
    assert judge(sign_file(FILE, SIGNER), trusted=()) == ("fits", "inside", "unknown", "unsure")


def test_somebody_who_vouches_for_himself_is_trusted_by_nobody():
    alone = make_certificate("Куәландырушы орталық", is_authority=True)

    assert judge(sign_file(FILE, alone))[2] == "unknown"


def test_numbers_of_persons_are_hidden_but_for_their_end():
    (one,) = read(sign_file(FILE, make_certificate(f"Ә {IIN}", AUTHORITY)))
    hidden = one.hide()

    assert (one.person_number, one.organisation_number) == (IIN, BIN)
    assert (hidden.person_number, hidden.organisation_number) == ("••••••••0123", "••••••••0456")
    assert hidden.name == "Ә ••••••••0123"


def test_a_signature_of_other_bytes_or_an_altered_one_does_not_fit():
    forged = sign_file(FILE, SIGNER)[:-6] + bytes(6)

    assert judge(sign_file(FILE + b" ", SIGNER))[::3] == ("differs", "broken")
    assert judge(forged)[::3] == ("differs", "broken")


@pytest.mark.parametrize(("days", "dates"), [((-9, -1), "expired"), ((1, 9), "early")])
def test_a_certificate_that_was_not_valid_at_the_signing_makes_the_signature_void(days, dates):
    signer = make_certificate(NAME, AUTHORITY, days=days)

    assert judge(sign_file(FILE, signer)) == ("fits", dates, "known", "broken")


def test_an_algorithm_that_cannot_be_reckoned_is_named_and_never_called_valid():
    data = sign_with_gost(FILE, SIGNER)

    assert judge(data) == ("unchecked", "inside", "known", "unsure")
    assert read(data)[0].algorithm == GOST


def test_a_digest_of_the_file_that_nobody_knows_any_more_is_not_checkable():
    data = sign_file(FILE, SIGNER, hashed=hashes.SHA512())

    assert judge(data, digests={"sha256": DIGESTS["sha256"]})[0] == "unchecked"


def test_a_signature_that_carries_the_file_is_refused():
    with pytest.raises(Refused, match="carries the signed file inside"):
        read(sign_file(FILE, SIGNER, options=()))


@pytest.mark.parametrize(
    "data",
    [b"", b"garbage", b"\x30\x80", b"0" * 900, "қолтаңба".encode(), b"%PDF-1.7 \xff", b"MIIB"],
    ids=range(7),
)
def test_what_is_no_signature_is_refused_in_a_sentence(data):
    with pytest.raises(Refused, match="no detached electronic signature"):
        read(data)


def test_ten_megabytes_are_refused_before_they_are_read():
    with pytest.raises(Refused, match="at most 1048576 bytes"):
        read(b"\x30" * 10_000_000)


def test_der_pem_and_base64_are_one_signature():
    der = sign_file(FILE, SIGNER)
    written = base64.b64encode(der)
    armoured = b"-----BEGIN CMS-----\r\n" + written + b"\r\n-----END CMS-----\r\n"
    forms = (der, written, b"\xef\xbb\xbf" + base64.encodebytes(der), armoured)

    assert {strip_armour(form) for form in forms} == {der}


@pytest.mark.long
@settings(max_examples=400, deadline=None)
@given(
    places=st.lists(st.integers(0, 900), min_size=1, max_size=4),
    byte=st.integers(0, 255),
    cut=st.none() | st.integers(1, 900),
)
@pytest.mark.filterwarnings("ignore:Parsed a serial number")
def test_whatever_is_altered_it_is_refused_or_judged_and_nothing_breaks(places, byte, cut):
    data = bytearray(sign_file(FILE, SIGNER))
    for place in places:
        data[place % len(data)] = byte
    try:
        found = read(bytes(data[:cut]))
    except Refused:
        return

    assert {one.fit for one in found} <= {"fits", "differs", "unchecked"}


@pytest.mark.long
@pytest.mark.parametrize("hashed", [hashes.SHA256(), hashes.SHA384(), hashes.SHA512()])
def test_three_digests_and_two_kinds_of_keys_can_be_reckoned(hashed):
    signers = (SIGNER, make_certificate("R", AUTHORITY, key=make_rsa()))

    assert {judge(sign_file(FILE, one, hashed=hashed))[0] for one in signers} == {"fits"}


@pytest.mark.long
@pytest.mark.parametrize("more", [(), ("-noattr",), ("-keyopt", "rsa_padding_mode:pss")])
def test_what_openssl_signs_fits(tmp_path, more):
    key = make_rsa()
    certificate, _ = make_certificate("R", AUTHORITY, key=key)
    (tmp_path / "paper.pdf").write_bytes(FILE)
    (tmp_path / "own.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    (tmp_path / "own.key").write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    subprocess.run(
        [shutil.which("openssl"), "cms", "-sign", "-binary", "-in", "paper.pdf", "-outform", "PEM",
         "-out", "paper.p7s", "-signer", "own.pem", "-inkey", "own.key", "-md", "sha256", *more],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip

    assert judge((tmp_path / "paper.p7s").read_bytes())[0] == "fits"


def test_an_issuer_between_counts_only_if_it_may_issue():
    between = make_certificate("Аралық", AUTHORITY, is_authority=True)
    fellow = make_certificate("Әріптес", AUTHORITY)

    def find(above):
        return judge(sign_file(FILE, make_certificate(NAME, above), others=[above[0]]))[2]

    assert (find(between), find(fellow)) == ("known", "unknown")


def test_certificates_are_read_from_a_folder_and_what_is_none_is_left_out(tmp_path):
    folder = trust(tmp_path / "trusted", AUTHORITY[0], SIGNER[0])
    (folder / "other.der").write_bytes(AUTHORITY[0].public_bytes(Encoding.DER))
    (folder / "broken.pem").write_text("-----BEGIN CERTIFICATE-----\n!\n")
    (folder / "notes.txt").write_text("no certificate")

    assert sorted(one == AUTHORITY[0] for one in read_trusted(folder)) == [False, True, True]
    assert read_trusted(tmp_path / "nothing") == read_trusted(None) == ()
