"""The page's words in German."""

from __future__ import annotations

from interface.texts.en import English


class German(English):
    """Overrides every text."""

    code = "de"

    page_title = "Cairn: ein Micro-Credential finden, das weiterführt"
    headline = "Wohin soll es für Sie weitergehen?"
    introduction = (
        "Sagen Sie mir, was Sie tun möchten und was Sie schon können. Ich suche passende Micro-Credentials und sage zu "
        "jedem, warum es passt, auf welchem Niveau es steht und worauf es angerechnet wird."
    )
    how_long = "Die Antwort kommt sofort. Ich stelle höchstens drei Fragen: insgesamt etwa zwei Minuten."
    promises = (
        (":material/balance:", "Niemand bezahlt für einen Platz in der Liste", "Jedes Ergebnis zeigt seine Wertung."),
        (":material/fact_check:", "Nichts ist geraten", "Was eine Quelle offenlässt, heißt „nicht angegeben“."),
        (":material/lock:", "Was Sie schreiben, bleibt hier", "Läuft offline. Nur was Sie speichern, bleibt erhalten."),
    )
    examples_heading = "Oder mit einem Beispiel beginnen"
    examples = (
        "Ich bin seit 8 Jahren Pflegehelferin und möchte ein Pflegeheim leiten, ich habe nur abends Zeit",
        "Ich möchte online und kostenlos Datenanalyse lernen",
        "Ich unterrichte an einer Grundschule und suche etwas Kleines, das auf einen Master angerechnet wird",
        "Was bedeutet Niveau 6?",
    )

    message_placeholder = "Was möchten Sie können?"
    message_placeholder_later = "Antworten, ändern oder fragen"
    thinking = "Ich lese den Katalog …"
    earlier_results = "Ergebnisse an dieser Stelle ({n})"
    next_steps_label = "So könnte es weitergehen"
    start_over = "Neu beginnen"
    undo = "Zurück"
    edited_by_hand = "Ich habe die Angaben selbst geändert."
    something_failed = (
        "Bei uns ist etwas schiefgegangen, diese Antwort kam nicht zustande. Was Sie mir gesagt haben, ist noch da: "
        "Bitte versuchen Sie es noch einmal oder mit anderen Worten."
    )

    results_heading = "Ergebnisse"
    why_heading = "Warum es passt"
    limits_kept_heading = "Ihre Grenzen hält es ein"
    overturn_heading = "Was seinen Platz ändern könnte"
    matrix_heading = "Welches Ergebnis nennt welche gewünschte Fähigkeit"
    matrix_skill = "Fähigkeit"
    matrix_yes = "genannt"
    matrix_no = "nicht genannt"
    level_not_stated = "Niveau nicht angegeben"
    level_badge = "{framework} Niveau {level}"
    on_framework = "Im {framework}, Niveau nicht angegeben"
    level_heading = "Was dieses Niveau bedeutet"
    level_typical = "Typischer Abschluss: {award}."
    compare_levels = "Niveaus im Vergleich"
    not_stated = "nicht angegeben"
    time_label = "Zeit"
    weeks = "{n} Wochen"
    one_week = "1 Woche"
    hours = "{n} Stunden insgesamt"
    hours_a_week = "{n} Stunden pro Woche"
    contact_hours = "{n} Stunden mit Lehrkraft"
    no_fixed_hours = "Keine festen Stunden: durch Nachweise erworben"
    weeks_at_your_pace = "etwa {n} Wochen bei Ihren {hours} Stunden pro Woche"
    level_label = "Niveau"
    on_platform = "auf {platform}"
    cost_label = "Kosten"
    free = "Kostenlos"
    cost_not_stated = "Kosten nicht angegeben"
    time_not_stated = "Zeit nicht angegeben"
    mode_label = "Form"
    mode_not_stated = "Online oder vor Ort: nicht angegeben"
    modes = {"online": "Online", "blended": "Teils online, teils vor Ort", "in person": "Vor Ort"}
    pacings = {"self-paced": "im eigenen Tempo", "scheduled": "zu festen Terminen"}
    assessment_label = "Wie geprüft wird"
    assessment_not_stated = "Prüfung nicht angegeben"
    credits_label = "Credits"
    stacks_heading = "Worauf es angerechnet wird"
    share_of_award = "{share:.0%} von {award}"
    evidence_sheet = "Nachweisblatt für die Prüfstelle"
    link_states = {
        "confirmed": "bestätigt",
        "conditional": "unter einer Bedingung",
        "unverified": "nicht geprüft",
        "blocked": "zählt nicht",
    }
    see_pathway = "Den Lernweg ansehen"
    see_plan = "Diesen Plan als Zeitplan ansehen"
    not_stated_heading = "Auch offen"
    more_details = "Einzelheiten und Wertung"
    more_details_help = "Alles, was über „{title}“ bekannt ist, und die Wertung"
    caution = "Vorsicht"
    facts_heading = "Fakten"
    trust_heading = "Was für Vertrauen spricht"
    trust_explained = "Jedes Zeichen steht für sich; was nicht angegeben ist, ist unbekannt, nicht schlecht."
    standings = {
        "strong": "stark",
        "known": "bekannt",
        "weak": "schwach",
        "unknown": "unbekannt",
        "agrees": "stimmig",
        "questioned": "fraglich",
        "not known": "nicht bekannt",
    }
    outcomes_heading = "Was Sie danach können"
    prerequisites_heading = "Was Sie vorher brauchen"
    quality_label = "Qualitätssicherung"
    certificate_label = "Zertifikat"
    type_label = "Der Anbieter nennt es"
    language_label = "Sprache"
    worth_heading = "Ist es ein Micro-Credential?"
    criterion_met = "Ja"
    criterion_not_met = "Nein"
    criterion_unknown = "Nicht angegeben"
    oepass_label = "Art des Nachweises (oePASS)"
    stricter_heading = "Nach strengeren Definitionen"
    source_link = "Quelle"
    provider_link = "Seite des Anbieters"
    source_dated = "vom {date}"
    source_read = "gelesen aus {name} am {date}"
    source_read_on = "gelesen am {date}"
    source_undated = "die Quelle nennt kein Datum"
    how_ranked = "Wie es gewertet wurde"
    score_explained = "Jeder Teil bringt Punkte, zusammen ergeben sie die Wertung. Punkte kann niemand kaufen."
    score_parts = {
        "relevance": "Nah an Ihrem Wunsch",
        "skills_gained": "Fähigkeiten, die Sie gewinnen",
        "level_fit": "Niveau passt",
        "stacking": "Führt zu einem größeren Abschluss",
        "workload_fit": "Passt in Ihre Zeit",
        "trust": "Prüfbare Fakten",
        "cost_fit": "Passt in Ihr Budget",
        "within_reach": "Von Ihrem Ort aus erreichbar",
        "freshness": "Neuere Angaben",
    }
    score_part = "Teil"
    score_points = "Punkte"
    score_total = "Wertung"
    set_aside_heading = "Wegen Ihrer Grenzen ausgelassen ({n})"
    set_aside_says = "Diese passen zu Ihrem Wunsch, aber jedes verletzt eine Ihrer Grenzen."

    limits = {
        "free_only": "Nur kostenlos",
        "max_cost": "Ihr Budget",
        "max_hours": "Ihre Stunden insgesamt",
        "max_hours_per_week": "Ihre Stunden pro Woche",
        "max_weeks": "Ihre Wochen",
        "mode": "Form des Unterrichts",
        "avoid_mode": "Form des Unterrichts",
        "pacing": "Eigenes Tempo oder feste Termine",
        "country": "Ihr Land",
        "languages": "Ihre Sprachen",
        "level": "Das gewünschte Niveau",
        "must_stack": "Muss auf einen größeren Abschluss angerechnet werden",
        "avoid_assessment": "Prüfungsform, die Sie vermeiden möchten",
        "want_assessment": "Prüfungsform, die Sie wünschen",
        "providers": "Die genannten Anbieter",
        "avoid_providers": "Anbieter, die Sie vermeiden möchten",
        "must_be_micro_credential": "Nur Micro-Credentials",
    }

    understood_heading = "Was ich verstanden habe"
    understood_nothing = "Hier erscheint, was Sie mir sagen. Sie können es prüfen und ändern."
    understood_hint = (
        "Drücken Sie auf einen Punkt, um ihn zu ändern, ✓ zum Bestätigen, ✕ zum Entfernen. Die Antwort folgt."
    )
    wishes_heading = "Was Sie möchten"
    background_heading = "Was Sie mitbringen"
    limits_heading = "Ihre Grenzen"
    change_details = "Ergänzen oder ändern"
    change_help = "Ändern"
    confirm_help = "Bestätigen: {words}"
    remove_help = "„{words}“ entfernen"
    removed = "Herausgenommen: {words}"
    chips = {
        "goal": "{value}",
        "goal_role": "Ziel: {value}",
        "goal_skills": "Lernen: {value}",
        "stack_into": "Auf dem Weg zu: {value}",
        "current_role": "Jetzt: {value}",
        "current_skills": "Kann: {value}",
        "held": "Hat: {value}",
        "preferences": "{value}",
        "country": "Land: {value}",
        "languages": "Auf {value}",
        "max_cost": "Höchstens {value}",
        "free_only": "Nur kostenlos",
        "max_hours_per_week": "Höchstens {value} Stunden pro Woche",
        "max_weeks": "Höchstens {value} Wochen",
        "max_hours": "Höchstens {value} Stunden insgesamt",
        "session_hours": "{value} Stunden am Stück",
        "mode": "{value}",
        "avoid_mode": "Nicht {value}",
        "pacing": "{value}",
        "level": "{value}",
        "must_stack": "Muss anrechenbar sein",
        "avoid_assessment": "Ohne {value}",
        "want_assessment": "Mit {value}",
        "providers": "Von {value}",
        "avoid_providers": "Nicht von {value}",
        "must_be_micro_credential": "Nur Micro-Credentials",
    }
    preferences = {
        "cheaper": "Günstiger",
        "shorter": "Kürzer",
        "longer": "Länger",
        "harder": "Schwieriger",
        "easier": "Leichter",
    }
    level_from_to = "Niveau {min} bis {max}"
    level_from = "Niveau {min} oder höher"
    level_to = "Niveau {max} oder niedriger"

    form_title = "Ihre Angaben"
    form_hint = "Füllen Sie nur aus, was zählt. Leer heißt: alles ist recht."
    form_goal = "Was Sie tun möchten"
    form_current = "Was Sie jetzt tun"
    form_country = "Ihr Land"
    form_language = "Sprache"
    form_cost = "Was es höchstens kosten darf"
    form_currency = "Währung"
    form_free = "Nur kostenlos"
    form_hours_per_week = "Stunden pro Woche, die Sie haben"
    form_weeks = "Wochen, die Sie haben"
    form_mode = "Form des Unterrichts"
    form_framework = "Skala des Niveaus"
    form_level_min = "Niedrigstes Niveau"
    form_level_max = "Höchstes Niveau"
    form_must_stack = "Es muss auf einen größeren Abschluss angerechnet werden"
    form_any = "Beliebig"
    form_change = "Neuer Wert"
    form_submit = "Antwort erneuern"

    save = "Merken"
    saved = "Gemerkt"
    save_help = "„{title}“ auf die Merkliste setzen"
    unsave_help = "„{title}“ von der Merkliste nehmen"
    shortlist_heading = "Merkliste ({n})"
    shortlist_empty = "Merken Sie sich ein Ergebnis, dann steht es hier."
    remove_from_shortlist = "{title} entfernen"

    page_find = "Micro-Credentials finden"
    page_levels = "Niveaus im Vergleich"
    page_pathway = "Weg planen"


GERMAN = German()
