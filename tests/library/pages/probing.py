"""A worker that tries what the name of the requested file says, and tells how it went."""

import errno
import os
import resource
import socket
from pathlib import Path


class Worker:
    def __init__(self, _ask_for_time):
        pass

    def perform(self, request, _canvas):
        return str(getattr(self, request.source.name)()).encode()

    def limits(self):
        core = resource.getrlimit(resource.RLIMIT_CORE)[0]
        return f"{core} {resource.getrlimit(resource.RLIMIT_FSIZE)[0]}"

    def processes(self):
        return resource.getrlimit(resource.RLIMIT_NPROC)[1]

    def fork(self):
        try:
            child = os.fork()
        except OSError as error:
            return errno.errorcode[error.errno]
        if child == 0:
            os._exit(0)
        os.waitpid(child, 0)
        return "forked"

    def privileges(self):
        status = Path("/proc/self/status").read_text()
        return next(line.split()[1] for line in status.splitlines() if "NoNewPrivs" in line)

    def left(self):
        """Whether the network is another than that of the process that started this one."""
        return (
            Path("/proc/self/ns/net").readlink() != Path(f"/proc/{os.getppid()}/ns/net").readlink()
        )

    def connect(self):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as tried:
            try:
                tried.connect(("192.0.2.1", 9))  # an address of examples; nothing is sent
            except OSError as error:
                return errno.errorcode[error.errno]
        return "connected"

    def interfaces(self):
        return " ".join(name for _, name in socket.if_nameindex())
