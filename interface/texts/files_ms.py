"""Malay words about files."""

from __future__ import annotations

from interface.texts.files import FilesTexts

FILES = FilesTexts(
    held_page="Apa yang sudah anda miliki",
    held_intro=(
        "Bawa lencana, kelayakan digital atau CV anda. Saya tunjukkan apa yang saya jumpa dan hanya guna apa "
        "yang anda sahkan. Fail anda dibaca di sini, tidak disimpan dan tidak dihantar ke mana-mana."
    ),
    held_upload="Lencana, kelayakan atau CV",
    held_formats=(
        "Open Badges (juga PNG atau SVG), CLR, Europass dan LER-RS; CV dalam PDF, Word atau teks. Sehingga "
        "{most} fail, {size} MB setiap satu."
    ),
    held_link="Tambah lencana atau CV",
    credentials_heading="Kelayakan yang anda miliki",
    skills_heading="Apa yang anda boleh buat",
    role_heading="Kerja anda sekarang",
    role_none="Tiada satu pun",
    cv_line="Dalam CV anda: “{line}”",
    signatures={
        "verified": "Tandatangan disahkan",
        "not checked (no network)": "Tandatangan belum disemak",
        "broken": "Tandatangan rosak",
        "none": "Tiada tandatangan",
    },
    run_out="Ia sah sehingga {date}.",
    nothing_found=(
        "Saya tidak jumpa apa-apa yang saya kenal dalam {name}. Anda masih boleh memberitahu saya dalam perbualan."
    ),
    too_many_files="Saya membaca {most} fail pertama; tambah yang lain kemudian.",
    confirm="Tambah yang ditanda",
    confirmed="Saya tambah daripada fail saya: {words}",
    nothing_ticked="Belum ada yang ditanda. Tandakan apa yang benar tentang anda, kemudian tambah.",
    notes_heading="Perkara lain tentang fail ini",
    unreadable="Ini tidak dapat dibaca dan tiada apa berubah. Sila semak fail dan cuba lagi.",
    catalogue_page="Katalog anda sendiri",
    catalogue_intro=(
        "Muat naik katalog, dan jawapan datang daripadanya: untuk anda sahaja, sehingga anda tutup halaman "
        "ini. Saya tunjukkan dahulu apa yang dapat dibaca."
    ),
    catalogue_upload="Fail katalog",
    catalogue_formats=(
        "CSV, Excel, JSON Lines, CTDL, European Learning Model, schema.org atau Open Badges. Sehingga {size} "
        "MB setiap fail dan {most} kelayakan."
    ),
    reading="Membaca {name}…",
    preparing="Bersedia untuk menjawab…",
    report_heading="Apa yang saya baca",
    report_labels={
        "file": "Fail",
        "format": "Format",
        "read": "Dibaca",
        "kept": "Disimpan",
        "mended": "Dibaiki",
        "refused": "Ditolak",
        "duplicates": "Berulang",
    },
    columns_heading="Cara saya membaca lajur anda",
    columns_hint="Sila semak. Jika ada yang salah, nyatakan di bawah apa yang terkandung dalam lajur itu.",
    columns_labels={
        "column": "Lajur",
        "field": "Dibaca sebagai",
        "how": "Kerana",
        "example": "Contoh",
    },
    matched_by={
        "chosen": "pilihan anda",
        "name": "namanya",
        "spelling": "ejaannya",
        "meaning": "maksudnya",
        "not used": "tidak digunakan",
    },
    perhaps="tidak digunakan, mungkin {field}",
    columns_correct="Betulkan cara lajur dibaca",
    read_as="Baca {name} sebagai",
    found_out="kenal pasti sendiri",
    read_again="Baca semula begini",
    refused_heading="Ditolak ({n})",
    refused_labels={
        "where": "Di mana",
        "record": "Entri",
        "reason": "Sebab",
    },
    mended_heading="Dibaiki ({n})",
    mended_labels={
        "where": "Di mana",
        "field": "Medan",
        "before": "Dahulu",
        "after": "Kini",
        "reason": "Sebab",
    },
    left_out="ditinggalkan",
    more_rows="Dan {n} lagi.",
    unknown_fields="Saya tidak membaca apa-apa daripada medan ini: {names}.",
    too_many=(
        "Ini {n} kelayakan, dan satu lawatan boleh menjawab daripada {most} paling banyak. Muat naik "
        "sebahagian, atau minta pengurus pelayan ini menjadikannya katalog mereka."
    ),
    nothing_kept=(
        "Tiada apa dalam fail ini yang dapat disimpan, jadi jawapan kekal seperti sedia ada. Sebabnya di atas."
    ),
    use="Jawab daripada katalog ini",
    in_use="Jawapan datang daripada **{name}** ({n} kelayakan), untuk anda sahaja.",
    back="Kembali ke katalog Cairn",
    switched="Saya bertukar kepada katalog {name}",
    switched_back="Saya kembali kepada katalog Cairn",
    default_name="Katalog Cairn",
    export_heading="Muat turun katalog",
    export_says="{name}: {n} kelayakan, dalam format yang anda perlukan.",
    export_formats={
        "csv": "CSV, untuk hamparan",
        "jsonl": "JSON Lines",
        "ctdl": "CTDL, untuk Credential Registry",
        "elm": "European Learning Model 3",
        "schemaorg": "schema.org, untuk laman web",
    },
    cannot_hold="Format ini tiada ruang untuk: {fields}.",
    format="Format",
    make_file="Buat fail",
    download_file="Muat turun {name}",
    take_away="Bawa pulang",
    take_says=(
        "Fail untuk dicetak, dihantar atau dimasukkan ke kalendar. Ia dibuat apabila diminta dan tidak disimpan."
    ),
    take_formats={
        "pdf": "PDF, untuk dicetak",
        "docx": "Word, untuk disunting",
        "csv": "CSV, untuk hamparan",
        "ics": "Kalendar (ICS)",
        "json": "JSON, untuk program lain",
    },
    learner_name="Nama anda, jika perlu ada padanya",
    adviser_name="Nama penasihat, jika perlu ada padanya",
    starts_on="Minggu 1 bermula pada",
    notes_of_adviser="Nota",
    note_on="Nota tentang {title}",
)
