"""No test opens a network connection, nor does any process that one starts.

Python imports a module of this name when it starts; `tests/conftest.py` has the folder on the
path of all processes.  Sockets of the machine itself (AF_UNIX) are what processes talk by.
"""

import socket
import sys

_TRIED = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind")
_ASKED = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
_EXAMPLE = "192.0.2.1"  # of RFC 5737: the test of the reading processes tries it, from nowhere


def _forbid(event, arguments):
    if event in _ASKED:
        raise RuntimeError(f"A network address was asked for: {arguments[0]}.")
    if event in _TRIED and arguments[0].family in (socket.AF_INET, socket.AF_INET6):
        address = arguments[1]
        if not (isinstance(address, tuple) and address[0] == _EXAMPLE):
            raise RuntimeError(f"A network connection was tried: {address}.")


sys.addaudithook(_forbid)
