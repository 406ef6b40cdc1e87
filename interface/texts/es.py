"""The page's words in Spanish."""

from __future__ import annotations

from interface.texts.en import English


class Spanish(English):
    """Overrides every text."""

    code = "es"

    page_title = "Cairn: encontrar una microcredencial que lleve más lejos"
    headline = "¿Adónde quiere ir ahora?"
    introduction = (
        "Dígame qué le gustaría hacer y qué sabe hacer ya. Busco microcredenciales que encajen y digo por qué encaja "
        "cada una, en qué nivel está y para qué cuenta."
    )
    how_long = "La respuesta llega enseguida. Hago tres preguntas como mucho: unos dos minutos en total."
    promises = (
        (":material/balance:", "Nadie paga por su lugar en la lista", "Cada resultado muestra cómo se ordenó."),
        (":material/fact_check:", "Nada se adivina", "Lo que una fuente calla aparece como «no indicado»."),
        (":material/lock:", "Lo que escribe se queda aquí", "Funciona sin red. Solo queda lo que usted guarda."),
    )
    examples_heading = "O empiece con un ejemplo"
    examples = (
        "Llevo 8 años de auxiliar de cuidados, quiero dirigir una residencia de mayores, solo tengo las tardes",
        "Me gustaría aprender análisis de datos en línea, gratis",
        "Soy docente de primaria y busco algo pequeño que cuente para un máster",
        "¿Qué significa el nivel 6?",
    )

    message_placeholder = "¿Qué le gustaría saber hacer?"
    message_placeholder_later = "Responda, cambie o pregunte"
    thinking = "Leo el catálogo…"
    earlier_results = "Resultados en ese momento ({n})"
    next_steps_label = "Podría seguir así"
    start_over = "Empezar de nuevo"
    undo = "Deshacer"
    edited_by_hand = "He cambiado los datos a mano."
    something_failed = (
        "Algo falló por nuestra parte y no se pudo dar esta respuesta. Lo que me dijo sigue aquí: inténtelo otra vez, "
        "o dígalo con otras palabras."
    )

    results_heading = "Resultados"
    why_heading = "Por qué encaja"
    limits_kept_heading = "Respeta sus límites"
    overturn_heading = "Qué podría cambiar su puesto"
    matrix_heading = "Qué resultado nombra qué competencia deseada"
    matrix_skill = "Competencia"
    matrix_yes = "nombrada"
    matrix_no = "no nombrada"
    level_not_stated = "Nivel no indicado"
    level_badge = "{framework} nivel {level}"
    on_framework = "En el {framework}, nivel no indicado"
    level_heading = "Qué significa este nivel"
    level_typical = "Título típico: {award}."
    compare_levels = "Comparar los niveles"
    not_stated = "no indicado"
    time_label = "Tiempo"
    weeks = "{n} semanas"
    one_week = "1 semana"
    hours = "{n} horas en total"
    hours_a_week = "{n} horas por semana"
    contact_hours = "{n} horas con docente"
    no_fixed_hours = "Sin horas fijas: se obtiene con pruebas"
    weeks_at_your_pace = "unas {n} semanas con sus {hours} horas por semana"
    level_label = "Nivel"
    on_platform = "en {platform}"
    cost_label = "Precio"
    free = "Gratis"
    cost_not_stated = "Precio no indicado"
    time_not_stated = "Tiempo no indicado"
    mode_label = "Forma"
    mode_not_stated = "En línea o presencial: no indicado"
    modes = {"online": "En línea", "blended": "En línea y presencial", "in person": "Presencial"}
    pacings = {"self-paced": "a su ritmo", "scheduled": "en fechas fijas"}
    assessment_label = "Cómo se evalúa"
    assessment_not_stated = "Evaluación no indicada"
    credits_label = "Créditos"
    stacks_heading = "Para qué cuenta"
    share_of_award = "{share:.0%} de {award}"
    evidence_sheet = "Hoja de pruebas para quien evalúa"
    link_states = {
        "confirmed": "confirmado",
        "conditional": "con una condición",
        "unverified": "sin verificar",
        "blocked": "no cuenta",
    }
    see_pathway = "Ver el itinerario"
    see_plan = "Ver este plan como calendario"
    not_stated_heading = "También abierto"
    more_details = "Detalles y puntuación"
    more_details_help = "Todo lo que se sabe de «{title}» y cómo se ordenó"
    caution = "Cuidado"
    facts_heading = "Datos"
    trust_heading = "Qué da confianza"
    trust_explained = "Cada señal vale por sí sola; lo no indicado es desconocido, no malo."
    standings = {
        "strong": "fuerte",
        "known": "conocido",
        "weak": "débil",
        "unknown": "desconocido",
        "agrees": "concuerda",
        "questioned": "dudoso",
        "not known": "no se sabe",
    }
    outcomes_heading = "Qué sabrá hacer"
    prerequisites_heading = "Qué necesita antes de empezar"
    quality_label = "Garantía de calidad"
    certificate_label = "Certificado"
    type_label = "El proveedor lo llama"
    language_label = "Idioma"
    worth_heading = "¿Es una microcredencial?"
    criterion_met = "Sí"
    criterion_not_met = "No"
    criterion_unknown = "No indicado"
    oepass_label = "Clase de credencial (oePASS)"
    stricter_heading = "Según definiciones más exigentes"
    source_link = "Fuente"
    provider_link = "Página del proveedor"
    source_dated = "del {date}"
    source_read = "leído de {name} el {date}"
    source_read_on = "leído el {date}"
    source_undated = "la fuente no lleva fecha"
    how_ranked = "Cómo se ordenó"
    score_explained = "Cada parte suma puntos; juntos dan la puntuación. Nadie puede comprar puntos."
    score_parts = {
        "relevance": "Cerca de lo que quiere",
        "skills_gained": "Habilidades que ganaría",
        "level_fit": "Nivel adecuado",
        "stacking": "Lleva a un título mayor",
        "workload_fit": "Cabe en su tiempo",
        "trust": "Datos comprobables",
        "cost_fit": "Cabe en su presupuesto",
        "within_reach": "Accesible desde donde está",
        "freshness": "Datos más recientes",
    }
    score_part = "Parte"
    score_points = "Puntos"
    score_total = "Puntuación"
    set_aside_heading = "Fuera por sus límites ({n})"
    set_aside_says = "Encajan con lo que quiere, pero cada una rompe un límite que usted puso."

    limits = {
        "free_only": "Solo gratis",
        "max_cost": "Su presupuesto",
        "max_hours": "Sus horas en total",
        "max_hours_per_week": "Sus horas por semana",
        "max_weeks": "Sus semanas",
        "mode": "Forma de enseñanza",
        "avoid_mode": "Forma de enseñanza",
        "pacing": "A su ritmo o en fechas fijas",
        "country": "Su país",
        "languages": "Sus idiomas",
        "level": "El nivel que pidió",
        "must_stack": "Debe contar para un título mayor",
        "avoid_assessment": "Evaluación que quiere evitar",
        "want_assessment": "Evaluación que pidió",
        "providers": "Los proveedores que nombró",
        "avoid_providers": "Proveedores que quiere evitar",
        "must_be_micro_credential": "Solo microcredenciales",
    }

    understood_heading = "Lo que entendí"
    understood_nothing = "Lo que me diga aparece aquí, para que pueda revisarlo y cambiarlo."
    understood_hint = "Pulsa un elemento para cambiarlo, ✓ para confirmarlo, ✕ para quitarlo. La respuesta sigue."
    wishes_heading = "Qué quiere"
    background_heading = "Qué aporta"
    limits_heading = "Sus límites"
    change_details = "Añadir o cambiar"
    change_help = "Cambiar"
    confirm_help = "Confirmar: {words}"
    remove_help = "Quitar «{words}»"
    removed = "Quitado: {words}"
    chips = {
        "goal": "{value}",
        "goal_role": "Llegar a ser: {value}",
        "goal_skills": "Aprender: {value}",
        "stack_into": "Hacia: {value}",
        "current_role": "Ahora: {value}",
        "current_skills": "Sabe: {value}",
        "held": "Tiene: {value}",
        "preferences": "{value}",
        "country": "País: {value}",
        "languages": "En {value}",
        "max_cost": "Como mucho {value}",
        "free_only": "Solo gratis",
        "max_hours_per_week": "Como mucho {value} horas por semana",
        "max_weeks": "Como mucho {value} semanas",
        "max_hours": "Como mucho {value} horas en total",
        "session_hours": "{value} horas cada vez",
        "mode": "{value}",
        "avoid_mode": "No {value}",
        "pacing": "{value}",
        "level": "{value}",
        "must_stack": "Debe contar para más",
        "avoid_assessment": "Sin {value}",
        "want_assessment": "Con {value}",
        "providers": "De {value}",
        "avoid_providers": "No de {value}",
        "must_be_micro_credential": "Solo microcredenciales",
    }
    preferences = {
        "cheaper": "Más barato",
        "shorter": "Más corto",
        "longer": "Más largo",
        "harder": "Más difícil",
        "easier": "Más fácil",
    }
    level_from_to = "nivel {min} a {max}"
    level_from = "nivel {min} o más"
    level_to = "nivel {max} o menos"

    form_title = "Sus datos"
    form_hint = "Rellene solo lo que importa. Vacío quiere decir: todo vale."
    form_goal = "Qué quiere hacer"
    form_current = "Qué hace ahora"
    form_country = "Su país"
    form_language = "Idioma"
    form_cost = "Lo máximo que pagaría"
    form_currency = "Moneda"
    form_free = "Solo gratis"
    form_hours_per_week = "Horas por semana que tiene"
    form_weeks = "Semanas que tiene"
    form_mode = "Forma de enseñanza"
    form_framework = "Escala del nivel"
    form_level_min = "Nivel más bajo"
    form_level_max = "Nivel más alto"
    form_must_stack = "Debe contar para un título mayor"
    form_any = "Cualquiera"
    form_change = "Nuevo valor"
    form_submit = "Renovar la respuesta"

    save = "Guardar"
    saved = "Guardado"
    save_help = "Poner «{title}» en su selección"
    unsave_help = "Quitar «{title}» de su selección"
    shortlist_heading = "Selección ({n})"
    shortlist_empty = "Guarde un resultado y estará aquí."
    remove_from_shortlist = "Quitar {title}"

    page_find = "Encontrar"
    page_levels = "Comparar los niveles"
    page_pathway = "Planear un camino"


SPANISH = Spanish()
