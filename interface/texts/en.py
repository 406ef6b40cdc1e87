"""Every sentence of the page in English. Another language is a subclass that overrides each of them."""

from __future__ import annotations


class English:
    """The page's words; names in braces are filled in by the caller."""

    code = "en"

    # The first screen.
    page_title = "Cairn: find a micro-credential that leads somewhere"
    headline = "Where do you want to go next?"
    introduction = (
        "Tell me what you would like to do, and what you can already do. I look for micro-credentials that fit, and "
        "say why each one fits, at what level it stands and what it counts towards."
    )
    how_long = "You get an answer at once. I ask three questions at most: about two minutes in all."
    promises = (
        (":material/balance:", "Nobody pays for a place in the list", "Every result shows how it was ranked."),
        (":material/fact_check:", "Nothing is guessed", "What a source leaves out is shown as “not stated”."),
        (":material/lock:", "What you write stays here", "Works offline. Nothing is kept unless you save it."),
    )
    examples_heading = "Or start from an example"
    examples = (
        "I’ve been a care assistant for 8 years, I want to move into managing a care home, I have evenings only",
        "I’d like to learn data analysis online, for free",
        "I teach in a primary school and want something small that counts towards a master’s",
        "What does level 6 mean?",
    )

    # The conversation.
    message_placeholder = "What would you like to be able to do?"
    message_placeholder_later = "Answer, change or ask something"
    thinking = "Reading the catalogue…"
    earlier_results = "Results at that point ({n})"
    next_steps_label = "You could go on with"
    start_over = "Start over"
    undo = "Undo"
    undo_message = "Undo that"
    edited_by_hand = "I changed the details myself."
    something_failed = (
        "Something went wrong on our side, and this answer could not be made. What you told me is still here: "
        "please try again, or put it in other words."
    )

    # Results.
    results_heading = "Results"
    why_heading = "Why it fits"
    limits_kept_heading = "It keeps your limits"
    overturn_heading = "What could change its place"
    matrix_heading = "Which result names which skill you want"
    matrix_skill = "Skill"
    matrix_yes = "named"
    matrix_no = "not named"
    level_not_stated = "Level not stated"
    level_badge = "{framework} level {level}"
    on_framework = "On the {framework}, level not stated"
    level_heading = "What this level means"
    level_typical = "Typical award: {award}."
    compare_levels = "How levels compare"
    not_stated = "not stated"
    time_label = "Time"
    weeks = "{n} weeks"
    one_week = "1 week"
    hours = "{n} hours in all"
    hours_a_week = "{n} hours a week"
    contact_hours = "{n} hours with a teacher"
    no_fixed_hours = "No fixed hours: earned by evidence"
    weeks_at_your_pace = "about {n} weeks at your {hours} hours a week"
    level_label = "Level"
    on_platform = "on {platform}"
    cost_label = "Cost"
    free = "Free"
    cost_not_stated = "Cost not stated"
    time_not_stated = "Time not stated"
    mode_label = "How"
    mode_not_stated = "Online or in person: not stated"
    modes = {"online": "Online", "blended": "Part online, part in person", "in person": "In person"}
    pacings = {"self-paced": "at your own pace", "scheduled": "on set dates"}
    assessment_label = "How you are assessed"
    assessment_not_stated = "Assessment not stated"
    credits_label = "Credits"
    stacks_heading = "What it counts towards"
    share_of_award = "{share:.0%} of {award}"
    evidence_sheet = "Evidence sheet for an assessor"
    link_states = {
        "confirmed": "confirmed",
        "conditional": "on a condition",
        "unverified": "not verified",
        "blocked": "does not count",
    }
    see_pathway = "See the pathway"
    see_plan = "See this plan as a timetable"
    not_stated_heading = "Also open"
    more_details = "Details and score"
    more_details_help = "Everything known about “{title}”, and how it was ranked"
    caution = "Take care"
    facts_heading = "Facts"
    trust_heading = "What speaks for trusting it"
    trust_explained = "Each sign stands for itself; what is not stated is unknown, not bad."
    standings = {
        "strong": "strong",
        "known": "known",
        "weak": "weak",
        "unknown": "unknown",
        "agrees": "agrees",
        "questioned": "questioned",
        "not known": "not known",
    }
    outcomes_heading = "What you will be able to do"
    prerequisites_heading = "Needed before you start"
    quality_label = "Quality assurance"
    certificate_label = "Certificate"
    type_label = "The provider calls it"
    language_label = "Taught in"
    worth_heading = "Is it a micro-credential?"
    criterion_met = "Yes"
    criterion_not_met = "No"
    criterion_unknown = "Not stated"
    oepass_label = "Kind of credential (oePASS)"
    stricter_heading = "By definitions that ask for more"
    source_link = "Source"
    provider_link = "Provider’s page"
    source_dated = "dated {date}"
    source_read = "read from {name} on {date}"
    source_read_on = "read on {date}"
    source_undated = "the source shows no date"
    how_ranked = "How it was ranked"
    score_explained = "Each part adds points; together they make the score. Nobody can buy points."
    score_parts = {
        "relevance": "Close to what you want",
        "skills_gained": "Skills you would gain",
        "level_fit": "Level fits",
        "stacking": "Leads to a larger award",
        "workload_fit": "Fits your time",
        "trust": "Facts that can be checked",
        "cost_fit": "Fits your budget",
        "within_reach": "Within reach from where you are",
        "freshness": "Newer facts",
    }
    score_part = "Part"
    score_points = "Points"
    score_total = "Score"
    set_aside_heading = "Left out because of your limits ({n})"
    set_aside_says = "These match what you want, but each one breaks a limit that you set."

    # Limits, by the profile's slot.
    limits = {
        "free_only": "Free of charge only",
        "max_cost": "Your budget",
        "max_hours": "Your hours in all",
        "max_hours_per_week": "Your hours a week",
        "max_weeks": "Your weeks",
        "mode": "How it is taught",
        "avoid_mode": "How it is taught",
        "pacing": "Own pace or set dates",
        "country": "Your country",
        "languages": "Your languages",
        "level": "The level you asked for",
        "must_stack": "Must count towards a larger award",
        "avoid_assessment": "Assessment you want to avoid",
        "want_assessment": "Assessment you asked for",
        "providers": "The providers you named",
        "avoid_providers": "Providers you want to avoid",
        "must_be_micro_credential": "Micro-credentials only",
    }

    # What was understood.
    understood_heading = "What I understood"
    understood_nothing = "What you tell me appears here, so that you can check it and change it."
    understood_hint = "Press a chip to change it, ✓ to say it is right, ✕ to take it out. The answer follows."
    wishes_heading = "What you want"
    background_heading = "What you bring"
    limits_heading = "Your limits"
    change_details = "Add or change"
    change_help = "Change this"
    confirm_help = "Confirm: {words}"
    remove_help = "Take “{words}” out"
    removed = "I took this out: {words}"
    chips = {
        "goal": "{value}",
        "goal_role": "To become: {value}",
        "goal_skills": "Learn: {value}",
        "stack_into": "Towards: {value}",
        "current_role": "Now: {value}",
        "current_skills": "Can do: {value}",
        "held": "Holds: {value}",
        "preferences": "{value}",
        "country": "Country: {value}",
        "languages": "In {value}",
        "max_cost": "At most {value}",
        "free_only": "Free only",
        "max_hours_per_week": "At most {value} hours a week",
        "max_weeks": "At most {value} weeks",
        "max_hours": "At most {value} hours in all",
        "session_hours": "{value} hours at a time",
        "mode": "{value}",
        "avoid_mode": "Not {value}",
        "pacing": "{value}",
        "level": "{value}",
        "must_stack": "Must count towards more",
        "avoid_assessment": "No {value}",
        "want_assessment": "With {value}",
        "providers": "From {value}",
        "avoid_providers": "Not from {value}",
        "must_be_micro_credential": "Micro-credentials only",
    }
    preferences = {
        "cheaper": "Cheaper",
        "shorter": "Shorter",
        "longer": "Longer",
        "harder": "Harder",
        "easier": "Easier",
    }
    level_from_to = "level {min} to {max}"
    level_from = "level {min} or higher"
    level_to = "level {max} or lower"

    # The form.
    form_title = "Your details"
    form_hint = "Fill in only what matters. Empty means: anything goes."
    form_goal = "What you want to do"
    form_current = "What you do now"
    form_country = "Your country"
    form_language = "Taught in"
    form_cost = "Most you would pay"
    form_currency = "Currency"
    form_free = "Free only"
    form_hours_per_week = "Hours a week you have"
    form_weeks = "Weeks you have"
    form_mode = "How it is taught"
    form_framework = "Scale of the level"
    form_level_min = "Lowest level"
    form_level_max = "Highest level"
    form_must_stack = "It must count towards a larger award"
    form_any = "Any"
    form_change = "New value"
    form_submit = "Update the answer"

    # The shortlist.
    save = "Save"
    saved = "Saved"
    save_help = "Keep “{title}” on your shortlist"
    unsave_help = "Take “{title}” off your shortlist"
    shortlist_heading = "Shortlist ({n})"
    shortlist_empty = "Save a result to keep it here."
    remove_from_shortlist = "Remove {title}"

    # Pages.
    page_find = "Find credentials"
    page_levels = "How credentials compare"
    page_pathway = "Plan a pathway"


ENGLISH = English()
