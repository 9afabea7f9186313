"""Pictures of pages, made for tests: folders, a TIFF of several pages, one turned by EXIF."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SCAN_MARGIN, SCAN_SIZE, SCAN_LEADING = 60, 14, 20  # points, in the picture and its hidden text
SCAN_SCALE = 100 / 72  # pixels to the point: a scan of 100 dpi
WORDS = "Page {number}. The quick brown fox jumps over the lazy dog."


def make_pictures(
    folder: Path,
    n: int = 3,
    with_text: bool = True,
    *,
    suffix: str = ".jpg",
    size: tuple[int, int] = (425, 550),
) -> Path:
    """Fill `folder` with "page 1.jpg" to "page n.jpg", and a text file with their words.

    The text has the page markers "-2-", "-3-", ... between its paragraphs.
    """
    folder.mkdir(parents=True, exist_ok=True)
    words = [WORDS.format(number=number) for number in range(1, n + 1)]
    for number, line in enumerate(words, start=1):
        typed_picture(line, size, scale=size[0] / 612).save(folder / f"page {number}{suffix}")
    if with_text:
        marked = words[:1] + [f"-{k}-\n\n{line}" for k, line in enumerate(words[1:], start=2)]
        (folder / "transcript.txt").write_text("\n\n".join(marked) + "\n", encoding="utf-8")
    return folder


def make_multipage_tiff(path: Path, n: int = 3) -> Path:
    """Write one TIFF file of `n` pages, at 100 dpi."""
    first, *rest = (typed_picture(WORDS.format(number=k + 1), (850, 1100)) for k in range(n))
    first.save(path, save_all=True, append_images=rest, dpi=(100, 100), compression="tiff_lzw")
    return path


def make_turned_picture(path: Path, orientation: int = 6) -> Path:
    """Write a JPEG of 400 × 300 pixels whose EXIF data say how to turn it upright."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    typed_picture("This side up", (400, 300), scale=1).save(path, exif=exif)
    return path


def typed_picture(words: str, size: tuple[int, int], scale: float = SCAN_SCALE) -> Image.Image:
    """The words typed on gray paper; `scale` is in pixels to the point."""
    picture = Image.new("L", size, 236)
    pen = ImageDraw.Draw(picture)
    font = ImageFont.load_default(size=SCAN_SIZE * scale)
    for k, line in enumerate(words.split("\n")):
        place = SCAN_MARGIN * scale, (SCAN_MARGIN + k * SCAN_LEADING) * scale
        pen.text(place, line, fill=40, font=font)
    return picture
