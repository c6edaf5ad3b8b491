"""A provider of identities on this computer: OpenID Connect with a key made at the start.

``python -m tests.oidc`` starts one by hand; docs/sign-in.md says how to try it.
"""

import base64
import hashlib
import json
import secrets
import socket
import sys
import threading
import time
from contextlib import contextmanager
from urllib.parse import urlencode

import uvicorn
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.routing import Route

CLIENT, SECRET = "kasipkor", "a secret of the tests"
ASEL = {"sub": "248289761001", "email": "Asel@example.kz", "email_verified": True}
_FORM = (
    '<link rel="icon" href="data:,"><title>Provider</title>'
    '<form method="post"><button>Continue as {email}</button></form>'
)


def pack(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Provider:
    """Signs in one person, whoever that is at the moment; remembers which codes it gave."""

    def __init__(self, port):
        self.address = f"http://localhost:{port}"
        self.person = dict(ASEL)
        self.left = 0  # how often somebody signed out here
        self._key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self._codes = {}

    def make_app(self):
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self.tell),
                Route("/keys", self.show_keys),
                Route("/authorize", self.ask, methods=["GET"]),
                Route("/authorize", self.agree, methods=["POST"]),
                Route("/token", self.give_token, methods=["POST"]),
                Route("/leave", self.leave),
            ]
        )

    def tell(self, _request):
        return JSONResponse(
            {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "jwks_uri": f"{self.address}/keys",
                "end_session_endpoint": f"{self.address}/leave",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
            }
        )

    def show_keys(self, _request):
        public = self._key.public_key().public_numbers()
        numbers = {"n": public.n.to_bytes(256, "big"), "e": public.e.to_bytes(3, "big")}
        key = {name: pack(number) for name, number in numbers.items()}
        return JSONResponse(
            {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "1"} | key]}
        )

    def ask(self, _request):
        return HTMLResponse(_FORM.format(**self.person))

    def agree(self, request):
        asked = request.query_params
        code = secrets.token_urlsafe(16)
        self._codes[code] = (asked["nonce"], asked["code_challenge"], dict(self.person))
        back = urlencode({"code": code, "state": asked["state"]})
        return RedirectResponse(f"{asked['redirect_uri']}?{back}", status_code=303)

    async def give_token(self, request):
        form = await request.form()
        basic = base64.b64decode(request.headers["authorization"].removeprefix("Basic "))
        nonce, challenge, person = self._codes.pop(form["code"])
        shown = pack(hashlib.sha256(form["code_verifier"].encode()).digest())
        if basic.decode().replace("+", " ") != f"{CLIENT}:{SECRET}" or shown != challenge:
            return JSONResponse({"error": "invalid_grant"}, status_code=400)
        now = int(time.time())
        claims = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 600, "nonce": nonce}
        return JSONResponse(
            {
                "access_token": secrets.token_urlsafe(16),
                "token_type": "Bearer",
                "expires_in": 600,
                "id_token": self.sign(claims | person),
            }
        )

    def leave(self, request):
        self.left += 1
        return RedirectResponse(request.query_params["post_logout_redirect_uri"])

    def sign(self, claims):
        head = {"alg": "RS256", "typ": "JWT", "kid": "1"}
        words = ".".join(pack(json.dumps(part).encode()) for part in (head, claims))
        return f"{words}.{pack(self._key.sign(words.encode(), padding.PKCS1v15(), SHA256()))}"


def write_secrets(provider, port, **other):
    """Return the secrets of a server on a port, as Streamlit documents them."""
    said = {
        "redirect_uri": f"http://localhost:{port}/oauth2callback",
        "cookie_secret": "a long secret that signs the cookies of tests",
        "client_id": CLIENT,
        "client_secret": SECRET,
        "server_metadata_url": f"{provider.address}/.well-known/openid-configuration",
    } | other
    return "[auth]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in said.items())


@contextmanager
def run_provider(port=0):
    """Serve a provider for as long as the block lasts."""
    door = socket.create_server(("127.0.0.1", port))
    provider = Provider(door.getsockname()[1])
    server = uvicorn.Server(uvicorn.Config(provider.make_app(), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
    thread.start()
    try:
        yield provider
    finally:
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    with run_provider(8600) as running:
        sys.stdout.write(write_secrets(running, 8501))
        sys.stdout.flush()
        threading.Event().wait()
