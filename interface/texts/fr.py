"""The page's words in French."""

from __future__ import annotations

from interface.texts.en import English


class French(English):
    """Overrides every text."""

    code = "fr"

    page_title = "Cairn : trouver une micro-certification qui mène plus loin"
    headline = "Où voulez-vous aller maintenant ?"
    introduction = (
        "Dites-moi ce que vous aimeriez faire et ce que vous savez déjà faire. Je cherche les micro-certifications qui "
        "vous conviennent et je dis pourquoi, à quel niveau elles se situent et à quoi elles comptent."
    )
    how_long = "La réponse vient tout de suite. Je pose trois questions au plus : environ deux minutes en tout."
    promises = (
        (":material/balance:", "Personne ne paie sa place dans la liste", "Chaque résultat montre son classement."),
        (":material/fact_check:", "Rien n’est deviné", "Ce qu’une source tait s’affiche « non précisé »."),
        (":material/lock:", "Ce que vous écrivez reste ici", "Fonctionne hors ligne. Rien n’est gardé sans vous."),
    )
    examples_heading = "Ou partez d’un exemple"
    examples = (
        "Je suis aide-soignante depuis 8 ans, je veux diriger une maison de retraite, je n’ai que les soirs",
        "J’aimerais apprendre l’analyse de données en ligne, gratuitement",
        "J’enseigne en primaire et je cherche une petite formation qui compte pour un master",
        "Que veut dire le niveau 6 ?",
    )

    message_placeholder = "Qu’aimeriez-vous savoir faire ?"
    message_placeholder_later = "Répondez, changez ou demandez"
    thinking = "Je lis le catalogue…"
    earlier_results = "Résultats à ce moment ({n})"
    next_steps_label = "Vous pourriez continuer ainsi"
    start_over = "Recommencer"
    undo = "Annuler"
    edited_by_hand = "J’ai changé les détails moi-même."
    something_failed = (
        "Quelque chose n’a pas marché de notre côté et cette réponse n’a pas pu être faite. Ce que vous m’avez dit est "
        "toujours là : essayez encore, ou avec d’autres mots."
    )

    results_heading = "Résultats"
    why_heading = "Pourquoi cela convient"
    limits_kept_heading = "Il respecte vos limites"
    overturn_heading = "Ce qui pourrait changer sa place"
    matrix_heading = "Quel résultat cite quelle compétence souhaitée"
    matrix_skill = "Compétence"
    matrix_yes = "citée"
    matrix_no = "non citée"
    level_not_stated = "Niveau non précisé"
    level_badge = "{framework} niveau {level}"
    on_framework = "Dans le {framework}, niveau non précisé"
    level_heading = "Ce que veut dire ce niveau"
    level_typical = "Diplôme typique : {award}."
    compare_levels = "Comparer les niveaux"
    not_stated = "non précisé"
    time_label = "Durée"
    weeks = "{n} semaines"
    one_week = "1 semaine"
    hours = "{n} heures en tout"
    hours_a_week = "{n} heures par semaine"
    contact_hours = "{n} heures avec un enseignant"
    no_fixed_hours = "Pas d’heures fixes : obtenu sur preuves"
    weeks_at_your_pace = "environ {n} semaines avec vos {hours} heures par semaine"
    level_label = "Niveau"
    on_platform = "sur {platform}"
    cost_label = "Prix"
    free = "Gratuit"
    cost_not_stated = "Prix non précisé"
    time_not_stated = "Durée non précisée"
    mode_label = "Forme"
    mode_not_stated = "En ligne ou sur place : non précisé"
    modes = {"online": "En ligne", "blended": "En ligne et sur place", "in person": "Sur place"}
    pacings = {"self-paced": "à votre rythme", "scheduled": "à dates fixes"}
    assessment_label = "Comment c’est évalué"
    assessment_not_stated = "Évaluation non précisée"
    credits_label = "Crédits"
    stacks_heading = "À quoi cela compte"
    share_of_award = "{share:.0%} de {award}"
    evidence_sheet = "Fiche de preuves pour l’évaluateur"
    link_states = {
        "confirmed": "confirmé",
        "conditional": "sous condition",
        "unverified": "non vérifié",
        "blocked": "ne compte pas",
    }
    see_pathway = "Voir le parcours"
    see_plan = "Voir ce plan en calendrier"
    not_stated_heading = "Reste ouvert"
    more_details = "Détails et score"
    more_details_help = "Tout ce que l’on sait de « {title} », et son classement"
    caution = "Attention"
    facts_heading = "Faits"
    trust_heading = "Ce qui inspire confiance"
    trust_explained = "Chaque signe compte seul ; ce qui n’est pas précisé est inconnu, pas mauvais."
    standings = {
        "strong": "fort",
        "known": "connu",
        "weak": "faible",
        "unknown": "inconnu",
        "agrees": "concorde",
        "questioned": "à vérifier",
        "not known": "non connu",
    }
    outcomes_heading = "Ce que vous saurez faire"
    prerequisites_heading = "Ce qu’il faut avant de commencer"
    quality_label = "Assurance qualité"
    certificate_label = "Certificat"
    type_label = "L’organisme l’appelle"
    language_label = "Langue"
    worth_heading = "Est-ce une micro-certification ?"
    criterion_met = "Oui"
    criterion_not_met = "Non"
    criterion_unknown = "Non précisé"
    oepass_label = "Genre de certification (oePASS)"
    stricter_heading = "Selon des définitions plus strictes"
    source_link = "Source"
    provider_link = "Page de l’organisme"
    source_dated = "du {date}"
    source_read = "lu dans {name} le {date}"
    source_read_on = "lu le {date}"
    source_undated = "la source ne porte pas de date"
    how_ranked = "Comment c’est classé"
    score_explained = "Chaque partie donne des points ; leur somme fait le score. Personne ne peut en acheter."
    score_parts = {
        "relevance": "Proche de votre souhait",
        "skills_gained": "Compétences que vous gagnez",
        "level_fit": "Niveau adapté",
        "stacking": "Mène à un diplôme plus grand",
        "workload_fit": "Tient dans votre temps",
        "trust": "Faits vérifiables",
        "cost_fit": "Tient dans votre budget",
        "within_reach": "Accessible depuis chez vous",
        "freshness": "Informations plus récentes",
    }
    score_part = "Partie"
    score_points = "Points"
    score_total = "Score"
    set_aside_heading = "Écartés à cause de vos limites ({n})"
    set_aside_says = "Ils correspondent à votre souhait, mais chacun dépasse une de vos limites."

    limits = {
        "free_only": "Gratuit seulement",
        "max_cost": "Votre budget",
        "max_hours": "Vos heures en tout",
        "max_hours_per_week": "Vos heures par semaine",
        "max_weeks": "Vos semaines",
        "mode": "Forme de l’enseignement",
        "avoid_mode": "Forme de l’enseignement",
        "pacing": "Votre rythme ou dates fixes",
        "country": "Votre pays",
        "languages": "Vos langues",
        "level": "Le niveau demandé",
        "must_stack": "Doit compter pour un diplôme plus grand",
        "avoid_assessment": "Évaluation à éviter",
        "want_assessment": "Évaluation souhaitée",
        "providers": "Les organismes nommés",
        "avoid_providers": "Organismes à éviter",
        "must_be_micro_credential": "Micro-certifications seulement",
    }

    understood_heading = "Ce que j’ai compris"
    understood_nothing = "Ce que vous me dites apparaît ici, pour que vous puissiez le vérifier et le changer."
    understood_hint = "Appuyez sur un élément pour le changer, ✓ pour confirmer, ✕ pour l’enlever. La réponse suit."
    wishes_heading = "Ce que vous voulez"
    background_heading = "Ce que vous apportez"
    limits_heading = "Vos limites"
    change_details = "Ajouter ou changer"
    change_help = "Changer"
    confirm_help = "Confirmer : {words}"
    remove_help = "Enlever « {words} »"
    removed = "Enlevé : {words}"
    chips = {
        "goal": "{value}",
        "goal_role": "Devenir : {value}",
        "goal_skills": "Apprendre : {value}",
        "stack_into": "Vers : {value}",
        "current_role": "Aujourd’hui : {value}",
        "current_skills": "Sait faire : {value}",
        "held": "Détient : {value}",
        "preferences": "{value}",
        "country": "Pays : {value}",
        "languages": "En {value}",
        "max_cost": "Au plus {value}",
        "free_only": "Gratuit seulement",
        "max_hours_per_week": "Au plus {value} heures par semaine",
        "max_weeks": "Au plus {value} semaines",
        "max_hours": "Au plus {value} heures en tout",
        "session_hours": "{value} heures à la fois",
        "mode": "{value}",
        "avoid_mode": "Pas {value}",
        "pacing": "{value}",
        "level": "{value}",
        "must_stack": "Doit compter pour plus grand",
        "avoid_assessment": "Sans {value}",
        "want_assessment": "Avec {value}",
        "providers": "De {value}",
        "avoid_providers": "Pas de {value}",
        "must_be_micro_credential": "Micro-certifications seulement",
    }
    preferences = {
        "cheaper": "Moins cher",
        "shorter": "Plus court",
        "longer": "Plus long",
        "harder": "Plus difficile",
        "easier": "Plus facile",
    }
    level_from_to = "niveau {min} à {max}"
    level_from = "niveau {min} ou plus"
    level_to = "niveau {max} ou moins"

    form_title = "Vos détails"
    form_hint = "Remplissez seulement ce qui compte. Vide veut dire : tout convient."
    form_goal = "Ce que vous voulez faire"
    form_current = "Ce que vous faites aujourd’hui"
    form_country = "Votre pays"
    form_language = "Langue"
    form_cost = "Le plus que vous paieriez"
    form_currency = "Monnaie"
    form_free = "Gratuit seulement"
    form_hours_per_week = "Heures par semaine dont vous disposez"
    form_weeks = "Semaines dont vous disposez"
    form_mode = "Forme de l’enseignement"
    form_framework = "Échelle du niveau"
    form_level_min = "Niveau le plus bas"
    form_level_max = "Niveau le plus haut"
    form_must_stack = "Cela doit compter pour un diplôme plus grand"
    form_any = "Peu importe"
    form_change = "Nouvelle valeur"
    form_submit = "Refaire la réponse"

    save = "Garder"
    saved = "Gardé"
    save_help = "Mettre « {title} » dans votre sélection"
    unsave_help = "Enlever « {title} » de votre sélection"
    shortlist_heading = "Sélection ({n})"
    shortlist_empty = "Gardez un résultat et il sera ici."
    remove_from_shortlist = "Enlever {title}"

    page_find = "Trouver"
    page_levels = "Comparer les niveaux"
    page_pathway = "Planifier un parcours"


FRENCH = French()
