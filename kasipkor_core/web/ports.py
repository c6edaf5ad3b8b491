"""The port: where the server listens, and what it says when it cannot."""

import errno
import socket
import sys

from kasipkor_core.errors import Refused
from kasipkor_core.settings import HERE, LOOPBACK

# The port is taken although connections of the server before have not ended. On Windows the same
# option would let two servers have one port, and nobody could say which of them is asked.
if sys.platform == "win32":
    _OWN = socket.SO_EXCLUSIVEADDRUSE
else:
    _OWN = socket.SO_REUSEADDR
_NO_IPV6 = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)
_MANY = 65_536
_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104  what people say to listen on all addresses
_ELSEWHERE = ("192.0.2.1", 9)  # an address of nobody (RFC 5737)
_WAITING = 2048  # connections that may wait: a hall opens the board at once


def allow_many() -> None:
    """Let this process hold a hall's connections: most systems begin with 1,024 of all kinds.

    Windows has no such limit.
    """
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  Windows has none

        now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = _MANY if most == resource.RLIM_INFINITY else min(_MANY, most)
        if now != resource.RLIM_INFINITY and now < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def listen(host: str, port: int) -> list[socket.socket]:
    """Return the listening sockets; ``localhost`` can mean two addresses, so it has two.

    Raises:
        Refused: the port is taken, or the address is none of this computer.
    """
    opened: list[socket.socket] = []
    try:
        for address in LOOPBACK if host == HERE else (host,):
            same = opened[0].getsockname()[1] if opened else port  # 0 takes any that is free
            opened += _listen(address, same, may_lack=host == HERE and ":" in address)
    except (OSError, OverflowError) as error:
        for one in opened:
            one.close()
        raise Refused(
            "Port {port} of {host} cannot be used: {reason}. Choose another with --port, "
            "or stop the program that uses it.",
            port=port,
            host=host,
            reason=getattr(error, "strerror", None) or error,
        ) from error
    return opened


def name_address(host: str, port: int) -> str:
    """Return the address to tell people: of a server that listens everywhere the computer's own.

    Args:
        host: What it listens on.
        port: The port.
    """
    if host in _EVERYWHERE:
        host = _find_own() or HERE
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _find_own() -> str | None:
    """Return the address of this computer in its network; nothing is sent. Null: in none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(_ELSEWHERE)
        except OSError:
            return None
        return str(asking.getsockname()[0])


def _listen(address: str, port: int, *, may_lack: bool) -> list[socket.socket]:
    """Listen on one address; nothing when it is the loopback of a missing IPv6."""
    is_new = ":" in address
    opened = None
    try:
        opened = socket.socket(socket.AF_INET6 if is_new else socket.AF_INET)
        opened.setsockopt(socket.SOL_SOCKET, _OWN, 1)
        if is_new:
            opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, int(may_lack))
        opened.bind((address, port))
        opened.listen(_WAITING)
    except OSError as error:
        if opened:
            opened.close()
        if may_lack and error.errno in _NO_IPV6:
            return []
        raise
    opened.setblocking(False)  # noqa: FBT003  its only parameter
    return [opened]
