"""The command line.  `viewer.commands` adds the commands that need Qt."""

from library.cli import (
    citing,
    documents,
    export,
    file_notes,
    filling,
    links,
    listing,
    notes,
    notes_in,
    records,
    rewording,
    safety,
    searching,
    shelving,
    sidecars,
    trash,
)
from library.cli.group import cli
from library.cli.options import library_option, password_option

__all__ = ["cli", "library_option", "password_option"]

cli.add_command(documents.import_command)
cli.add_command(listing.list_command)
cli.add_command(documents.show_command)
cli.add_command(links.links_command)
cli.add_command(links.recognise_command)
cli.add_command(export.export_command)
cli.add_command(notes_in.import_notes_command)
cli.add_command(file_notes.file_notes_command)
cli.add_command(notes.annotate_command)
cli.add_command(notes.annotations_command)
cli.add_command(notes.bookmark_command)
cli.add_command(notes.bookmarks_command)
cli.add_command(rewording.replace_text_command)
cli.add_command(safety.check_command)
cli.add_command(safety.backup_command)
cli.add_command(safety.restore_command)
cli.add_command(safety.mend_command)
cli.add_command(sidecars.sidecars_command)
cli.add_command(sidecars.rebuild_command)
cli.add_command(searching.search_command)
cli.add_command(citing.cite_command)
cli.add_command(shelving.collections_command)
cli.add_command(shelving.tag_command)
cli.add_command(trash.trash_command)
cli.add_command(records.record_command)
cli.add_command(filling.fill_records_command)
