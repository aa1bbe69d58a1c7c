"""A connection to the app that a test can cut and mend, as a train in a tunnel does."""

import socket
import threading
from contextlib import suppress
from types import TracebackType


class Line:
    """Passes everything on to a port of this computer; `cut` drops all connections and refuses new ones."""

    def __init__(self, port: int) -> None:
        self._target = ("127.0.0.1", port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._ends: list[socket.socket] = []
        self._is_cut = False
        self.port: int = self._listener.getsockname()[1]

    def __enter__(self) -> "Line":
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.cut()
        self._listener.close()

    def cut(self) -> None:
        """Drop every connection and let no new one through."""
        self._is_cut = True
        for end in self._ends:
            _close(end)
        self._ends.clear()

    def mend(self) -> None:
        """Let new connections through again."""
        self._is_cut = False

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if self._is_cut:
                near.close()
                continue
            far = socket.create_connection(self._target)
            self._ends += [near, far]
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=_pass_on, args=(source, sink), daemon=True).start()


def _pass_on(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):  # the other side went away, or the line was cut
        while block := source.recv(65536):
            sink.sendall(block)
    _close(source)
    _close(sink)


def _close(end: socket.socket) -> None:
    with suppress(OSError):  # closed before
        end.shutdown(socket.SHUT_RDWR)
    end.close()
