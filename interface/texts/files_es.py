"""Spanish words about files."""

from __future__ import annotations

from interface.texts.files import FilesTexts

FILES = FilesTexts(
    held_page="Lo que ya tiene",
    held_intro=(
        "Traiga sus insignias, credenciales digitales o currículum. Le muestro lo que encuentro y solo uso "
        "lo que usted confirma. Sus archivos se leen aquí, no se guardan y no se envían a ninguna parte."
    ),
    held_upload="Insignias, credenciales o currículum",
    held_formats=(
        "Open Badges (también en PNG o SVG), CLR, Europass y LER-RS; un currículum en PDF, Word o texto. "
        "Hasta {most} archivos de {size} MB cada uno."
    ),
    held_link="Añadir insignias o currículum",
    credentials_heading="Credenciales que tiene",
    skills_heading="Lo que sabe hacer",
    role_heading="A qué se dedica ahora",
    role_none="Nada de esto",
    cv_line="En su currículum: «{line}»",
    signatures={
        "verified": "Firma comprobada",
        "not checked (no network)": "Firma sin comprobar",
        "broken": "Firma no válida",
        "none": "Sin firma",
    },
    run_out="Era válida hasta {date}.",
    nothing_found="En {name} no he encontrado nada que conozca por su nombre. Puede contármelo en la conversación.",
    too_many_files="He leído los primeros {most} archivos; añada los demás después.",
    confirm="Añadir lo marcado",
    confirmed="He añadido de mis archivos: {words}",
    nothing_ticked="Aún no hay nada marcado. Marque lo que sea cierto y añádalo.",
    notes_heading="Qué más saber de estos archivos",
    unreadable="Esto no se pudo leer y nada ha cambiado. Revise el archivo e inténtelo de nuevo.",
    catalogue_page="Su propio catálogo",
    catalogue_intro=(
        "Suba un catálogo y las respuestas saldrán de él: solo para usted, hasta que cierre esta página. "
        "Antes le muestro lo que he podido leer."
    ),
    catalogue_upload="Archivos del catálogo",
    catalogue_formats=(
        "CSV, Excel, JSON Lines, CTDL, European Learning Model, schema.org u Open Badges. Hasta {size} MB "
        "por archivo y {most} credenciales."
    ),
    reading="Leyendo {name}…",
    preparing="Preparando las respuestas…",
    report_heading="Lo que he leído",
    report_labels={
        "file": "Archivo",
        "format": "Formato",
        "read": "Leídas",
        "kept": "Guardadas",
        "mended": "Corregidas",
        "refused": "Rechazadas",
        "duplicates": "Duplicadas",
    },
    columns_heading="Cómo he leído sus columnas",
    columns_hint="Compruébelo, por favor. Si algo está mal, diga abajo qué contiene la columna.",
    columns_labels={
        "column": "Columna",
        "field": "Leída como",
        "how": "Por",
        "example": "Ejemplo",
    },
    matched_by={
        "chosen": "su elección",
        "name": "su nombre",
        "spelling": "su ortografía",
        "meaning": "su significado",
        "not used": "sin usar",
    },
    perhaps="no leída, quizá {field}",
    columns_correct="Corregir cómo se leen las columnas",
    read_as="Leer {name} como",
    found_out="averiguarlo",
    read_again="Leer otra vez así",
    refused_heading="Rechazadas ({n})",
    refused_labels={
        "where": "Dónde",
        "record": "Entrada",
        "reason": "Por qué",
    },
    mended_heading="Corregidas ({n})",
    mended_labels={
        "where": "Dónde",
        "field": "Campo",
        "before": "Antes",
        "after": "Ahora",
        "reason": "Por qué",
    },
    left_out="omitido",
    more_rows="Y {n} más.",
    unknown_fields="No he leído nada de estos campos: {names}.",
    too_many=(
        "Son {n} credenciales y una visita puede responder con {most} como máximo. Suba una parte, o pida a "
        "quien lleva este servidor que lo haga su catálogo."
    ),
    nothing_kept=(
        "No se pudo guardar nada de estos archivos, así que las respuestas siguen igual. Los motivos están arriba."
    ),
    use="Responder con este catálogo",
    in_use="Las respuestas salen de **{name}** ({n} credenciales), solo para usted.",
    back="Volver al catálogo de Cairn",
    switched="He cambiado al catálogo {name}",
    switched_back="He vuelto al catálogo de Cairn",
    default_name="Catálogo de Cairn",
    export_heading="Descargar un catálogo",
    export_says="{name}: {n} credenciales, en el formato que necesite.",
    export_formats={
        "csv": "CSV, para hojas de cálculo",
        "jsonl": "JSON Lines",
        "ctdl": "CTDL, para el Credential Registry",
        "elm": "European Learning Model 3",
        "schemaorg": "schema.org, para páginas web",
    },
    cannot_hold="En este formato no cabe: {fields}.",
    format="Formato",
    make_file="Crear el archivo",
    download_file="Descargar {name}",
    take_away="Llevárselo",
    take_says=(
        "Un archivo para imprimir, enviar o poner en un calendario. Se crea cuando usted lo pide y no se guarda."
    ),
    take_formats={
        "pdf": "PDF, para imprimir",
        "docx": "Word, para editar",
        "csv": "CSV, para hojas de cálculo",
        "ics": "Calendario (ICS)",
        "json": "JSON, para otros programas",
    },
    learner_name="Su nombre, si debe figurar",
    adviser_name="Nombre de quien orienta, si debe figurar",
    starts_on="La semana 1 empieza el",
    notes_of_adviser="Notas",
    note_on="Nota sobre {title}",
)
