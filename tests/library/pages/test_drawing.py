"""Pages look the same whichever way they are drawn, whole or in part."""

import io

import pymupdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageStat

from library.pages.requests import Draw, FileSource, Picture
from library.pages.worker.drawing import _drawn_by_mupdf
from library.pages.worker.scans import full_page_jpeg
from tests.pictures import typed_picture

INK = (40, 30, 160)


def photograph(mode="RGB", size=(600, 800)):
    """A picture in which every corner looks different."""
    picture = Image.new("RGB", size, (240, 236, 220))
    pen = ImageDraw.Draw(picture)
    width, height = size
    pen.rectangle((0, 0, width // 3, height // 4), fill=INK)
    pen.rectangle((width // 2, 0, width, height // 6), fill=(30, 140, 60))
    pen.ellipse((width // 2, height // 2, width - 20, height - 40), fill=(200, 60, 40))
    return picture.filter(ImageFilter.GaussianBlur(3)).convert(mode)


def jpeg(picture):
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=90)
    return out.getvalue()


def scan_page(pdf, mode="RGB", *, turned=0, size=(300, 400)):
    page = pdf.new_page(width=size[0], height=size[1])
    page.insert_image(
        page.rect, stream=jpeg(photograph(mode)), rotate=turned, keep_proportion=False
    )
    return page


@pytest.fixture
def pdf():
    with pymupdf.open() as pdf:
        yield pdf


@pytest.fixture
def drawn(worker, canvas):
    """Draws a page as an image."""

    def draw(path, page, size, clip=None):
        request = Draw(FileSource(path), page, *size, clip)
        worker.perform(request, canvas)
        width, height = request.size
        data = bytes(canvas[: width * height * 4])
        return Image.frombytes("RGB", (width, height), data, "raw", "BGRX")

    return draw


def by_mupdf(page, size):
    pixels = _drawn_by_mupdf(page, size, None)
    return Image.frombytes("RGB", size, pixels.samples, "raw", "BGR")


def difference(one, other):
    """The mean difference of two images, 0 to 255."""
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_scan_decoded_directly_looks_as_mupdf_draws_it(
    pdf, drawn, tmp_path, mode, turned, rotation
):
    page = scan_page(pdf, mode, turned=turned)
    page.set_rotation(rotation)
    pdf.save(tmp_path / "scan.pdf")
    assert full_page_jpeg(page) is not None
    size = (300, 225) if rotation % 180 else (225, 300)
    assert difference(drawn(tmp_path / "scan.pdf", 0, size), by_mupdf(page, size)) < 1.5


def test_a_scan_that_reaches_over_the_pages_edge_is_cut_there(pdf, drawn, tmp_path):
    page = scan_page(pdf)
    page.set_cropbox(pymupdf.Rect(40, 60, 280, 380))
    pdf.save(tmp_path / "scan.pdf")
    assert full_page_jpeg(page) is not None
    size = (240, 320)
    assert difference(drawn(tmp_path / "scan.pdf", 0, size), by_mupdf(page, size)) < 1.5


def test_hidden_text_and_what_lies_under_the_scan_do_not_count(pdf):
    page = pdf.new_page(width=300, height=400)
    page.draw_rect(page.rect, fill=(1, 1, 1))
    page.insert_image(page.rect, stream=jpeg(photograph()), keep_proportion=False)
    page.insert_text((50, 50), "recognised", render_mode=3)
    assert full_page_jpeg(page) is not None


def draw_text(page):
    page.insert_text((50, 50), "Received 3 March")


def draw_line(page):
    page.draw_line((0, 0), (100, 100))


def draw_stamp(page):
    page.insert_image(pymupdf.Rect(10, 10, 60, 60), stream=jpeg(photograph(size=(150, 200))))


def draw_note(page):
    page.add_highlight_annot(pymupdf.Rect(10, 10, 60, 60))


@pytest.mark.parametrize("add", [draw_text, draw_line, draw_stamp, draw_note])
def test_a_scan_with_anything_over_it_is_left_to_mupdf(pdf, add):
    page = scan_page(pdf)
    add(page)
    assert full_page_jpeg(pdf.reload_page(page)) is None


def test_a_picture_that_leaves_a_margin_is_left_to_mupdf(pdf):
    page = pdf.new_page(width=300, height=400)
    page.insert_image(pymupdf.Rect(20, 20, 280, 380), stream=jpeg(photograph()))
    assert full_page_jpeg(page) is None


def test_a_picture_that_is_no_jpeg_is_left_to_mupdf(pdf):
    page = pdf.new_page(width=300, height=400)
    page.insert_image(page.rect, pixmap=pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 30, 40), 0))
    assert full_page_jpeg(page) is None


def test_a_jpeg_in_printing_inks_is_left_to_mupdf(pdf):
    assert full_page_jpeg(scan_page(pdf, "CMYK")) is None


@pytest.mark.parametrize("mode", ["RGB", "L", None])
def test_no_pixel_can_be_seen_through(pdf, worker, canvas, tmp_path, mode):
    if mode is None:
        pdf.new_page(width=300, height=400).insert_text((50, 50), "Dear Madam")
    else:
        scan_page(pdf, mode)
    pdf.save(tmp_path / "p.pdf")
    canvas[: 60 * 80 * 4] = bytes(60 * 80 * 4)
    worker.perform(Draw(FileSource(tmp_path / "p.pdf"), 0, 60, 80), canvas)
    assert set(canvas[3 : 60 * 80 * 4 : 4]) == {255}


def test_a_type_set_page_is_drawn_black_on_white(pdf, drawn, tmp_path):
    page = pdf.new_page(width=300, height=400)
    page.draw_rect(pymupdf.Rect(0, 0, 150, 200), fill=(1, 0, 0), color=None)
    pdf.save(tmp_path / "text.pdf")
    image = drawn(tmp_path / "text.pdf", 0, (30, 40))
    assert image.getpixel((3, 3)) == (255, 0, 0)
    assert image.getpixel((25, 35)) == (255, 255, 255)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A page in type, a scan in a PDF, and pictures, each 300 × 400 points."""
    folder = tmp_path_factory.mktemp("files")
    with pymupdf.open() as pdf:
        for k in range(12):
            page = pdf[0] if k else pdf.new_page(width=300, height=400)
            page.insert_text((20, 30 * (k + 1)), "The engineer said that the bridge would bear it.")
        pdf.save(folder / "text.pdf")
    with pymupdf.open() as pdf:
        scan_page(pdf)
        pdf.save(folder / "scan.pdf")
    photograph().save(folder / "scan.jpg", dpi=(144, 144))
    photograph().save(folder / "scan.png", dpi=(144, 144))
    return folder


@pytest.mark.parametrize("name", ["text.pdf", "scan.pdf", "scan.jpg", "scan.png"])
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_part_of_a_page_is_that_part_of_the_whole(drawn, files, name, data):
    size = data.draw(st.sampled_from([(300, 400), (450, 600), (900, 1200)]))
    left = data.draw(st.integers(-20, size[0] - 30))
    top = data.draw(st.integers(-20, size[1] - 30))
    clip = (
        left,
        top,
        left + data.draw(st.integers(21, 300)),
        top + data.draw(st.integers(21, 300)),
    )
    sheet = Image.new("RGB", (size[0] + 400, size[1] + 400), "white")
    sheet.paste(drawn(files / name, 0, size), (50, 50))
    expected = sheet.crop(tuple(edge + 50 for edge in clip))
    assert difference(drawn(files / name, 0, size, clip), expected) < 1.0


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp"])
def test_a_turned_picture_is_drawn_upright(drawn, tmp_path, orientation, suffix):
    upright = photograph()
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = upright.transpose(back[orientation]) if orientation > 1 else upright
    exif = Image.Exif()
    exif[274] = orientation
    stored.save(tmp_path / f"photo.{suffix}", exif=exif)
    small = upright.resize((300, 400), Image.Resampling.BILINEAR)
    whole = drawn(tmp_path / f"photo.{suffix}", 0, (300, 400))
    assert difference(whole, small) < 2.5
    clip = (20, 10, 220, 160)
    part = drawn(tmp_path / f"photo.{suffix}", 0, (300, 400), clip)
    assert difference(part, small.crop(clip)) < 2.5


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("suffix", ["png", "tif"])
def test_pictures_of_every_depth_are_drawn(drawn, tmp_path, mode, suffix):
    picture = Image.new("L", (40, 60), 255)
    picture.paste(0, (0, 0, 20, 60))
    if mode == "I;16":
        picture = picture.convert("I").point(lambda value: value * 257).convert("I;16")
    else:
        picture = picture.convert(mode)
    picture.save(tmp_path / f"scan.{suffix}")
    image = drawn(tmp_path / f"scan.{suffix}", 0, (40, 60))
    assert image.getpixel((5, 30)) == (0, 0, 0)
    assert image.getpixel((35, 30)) == (255, 255, 255)


def test_what_is_transparent_is_paper(drawn, tmp_path):
    Image.new("RGBA", (40, 60), (0, 0, 0, 0)).save(tmp_path / "seal.png")
    assert drawn(tmp_path / "seal.png", 0, (4, 6)).getpixel((2, 2)) == (255, 255, 255)


def test_a_jpeg_2000_is_drawn_from_fewer_of_its_levels(drawn, tmp_path):
    photograph(size=(1200, 1600)).save(tmp_path / "scan.jp2")
    expected = photograph(size=(1200, 1600)).resize((150, 200), Image.Resampling.BOX)
    assert difference(drawn(tmp_path / "scan.jp2", 0, (150, 200)), expected) < 3


def test_each_page_of_a_tiff_is_drawn(drawn, tmp_path):
    pages = [Image.new("L", (20, 30), shade) for shade in (10, 120, 240)]
    pages[0].save(tmp_path / "scans.tif", save_all=True, append_images=pages[1:])
    shades = [
        drawn(tmp_path / "scans.tif", page, (20, 30)).getpixel((9, 9))[0] for page in (2, 0, 1)
    ]
    assert shades == [240, 10, 120]


def test_the_part_of_a_picture_that_did_arrive_is_drawn(drawn, tmp_path):
    content = jpeg(typed_picture("Dear Madam", (600, 800)))
    (tmp_path / "scan.jpg").write_bytes(content[: len(content) // 2])
    assert drawn(tmp_path / "scan.jpg", 0, (60, 80)).getpixel((30, 2)) == pytest.approx(
        (236, 236, 236), abs=3
    )


@pytest.mark.parametrize("name", ["text.pdf", "scan.pdf", "scan.jpg"])
def test_a_picture_of_a_page_is_a_jpeg_that_fits(worker, canvas, files, name):
    content = worker.perform(Picture(FileSource(files / name), 0, 200, 200), canvas)
    image = Image.open(io.BytesIO(content))
    assert (image.format, image.size) == ("JPEG", (150, 200))


def test_a_picture_that_was_replaced_is_not_drawn_as_it_was(drawn, tmp_path):
    path, clip = tmp_path / "scan.png", (0, 0, 10, 10)
    for shade in (10, 240, 120):
        path.unlink(missing_ok=True)
        Image.new("L", (200, 300), shade).save(path)
        assert drawn(path, 0, (20, 30), clip).getpixel((5, 5))[0] == shade
