import pytest

from tests.viewer.scan.fakes import FakePages, make_document, make_reading
from viewer.scan.scan_panel import ScanPanel
from viewer.scan.scan_view import ScanView


@pytest.fixture
def pages():
    return FakePages()


@pytest.fixture
def reading():
    return make_reading()


@pytest.fixture
def show(qtbot, pages):
    """Show the scan of a reading, 640 × 700 px."""

    def show(reading):
        view = ScanView(reading, pages)
        qtbot.addWidget(view)
        view.resize(640, 700)
        view.show()
        view.setFocus()
        return view

    return show


@pytest.fixture
def view(show, reading, pages):
    view = show(reading)
    pages.answer_all()
    return view


@pytest.fixture
def panel(qtbot, pages):
    panel = ScanPanel(make_reading(make_document(300)), pages)
    qtbot.addWidget(panel)
    panel.resize(760, 700)
    panel.show()
    return panel
