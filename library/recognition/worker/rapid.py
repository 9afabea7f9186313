"""The engine, with the settings that were measured to be right for typescripts.

Detection on a picture of at most 1280 pixels, one line at a time, one thread and no
classifier of upside-down lines: a quarter of the time that its own settings take, and as
exact.
"""

from __future__ import annotations

from collections.abc import Mapping

import cv2
from rapidocr import RapidOCR
from rapidocr.main import RapidOCRError

from library.recognition.worker.lines import Image, Quad, Reading

_SETTINGS: Mapping[str, object] = {
    "Global.log_level": "critical",
    "Global.use_cls": False,
    "Global.return_word_box": True,
    "Det.limit_type": "max",
    "Det.limit_side_len": 1280,
    "Rec.rec_batch_num": 1,
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


class Engine:
    def __init__(self) -> None:
        cv2.setNumThreads(1)
        self._engine = RapidOCR(params=dict(_SETTINGS))

    def lines(self, image: Image) -> list[tuple[Quad, Image]]:
        """Where lines stand, from the top, and the picture of each, turned to run across."""
        try:
            crops, found = self._engine.detect_and_crop(image, {})
        except RapidOCRError:  # there are none
            return []
        return list(zip(found.boxes, crops, strict=True))

    def read(self, crop: Image) -> Reading:
        """Read the picture of a line."""
        try:
            found = self._engine.recognize_txt([crop])
        except RapidOCRError:
            return Reading(1.0, ())
        ((text,), (info,)) = found.txts, found.word_results
        if not text.strip():
            return Reading(1.0, ())
        # The engine's certainties count blanks, its words do not.
        sure = iter([sure for c, sure in zip(text, info.confs, strict=True) if not c.isspace()])
        words = tuple(
            ("".join(letters), tuple(columns), tuple(next(sure) for _ in letters))
            for letters, columns in zip(info.words, info.word_cols, strict=True)
        )
        return Reading(float(info.line_txt_len), words)
