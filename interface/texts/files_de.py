"""German words about files."""

from __future__ import annotations

from interface.texts.files import FilesTexts

FILES = FilesTexts(
    held_page="Was Sie schon haben",
    held_intro=(
        "Bringen Sie Ihre Badges, digitalen Nachweise oder Ihren Lebenslauf mit. Ich zeige, was ich finde, "
        "und verwende nur, was Sie bestätigen. Ihre Dateien werden hier gelesen, nirgends aufbewahrt und "
        "nirgendwohin geschickt."
    ),
    held_upload="Badges, Nachweise oder Lebenslauf",
    held_formats=(
        "Open Badges (auch als PNG oder SVG), CLR, Europass und LER-RS; ein Lebenslauf als PDF, Word oder "
        "Text. Bis zu {most} Dateien mit je {size} MB."
    ),
    held_link="Badges oder Lebenslauf hinzufügen",
    credentials_heading="Nachweise, die Sie haben",
    skills_heading="Was Sie können",
    role_heading="Was Sie jetzt tun",
    role_none="Nichts davon",
    cv_line="In Ihrem Lebenslauf: „{line}“",
    signatures={
        "verified": "Signatur geprüft",
        "not checked (no network)": "Signatur nicht geprüft",
        "broken": "Signatur ungültig",
        "none": "Ohne Signatur",
    },
    run_out="Das galt bis {date}.",
    nothing_found=(
        "In {name} habe ich nichts gefunden, was ich dem Namen nach kenne. Sie können mir im Gespräch davon erzählen."
    ),
    too_many_files="Ich habe die ersten {most} Dateien gelesen; fügen Sie die anderen danach hinzu.",
    confirm="Angekreuztes hinzufügen",
    confirmed="Aus meinen Dateien hinzugefügt: {words}",
    nothing_ticked="Noch ist nichts angekreuzt. Kreuzen Sie an, was auf Sie zutrifft.",
    notes_heading="Was zu diesen Dateien noch zu wissen ist",
    unreadable=(
        "Das ließ sich nicht lesen, und nichts wurde geändert. Bitte prüfen Sie die Datei und versuchen Sie "
        "es noch einmal."
    ),
    catalogue_page="Ihr eigener Katalog",
    catalogue_intro=(
        "Laden Sie einen Katalog hoch, und die Antworten kommen daraus: nur für Sie, bis Sie diese Seite "
        "schließen. Zuerst zeige ich, was ich lesen konnte."
    ),
    catalogue_upload="Katalogdateien",
    catalogue_formats=(
        "CSV, Excel, JSON Lines, CTDL, European Learning Model, schema.org oder Open Badges. Bis zu {size} "
        "MB je Datei und {most} Angebote."
    ),
    reading="{name} wird gelesen…",
    preparing="Gleich kann ich daraus antworten…",
    report_heading="Was ich gelesen habe",
    report_labels={
        "file": "Datei",
        "format": "Format",
        "read": "Gelesen",
        "kept": "Behalten",
        "mended": "Berichtigt",
        "refused": "Abgelehnt",
        "duplicates": "Doppelt",
    },
    columns_heading="Wie ich Ihre Spalten gelesen habe",
    columns_hint="Bitte prüfen Sie das. Stimmt etwas nicht, sagen Sie unten, was die Spalte enthält.",
    columns_labels={
        "column": "Spalte",
        "field": "Gelesen als",
        "how": "Wegen",
        "example": "Beispiel",
    },
    matched_by={
        "chosen": "Ihrer Wahl",
        "name": "des Namens",
        "spelling": "der Schreibweise",
        "meaning": "der Bedeutung",
        "not used": "nicht verwendet",
    },
    perhaps="nicht gelesen, vielleicht {field}",
    columns_correct="Berichtigen, wie die Spalten gelesen werden",
    read_as="{name} lesen als",
    found_out="selbst erkennen",
    read_again="So noch einmal lesen",
    refused_heading="Abgelehnt ({n})",
    refused_labels={
        "where": "Wo",
        "record": "Eintrag",
        "reason": "Warum",
    },
    mended_heading="Berichtigt ({n})",
    mended_labels={
        "where": "Wo",
        "field": "Feld",
        "before": "Vorher",
        "after": "Jetzt",
        "reason": "Warum",
    },
    left_out="weggelassen",
    more_rows="Und {n} weitere.",
    unknown_fields="Aus diesen Feldern habe ich nichts gelesen: {names}.",
    too_many=(
        "Das sind {n} Angebote; ein Besuch kann aus höchstens {most} antworten. Laden Sie einen Teil hoch, "
        "oder bitten Sie die Betreiber dieses Servers, daraus ihren Katalog zu machen."
    ),
    nothing_kept=(
        "Aus diesen Dateien ließ sich nichts behalten, die Antworten bleiben also, wie sie sind. Die Gründe "
        "stehen oben."
    ),
    use="Aus diesem Katalog antworten",
    in_use="Die Antworten kommen aus **{name}** ({n} Angebote), nur für Sie.",
    back="Zurück zum Katalog von Cairn",
    switched="Ich habe zum Katalog {name} gewechselt",
    switched_back="Ich bin zum Katalog von Cairn zurückgekehrt",
    default_name="Katalog von Cairn",
    export_heading="Einen Katalog herunterladen",
    export_says="{name}: {n} Angebote, in dem Format, das Sie brauchen.",
    export_formats={
        "csv": "CSV, für Tabellen",
        "jsonl": "JSON Lines",
        "ctdl": "CTDL, für die Credential Registry",
        "elm": "European Learning Model 3",
        "schemaorg": "schema.org, für Webseiten",
    },
    cannot_hold="Dieses Format hat keinen Platz für: {fields}.",
    format="Format",
    make_file="Datei erstellen",
    download_file="{name} herunterladen",
    take_away="Mitnehmen",
    take_says=(
        "Eine Datei zum Drucken, Verschicken oder für den Kalender. Sie entsteht, wenn Sie es wünschen, und "
        "wird nirgends aufbewahrt."
    ),
    take_formats={
        "pdf": "PDF, zum Drucken",
        "docx": "Word, zum Bearbeiten",
        "csv": "CSV, für Tabellen",
        "ics": "Kalender (ICS)",
        "json": "JSON, für andere Programme",
    },
    learner_name="Ihr Name, wenn er darauf stehen soll",
    adviser_name="Name der Beratung, wenn er darauf stehen soll",
    starts_on="Woche 1 beginnt am",
    notes_of_adviser="Notizen",
    note_on="Notiz zu {title}",
)
