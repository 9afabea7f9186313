"""A `Worker` for recognising processes that does what the page's width tells it to."""

import os
import time

from library.pages.contents import PageReading, Word

READS, FAILS, DIES, HANGS = 1, 2, 3, 4


class Worker:
    def read(self, pixels):
        match pixels.width:
            case 2:
                raise ValueError("no such page")
            case 3:
                os._exit(1)
            case 4:
                time.sleep(600)
        return PageReading((Word(f"process {os.getpid()}", 0.0, 0.0, 1.0, 1.0, 0),))
