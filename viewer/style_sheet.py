"""The style sheet: hairlines, quiet chrome, one accent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources import icon_file

if TYPE_CHECKING:
    from viewer.theme import Tokens


def style_sheet(t: Tokens) -> str:
    """Qt's style sheet for one scheme.  Widgets are told apart by class and object name."""
    check = icon_file("check-light" if t.on_accent == "#ffffff" else "check-dark").as_posix()
    chevron = icon_file("chevron-down-soft").as_posix()
    return _BASE.format(t=t, check=check, chevron=chevron)


_BASE = """
* {{ font-size: 13px; }}
QMainWindow, QDialog {{ background: {t.chrome}; }}
QToolTip {{ background: {t.paper}; color: {t.ink}; border: 1px solid {t.line}; padding: 4px 6px; }}

QLabel#fieldLabel, QLabel#soft {{ color: {t.soft}; font-size: 11px; }}
QStatusBar QLabel#joinedDot {{ color: #5fb236; font-size: 9px; padding: 0 0 0 8px; }}
QLabel#softText {{ color: {t.soft}; }}
QLabel#title {{ font-family: "Gentium Plus"; font-size: 17px; font-weight: 600; }}
QLabel#reason {{ background: {t.chrome}; color: {t.soft}; border-top: 1px solid {t.line};
    padding: 6px 16px; }}
QFrame#walkBar {{ background: {t.wash}; border-bottom: 1px solid {t.line}; }}
QListWidget#completions {{ background: {t.paper}; border: 1px solid {t.line}; border-radius: 7px;
    padding: 4px; }}
QListWidget#completions::item {{ padding: 3px 8px; border-radius: 4px; }}
QListWidget#completions::item:hover {{ background: {t.line}; }}
QFrame#legend {{ background: {t.chrome}; border-top: 1px solid {t.line}; }}
QLabel#emptyState {{ color: {t.soft}; font-size: 14px; }}

QFrame#hairline {{ background: {t.line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame#upright {{ background: {t.line}; margin: 0 8px; }}
QFrame#hairlineUpright {{ background: {t.line}; border: none; max-width: 1px; min-width: 1px; }}
QFrame#paper, QWidget#paper {{ background: {t.paper}; }}
QFrame#card {{ background: {t.paper}; border: 1px solid {t.line}; border-radius: 7px; }}
QFrame#popup {{ background: {t.paper}; border: 1px solid {t.line}; border-radius: 9px; }}

QMenuBar {{ background: {t.chrome}; border: none; padding: 0 6px; font-size: 13px; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 5px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.wash}; }}
QMenu {{ background: {t.paper}; border: 1px solid {t.line}; padding: 5px; }}
QMenu::item {{ padding: 5px 28px 5px 12px; border-radius: 5px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::icon:checked {{ background: {t.wash}; border-radius: 5px; }}
QMenu::item:selected {{ background: {t.wash}; color: {t.ink}; }}
QMenu::item:disabled {{ color: {t.soft}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 5px 8px; }}

QToolBar {{ background: {t.paper}; border: none; border-bottom: 1px solid {t.line};
    spacing: 4px; padding: 4px 12px; }}
QToolBar::separator {{ background: {t.line}; width: 1px; margin: 8px 8px; }}
QToolButton {{ border: none; border-radius: 7px; padding: 6px; min-width: 20px; min-height: 20px; }}
QToolButton:hover {{ background: {t.line}; }}
QToolButton:checked {{ background: {t.wash}; }}
QToolButton:focus {{ outline: none; border: 1px solid {t.accent}; padding: 5px; }}
QToolButton#close_tab_button, QToolButton#close_legend_button, QToolButton#smallButton {{
    padding: 1px;
    min-width: 16px; min-height: 16px; border-radius: 5px; margin: 0; }}
QToolButton::menu-indicator {{ image: none; }}

QLineEdit QToolButton {{ padding: 0; min-width: 0; min-height: 0; background: transparent; }}

QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton {{ background: {t.field}; border: 1px solid {t.line}; border-radius: 7px;
    padding: 6px 14px; min-height: 18px; }}
QPushButton:hover {{ border-color: {t.soft}; }}
QPushButton:default {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; }}
QPushButton:focus {{ border-color: {t.accent}; }}
QPushButton:disabled {{ color: {t.soft}; }}
QPushButton:default:disabled {{ background: {t.line}; border-color: {t.line}; }}
QPushButton#link {{ background: transparent; border: none; color: {t.accent}; padding: 2px 0;
    text-align: left; }}
QPushButton#chip {{ background: {t.wash}; border: none; border-radius: 11px; padding: 2px 9px;
    min-height: 18px; }}
QPushButton#chip:hover {{ background: {t.line}; }}
QPushButton#chip:focus {{ border: 1px solid {t.accent}; padding: 1px 8px; }}
QPushButton#link:hover, QPushButton#link:focus {{ text-decoration: underline; }}

QLineEdit, QPlainTextEdit, QTextEdit#field, QSpinBox, QDoubleSpinBox, QComboBox {{
    background: {t.field}; border: 1px solid {t.line}; border-radius: 7px; padding: 5px 8px;
    selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit#field:focus, QSpinBox:focus,
QDoubleSpinBox:focus, QComboBox:focus {{ border-color: {t.accent}; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url({chevron}); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ background: {t.paper}; border: 1px solid {t.line};
    selection-background-color: {t.wash}; selection-color: {t.ink}; }}

QCheckBox, QRadioButton {{ spacing: 8px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 14px; height: 14px;
    background: {t.field}; border: 1px solid {t.soft}; border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
    image: url({check}); }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {t.accent};
    border-radius: 8px; }}
QCheckBox:focus, QRadioButton:focus {{ color: {t.accent}; }}
QSlider::groove:horizontal {{ background: {t.line}; height: 4px; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {t.accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {t.paper}; border: 1px solid {t.soft};
    width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; }}
QSlider::handle:horizontal:focus, QSlider::handle:horizontal:hover {{ border-color: {t.accent}; }}

QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {t.soft}; padding: 9px 6px 8px 6px; margin: 0 8px;
    border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {t.ink}; font-weight: 600; border-bottom: 2px solid {t.accent}; }}
QTabBar::tab:hover {{ color: {t.ink}; }}
QTabBar::tab:focus {{ color: {t.accent}; }}
QTabBar#documents::tab {{ padding: 7px 12px; margin: 2px 0 0 0; min-width: 60px; min-height: 20px;
    max-width: 260px; border: 1px solid transparent; border-bottom: 1px solid {t.line};
    border-top-left-radius: 7px; border-top-right-radius: 7px; }}
QTabBar#documents::tab:selected {{ background: {t.paper}; border: 1px solid {t.line};
    border-bottom: 1px solid {t.paper}; }}
QTabWidget::pane {{ border: none; }}

QSplitter::handle {{ background: {t.line}; }}
QSplitter::handle:hover {{ background: {t.accent}; }}

QAbstractItemView {{ background: {t.paper}; border: none; outline: none;
    selection-background-color: {t.wash}; selection-color: {t.ink}; }}
QHeaderView::section {{ background: {t.paper}; color: {t.soft}; border: none;
    border-bottom: 1px solid {t.line}; padding: 8px 12px; font-size: 11px; }}

QStatusBar {{ background: {t.chrome}; color: {t.soft}; border-top: 1px solid {t.line};
    min-height: 25px; }}
QStatusBar QLabel {{ color: {t.soft}; font-size: 11px; padding: 0 8px; }}
QStatusBar QToolButton {{ padding: 2px; min-width: 14px; min-height: 14px; }}
QStatusBar::item {{ border: none; }}

QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.handle}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.soft}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {t.line}; border: none; border-radius: 3px; max-height: 6px;
    min-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
"""
