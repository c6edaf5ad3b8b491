"""Behind nginx, as docs/nginx.conf has it: TLS, a path of its own, websockets, the cookie."""

import datetime as dt
import shutil
import ssl
import subprocess
import time
import urllib.error
import urllib.request

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kasipkor_core import house
from kasipkor_core.store import Identity, make_invite, open_store
from tests.browser import world
from tests.browser.conftest import find_port, serve, settle, stop

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin")
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(NGINX is None, reason="Debian's package nginx is not installed"),
]
_ICON = "    location = /favicon.ico { return 204; }\n"  # the rest of the site has one
_MAIN = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


def write_certificate(folder):
    """Write a certificate of our own for localhost, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "site.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "site.key").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


def write_site(folder, *, port, to):
    """Write docs/nginx.conf with the names, ports and files of this test."""
    text = (house.ROOT / "docs" / "nginx.conf").read_text(encoding="utf-8")
    for said, ours in (
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        ("results.example.kz;", "localhost;"),
        ("/etc/ssl/certs/results.example.kz.pem", f"{folder}/site.pem"),
        ("/etc/ssl/private/results.example.kz.key", f"{folder}/site.key"),
        ("127.0.0.1:8501", f"127.0.0.1:{to}"),
        ("    location = /results {", f"{_ICON}    location = /results {{"),
    ):
        assert text.count(said) == 1, said
        text = text.replace(said, ours)
    (folder / "site.conf").write_text(text, encoding="utf-8")
    (folder / "nginx.conf").write_text(_MAIN.format(folder=folder), encoding="utf-8")


@pytest.fixture(scope="module")
def proxied(ledger, tmp_path_factory):
    """The address of the proxy, and the secret of an administrator's link."""
    folder = tmp_path_factory.mktemp("nginx")
    database = shutil.copy(ledger[0], folder)
    store = open_store(database)
    secret = make_invite(store, Identity("asel", "administrator"), by="test")
    store.close()
    port = find_port()
    written = folder / "site.log"
    with written.open("wb") as log, pytest.MonkeyPatch.context() as patch:
        patch.setenv("KASIPKOR_LOG", "json")
        process, to = serve(database, log)
        write_certificate(folder)
        write_site(folder, port=port, to=to)
        proxy = subprocess.Popen([NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")])
        try:
            wait(f"https://localhost:{port}/results/healthz")
            yield f"https://localhost:{port}/results", secret, written
        finally:
            stop(proxy)
            stop(process)


def look(address):
    """Return status, headers and body; an answer that refuses is an answer."""
    context = ssl._create_unverified_context()  # noqa: S323, SLF001  a certificate of our own
    try:
        with urllib.request.urlopen(address, timeout=30, context=context) as answer:  # noqa: S310
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def wait(address):
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            look(address)
        except urllib.error.URLError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("nginx did not start")


def test_a_live_board_and_a_deep_link_work_under_the_path_over_tls(proxied, window):
    address, _, _ = proxied
    page = window(ignore_https_errors=True)
    page.goto(f"{address}/live?contest={world.PUBLISHED}&lang=en")
    settle(page)

    assert page.locator("[data-testid=board]").count() == 1
    assert page.url.startswith(f"{address}/live")


def test_a_link_signs_in_under_the_path_and_the_cookie_is_secure(proxied, window):
    address, secret, _ = proxied
    page = window(ignore_https_errors=True)
    page.goto(f"{address}/sign-in/{secret}?lang=en")
    page.get_by_role("button", name="Sign in").click()
    settle(page)
    (cookie,) = [one for one in page.context.cookies() if one["name"] == "kasipkor"]

    assert page.url.startswith(f"{address}/")
    assert (cookie["secure"], cookie["httpOnly"], cookie["sameSite"]) == (True, True, "Lax")


def test_answers_carry_hsts_metrics_are_not_for_the_proxy_and_the_log_tells_no_secret(proxied):
    address, secret, written = proxied
    status, headers, _ = look(f"{address}/api/v1/views")
    outside, _, _ = look(f"{address}/metrics")
    look(f"{address}/sign-in/{secret}")
    log = written.read_text(encoding="utf-8")

    assert (status, outside) == (200, 404)
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    assert '"path": "/sign-in"' in log
    assert secret not in log
