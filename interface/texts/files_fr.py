"""French words about files."""

from __future__ import annotations

from interface.texts.files import FilesTexts

FILES = FilesTexts(
    held_page="Ce que vous avez déjà",
    held_intro=(
        "Apportez vos badges, vos titres numériques ou votre CV. Je montre ce que je trouve et n’utilise que "
        "ce que vous confirmez. Vos fichiers sont lus ici, ne sont gardés nulle part et ne sont envoyés "
        "nulle part."
    ),
    held_upload="Badges, titres ou CV",
    held_formats=(
        "Open Badges (aussi en PNG ou SVG), CLR, Europass et LER-RS ; un CV en PDF, Word ou texte. Jusqu’à "
        "{most} fichiers de {size} Mo chacun."
    ),
    held_link="Ajouter des badges ou un CV",
    credentials_heading="Les titres que vous avez",
    skills_heading="Ce que vous savez faire",
    role_heading="Ce que vous faites aujourd’hui",
    role_none="Rien de cela",
    cv_line="Dans votre CV : « {line} »",
    signatures={
        "verified": "Signature vérifiée",
        "not checked (no network)": "Signature non vérifiée",
        "broken": "Signature non valable",
        "none": "Sans signature",
    },
    run_out="C’était valable jusqu’au {date}.",
    nothing_found=(
        "Je n’ai rien trouvé dans {name} que je connaisse par son nom. Vous pouvez toujours m’en parler dans "
        "la conversation."
    ),
    too_many_files="J’ai lu les {most} premiers fichiers ; ajoutez les autres ensuite.",
    confirm="Ajouter ce qui est coché",
    confirmed="J’ai ajouté depuis mes fichiers : {words}",
    nothing_ticked="Rien n’est coché. Cochez ce qui est vrai pour vous, puis ajoutez.",
    notes_heading="À savoir aussi sur ces fichiers",
    unreadable="Ceci n’a pas pu être lu, et rien n’a changé. Vérifiez le fichier et réessayez.",
    catalogue_page="Votre propre catalogue",
    catalogue_intro=(
        "Apportez un catalogue, et les réponses en viennent : pour vous seul, jusqu’à ce que vous fermiez "
        "cette page. Je montre d’abord ce que j’ai pu lire."
    ),
    catalogue_upload="Fichiers du catalogue",
    catalogue_formats=(
        "CSV, Excel, JSON Lines, CTDL, European Learning Model, schema.org ou Open Badges. Jusqu’à {size} Mo "
        "par fichier et {most} formations."
    ),
    reading="Lecture de {name}…",
    preparing="Je me prépare à répondre…",
    report_heading="Ce que j’ai lu",
    report_labels={
        "file": "Fichier",
        "format": "Format",
        "read": "Lues",
        "kept": "Gardées",
        "mended": "Corrigées",
        "refused": "Refusées",
        "duplicates": "Doublons",
    },
    columns_heading="Comment j’ai lu vos colonnes",
    columns_hint="Vérifiez-les. Si l’une est fausse, dites ci-dessous ce que contient la colonne.",
    columns_labels={
        "column": "Colonne",
        "field": "Lue comme",
        "how": "À cause de",
        "example": "Exemple",
    },
    matched_by={
        "chosen": "votre choix",
        "name": "son nom",
        "spelling": "son orthographe",
        "meaning": "son sens",
        "not used": "non utilisée",
    },
    perhaps="non lue, peut-être {field}",
    columns_correct="Corriger la lecture des colonnes",
    read_as="Lire {name} comme",
    found_out="à reconnaître",
    read_again="Relire ainsi",
    refused_heading="Refusées ({n})",
    refused_labels={
        "where": "Où",
        "record": "Entrée",
        "reason": "Pourquoi",
    },
    mended_heading="Corrigées ({n})",
    mended_labels={
        "where": "Où",
        "field": "Champ",
        "before": "Avant",
        "after": "Après",
        "reason": "Pourquoi",
    },
    left_out="laissé de côté",
    more_rows="Et {n} de plus.",
    unknown_fields="Je n’ai rien lu de ces champs : {names}.",
    too_many=(
        "Ce sont {n} formations, et une visite peut répondre avec {most} au plus. Apportez-en une partie, ou "
        "demandez à qui gère ce serveur d’en faire son catalogue."
    ),
    nothing_kept=(
        "Rien n’a pu être gardé de ces fichiers, les réponses restent donc comme elles sont. Les raisons "
        "sont ci-dessus."
    ),
    use="Répondre avec ce catalogue",
    in_use="Les réponses viennent de **{name}** ({n} formations), pour vous seul.",
    back="Revenir au catalogue de Cairn",
    switched="Je suis passé au catalogue {name}",
    switched_back="Je suis revenu au catalogue de Cairn",
    default_name="Catalogue de Cairn",
    export_heading="Télécharger un catalogue",
    export_says="{name} : {n} formations, dans le format qu’il vous faut.",
    export_formats={
        "csv": "CSV, pour un tableur",
        "jsonl": "JSON Lines",
        "ctdl": "CTDL, pour le Credential Registry",
        "elm": "European Learning Model 3",
        "schemaorg": "schema.org, pour des pages web",
    },
    cannot_hold="Ce format n’a pas de place pour : {fields}.",
    format="Format",
    make_file="Préparer le fichier",
    download_file="Télécharger {name}",
    take_away="Emporter",
    take_says=(
        "Un fichier à imprimer, à envoyer ou à mettre dans un agenda. Il est fait à votre demande et n’est "
        "gardé nulle part."
    ),
    take_formats={
        "pdf": "PDF, à imprimer",
        "docx": "Word, à modifier",
        "csv": "CSV, pour un tableur",
        "ics": "Agenda (ICS)",
        "json": "JSON, pour d’autres programmes",
    },
    learner_name="Votre nom, s’il doit y figurer",
    adviser_name="Nom du conseiller, s’il doit y figurer",
    starts_on="La semaine 1 commence le",
    notes_of_adviser="Notes",
    note_on="Note sur {title}",
)
