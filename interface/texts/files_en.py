"""English words about files."""

from __future__ import annotations

from interface.texts.files import FilesTexts

FILES = FilesTexts(
    held_page="What you already hold",
    held_intro=(
        "Bring your badges, digital credentials or CV. I show you what I find, and use only what you confirm. "
        "Your files are read here, kept nowhere and sent nowhere."
    ),
    held_upload="Badges, credentials or a CV",
    held_formats=(
        "Open Badges (also as PNG or SVG), CLR, Europass and LER-RS; a CV as PDF, Word or text. "
        "Up to {most} files of {size} MB each."
    ),
    held_link="Add badges or a CV",
    credentials_heading="Credentials you hold",
    skills_heading="What you can do",
    role_heading="What you do now",
    role_none="None of these",
    cv_line="In your CV: “{line}”",
    signatures={
        "verified": "Signature verified",
        "not checked (no network)": "Signature not checked",
        "broken": "Signature broken",
        "none": "Not signed",
    },
    run_out="It was valid until {date}.",
    nothing_found="I found nothing in {name} that I know by name. You can still tell me about it in the conversation.",
    too_many_files="I read the first {most} files; add the others afterwards.",
    confirm="Add what is ticked",
    confirmed="I added from my files: {words}",
    nothing_ticked="Nothing is ticked yet. Tick what is true of you, then add it.",
    notes_heading="What else to know about these files",
    unreadable="This could not be read, and nothing was changed. Please check the file and try again.",
    catalogue_page="Your own catalogue",
    catalogue_intro=(
        "Upload a catalogue, and the answers come from it: for you alone, until you close this page. "
        "I show you first what I could read."
    ),
    catalogue_upload="Catalogue files",
    catalogue_formats=(
        "CSV, Excel, JSON Lines, CTDL, European Learning Model, schema.org or Open Badges. "
        "Up to {size} MB a file and {most} credentials."
    ),
    reading="Reading {name}…",
    preparing="Getting ready to answer from it…",
    report_heading="What I read",
    report_labels={
        "file": "File",
        "format": "Format",
        "read": "Read",
        "kept": "Kept",
        "mended": "Mended",
        "refused": "Refused",
        "duplicates": "Duplicates",
    },
    columns_heading="How I read your columns",
    columns_hint="Please check these. If one is wrong, say below what it holds.",
    columns_labels={"column": "Column", "field": "Read as", "how": "Because of", "example": "Example"},
    matched_by={
        "chosen": "your choice",
        "name": "its name",
        "spelling": "its spelling",
        "meaning": "its meaning",
        "not used": "not used",
    },
    perhaps="not used, perhaps {field}",
    columns_correct="Correct how the columns are read",
    read_as="Read {name} as",
    found_out="find it out",
    read_again="Read again like this",
    refused_heading="Refused ({n})",
    refused_labels={"where": "Where", "record": "Entry", "reason": "Why"},
    mended_heading="Mended ({n})",
    mended_labels={"where": "Where", "field": "Field", "before": "Was", "after": "Now", "reason": "Why"},
    left_out="left out",
    more_rows="And {n} more.",
    unknown_fields="I read nothing from these fields: {names}.",
    too_many=(
        "These are {n} credentials, and a visit can answer from {most} at most. Upload a part of them, or ask whoever "
        "runs this server to make them its catalogue."
    ),
    nothing_kept="Nothing in these files could be kept, so the answers stay as they are. The reasons stand above.",
    use="Answer from this catalogue",
    in_use="Answers come from **{name}** ({n} credentials), for you alone.",
    back="Back to Cairn’s catalogue",
    switched="I switched to the catalogue {name}",
    switched_back="I went back to Cairn’s catalogue",
    default_name="Cairn’s catalogue",
    export_heading="Download a catalogue",
    export_says="{name}: {n} credentials, in the format that you need.",
    export_formats={
        "csv": "CSV, for a spreadsheet",
        "jsonl": "JSON Lines",
        "ctdl": "CTDL, for the Credential Registry",
        "elm": "European Learning Model 3",
        "schemaorg": "schema.org, for web pages",
    },
    cannot_hold="This format has no room for: {fields}.",
    format="Format",
    make_file="Make the file",
    download_file="Download {name}",
    take_away="Take it with you",
    take_says="A file to print, send or put in a calendar. It is made when you ask, and kept nowhere.",
    take_formats={
        "pdf": "PDF, to print",
        "docx": "Word, to edit",
        "csv": "CSV, for a spreadsheet",
        "ics": "Calendar (ICS)",
        "json": "JSON, for other programs",
    },
    learner_name="Learner’s name, if it should be on it",
    adviser_name="Adviser’s name, if it should be on it",
    starts_on="Week 1 begins on",
    notes_of_adviser="Notes",
    note_on="Note on {title}",
)
