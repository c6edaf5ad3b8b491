"""At which providers people sign in: what the secrets say, looked at once at the start."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from kasipkor_core.errors import Refused
from kasipkor_core.settings import is_here, read_settings

DEFAULT = "default"  # as Streamlit calls a provider without a section of its own
_SHARED = ("redirect_uri", "cookie_secret")
_OWN = ("client_id", "client_secret", "server_metadata_url")
_CALLBACK = "/oauth2callback"
_SHORTEST = 32  # letters of the secret that signs cookies


def read_providers() -> tuple[str, ...]:
    """Return the names of the providers; none when the secrets have no part about them.

    Raises:
        Refused: something is missing or unsafe; the message names the key, never its value.

    Source:
        docs/sign-in.md; the keys are those of ``st.login``.
    """
    said = read_settings().secrets
    is_read = st.secrets.load_if_toml_exists()
    if said and not is_read:
        raise Refused("The secrets in {path} cannot be read as TOML.", path=said)
    if not is_read or "auth" not in st.secrets:
        return ()
    auth: Mapping[str, Any] = st.secrets["auth"]
    named = {name: value for name, value in auth.items() if isinstance(value, Mapping)}
    own = {name: value for name, value in named.items() if name != "client_kwargs"}
    if not own or "client_id" in auth:
        own = {DEFAULT: auth, **own}
    _refuse_missing("auth", auth, _SHARED)
    _refuse_unsafe("redirect_uri", auth["redirect_uri"])
    if urlsplit(auth["redirect_uri"]).path.rpartition("/")[2] != _CALLBACK.strip("/"):
        raise Refused("redirect_uri of the secrets ends in {path}.", path=_CALLBACK)
    if len(auth["cookie_secret"]) < _SHORTEST:
        raise Refused("cookie_secret of the secrets needs {n} letters or more.", n=_SHORTEST)
    for name, provider in own.items():
        _refuse_missing(name, provider, _OWN)
        _refuse_unsafe("server_metadata_url", provider["server_metadata_url"])
    return tuple(own)


def _refuse_missing(name: str, section: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    missing = [key for key in keys if not section.get(key)]
    if missing:
        raise Refused(
            "The secrets say nothing about {keys} of {section}.",
            keys=", ".join(missing),
            section=name,
        )


def _refuse_unsafe(key: str, address: str) -> None:
    """Refuse an address that others on the way could read: http is for this computer alone."""
    split = urlsplit(address)
    if split.scheme == "https" or (split.scheme == "http" and is_here(split.hostname or "")):
        return
    raise Refused(
        "{key} of the secrets begins with https; http is for this computer alone.", key=key
    )
