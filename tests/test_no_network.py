"""The guard that keeps every test from the network holds, here and in processes of its own."""

import socket
import subprocess
import sys

import pytest

TRY = "import socket; socket.create_connection(('127.0.0.1', 9))"


def test_a_connection_is_refused_here():
    with socket.socket() as tried, pytest.raises(RuntimeError, match="network"):
        tried.connect(("127.0.0.1", 9))
    with pytest.raises(RuntimeError, match="network"):
        socket.getaddrinfo("archive.example", 80)


def test_a_connection_is_refused_in_a_process_that_a_test_starts():
    done = subprocess.run([sys.executable, "-c", TRY], capture_output=True, text=True, check=False)
    assert "network" in done.stderr
    assert done.returncode == 1


def test_sockets_of_the_machine_itself_are_free():
    one, other = socket.socketpair(socket.AF_UNIX)
    with one, other:
        one.sendall(b"word")
        assert other.recv(4) == b"word"
