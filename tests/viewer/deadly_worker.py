"""A reading process that dies at pages which a file in the library names.

"deadly" there holds the numbers of the file's pages, from 0; "deadly once" goes as it kills.
"""

import os
import signal

from library.pages import worker
from library.pages.requests import Draw


class Worker(worker.Worker):
    def perform(self, request, canvas):
        if isinstance(request, Draw):
            library = request.source.path.parents[2]
            for name in ("deadly", "deadly once"):
                file = library / name
                if file.exists() and str(request.page) in file.read_text().split():
                    if name == "deadly once":
                        file.unlink()
                    os.kill(os.getpid(), signal.SIGKILL)
        return super().perform(request, canvas)
