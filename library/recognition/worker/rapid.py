"""The engine, with the settings that were measured to be right for typescripts.

Detection on a picture of at most 1280 pixels, one line at a time, one thread and no
classifier of upside-down lines: a quarter of the time that its own settings take, and as
exact.  Doubtful places are taken for lines sooner than it would: else faint ones are lost.
"""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np
from rapidocr import RapidOCR
from rapidocr.main import RapidOCRError

from library.recognition.worker.lines import Image, Quad, Reading
from library.recognition.worker.sights import sights_of

_SETTINGS: Mapping[str, object] = {
    "Global.log_level": "critical",
    "Global.use_cls": False,
    "Det.limit_type": "max",
    "Det.limit_side_len": 1280,
    "Det.box_thresh": 0.4,
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


class Engine:
    def __init__(self) -> None:
        cv2.setNumThreads(1)
        self._engine = RapidOCR(params=dict(_SETTINGS))
        # Its own way to read a line keeps to itself what else the line may say.
        self._reader = self._engine._load_rec_model()

    def lines(self, image: Image) -> list[tuple[Quad, Image]]:
        """Where lines stand, from the top, and the picture of each, turned to run across."""
        try:
            crops, found = self._engine.detect_and_crop(image, {})
        except RapidOCRError:  # there are none
            return []
        return list(zip(found.boxes, crops, strict=True))

    def read(self, crop: Image) -> Reading:
        """Read the picture of a line."""
        _, height, width = self._reader.rec_image_shape
        ratio = crop.shape[1] / crop.shape[0]
        widest = max(ratio, width / height)  # what is narrower gets a margin on its right
        picture = self._reader.resize_norm_img(crop, widest)
        chances = self._reader.session(picture[np.newaxis])
        decode = self._reader.postprocess_op
        read, infos = decode(
            chances, return_word_box=True, wh_ratio_list=[ratio], max_wh_ratio=widest
        )
        ((text, _),), (info,) = read, infos
        sights = sights_of(chances[0], decode.character)
        columns = float(chances.shape[1] * ratio / widest)
        if not text.strip():
            return Reading(columns, (), sights)
        # The engine's certainties count blanks, its words do not.
        sure = iter([sure for c, sure in zip(text, info.confs, strict=True) if not c.isspace()])
        words = tuple(
            ("".join(letters), tuple(places), tuple(next(sure) for _ in letters))
            for letters, places in zip(info.words, info.word_cols, strict=True)
        )
        return Reading(columns, words, sights)
