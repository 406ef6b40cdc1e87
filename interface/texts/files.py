"""What every language says about files: those a learner brings, a catalogue of one's own, and what is taken away."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FilesTexts:
    """Every sentence of these parts that is not made from the files; names in braces are filled in by the caller."""

    # What I already hold.
    held_page: str
    held_intro: str
    held_upload: str
    held_formats: str
    held_link: str
    credentials_heading: str
    skills_heading: str
    role_heading: str
    role_none: str
    cv_line: str
    signatures: dict[str, str]
    run_out: str
    nothing_found: str
    too_many_files: str
    confirm: str
    confirmed: str
    nothing_ticked: str
    notes_heading: str
    unreadable: str

    # A catalogue of one's own.
    catalogue_page: str
    catalogue_intro: str
    catalogue_upload: str
    catalogue_formats: str
    reading: str
    preparing: str
    report_heading: str
    report_labels: dict[str, str]
    columns_heading: str
    columns_hint: str
    columns_labels: dict[str, str]
    matched_by: dict[str, str]
    perhaps: str
    columns_correct: str
    read_as: str
    found_out: str
    read_again: str
    refused_heading: str
    refused_labels: dict[str, str]
    mended_heading: str
    mended_labels: dict[str, str]
    left_out: str
    more_rows: str
    unknown_fields: str
    too_many: str
    nothing_kept: str
    use: str
    in_use: str
    back: str
    switched: str
    switched_back: str
    default_name: str

    # Files to take away.
    export_heading: str
    export_says: str
    export_formats: dict[str, str]
    cannot_hold: str
    format: str
    make_file: str
    download_file: str
    take_away: str
    take_says: str
    take_formats: dict[str, str]
    learner_name: str
    adviser_name: str
    starts_on: str
    notes_of_adviser: str
    note_on: str
