"""The table of the migration of people's names; released, and so never edited."""

PERSON_NAMES = """
CREATE TABLE person_name ( -- that a name is one person's, said by the reader
    name TEXT PRIMARY KEY, -- as it is written in documents
    person TEXT NOT NULL -- what the person is called
) STRICT;
CREATE INDEX person_name_person ON person_name (person);
CREATE INDEX record_list_person ON record_list (value, document)
    WHERE field IN ('+creator', 'contributors', 'present');
"""
