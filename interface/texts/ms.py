"""The page's words in Malay."""

from __future__ import annotations

from interface.texts.en import English


class Malay(English):
    """Overrides every text."""

    code = "ms"

    page_title = "Cairn: cari mikrokredensial yang membawa lebih jauh"
    headline = "Ke mana anda mahu pergi seterusnya?"
    introduction = (
        "Beritahu saya apa yang anda mahu buat dan apa yang anda sudah boleh buat. Saya mencari mikrokredensial yang "
        "sesuai, dan menerangkan sebabnya, tahapnya dan apa yang dikira daripadanya."
    )
    how_long = "Jawapan datang serta-merta. Saya bertanya tiga soalan paling banyak: kira-kira dua minit semuanya."
    promises = (
        (":material/balance:", "Tiada siapa membayar untuk kedudukan", "Setiap hasil menunjukkan cara ia disusun."),
        (":material/fact_check:", "Tiada yang diteka", "Apa yang tiada dalam sumber ditulis “tidak dinyatakan”."),
        (":material/lock:", "Apa yang anda tulis kekal di sini", "Berfungsi luar talian. Hanya yang disimpan kekal."),
    )
    examples_heading = "Atau mula dengan contoh"
    examples = (
        "Saya pembantu penjagaan selama 8 tahun, saya mahu mengurus rumah penjagaan, saya hanya ada waktu malam",
        "Saya mahu belajar analisis data dalam talian, percuma",
        "Saya guru sekolah rendah dan mahu kursus kecil yang dikira untuk ijazah sarjana",
        "Apakah maksud tahap 6?",
    )

    message_placeholder = "Apa yang anda mahu boleh buat?"
    message_placeholder_later = "Jawab, ubah atau tanya"
    thinking = "Membaca katalog…"
    earlier_results = "Hasil pada masa itu ({n})"
    next_steps_label = "Anda boleh teruskan dengan"
    start_over = "Mula semula"
    undo = "Buat asal"
    edited_by_hand = "Saya mengubah butiran sendiri."
    something_failed = (
        "Ada masalah di pihak kami, dan jawapan ini tidak dapat dibuat. Apa yang anda beritahu masih ada: "
        "sila cuba lagi, atau guna perkataan lain."
    )

    results_heading = "Hasil"
    why_heading = "Mengapa sesuai"
    limits_kept_heading = "Ia menepati had anda"
    overturn_heading = "Apa yang boleh mengubah kedudukannya"
    matrix_heading = "Hasil mana menyebut kemahiran yang anda mahu"
    matrix_skill = "Kemahiran"
    matrix_yes = "disebut"
    matrix_no = "tidak disebut"
    level_not_stated = "Tahap tidak dinyatakan"
    level_badge = "{framework} tahap {level}"
    on_framework = "Dalam {framework}, tahap tidak dinyatakan"
    level_heading = "Maksud tahap ini"
    level_typical = "Anugerah biasa: {award}."
    compare_levels = "Bandingkan tahap"
    not_stated = "tidak dinyatakan"
    time_label = "Masa"
    weeks = "{n} minggu"
    one_week = "1 minggu"
    hours = "{n} jam semuanya"
    hours_a_week = "{n} jam seminggu"
    contact_hours = "{n} jam bersama pengajar"
    no_fixed_hours = "Tiada jam tetap: diperoleh dengan bukti"
    weeks_at_your_pace = "kira-kira {n} minggu dengan {hours} jam seminggu anda"
    level_label = "Tahap"
    on_platform = "di {platform}"
    cost_label = "Kos"
    free = "Percuma"
    cost_not_stated = "Kos tidak dinyatakan"
    time_not_stated = "Masa tidak dinyatakan"
    mode_label = "Cara"
    mode_not_stated = "Dalam talian atau bersemuka: tidak dinyatakan"
    modes = {"online": "Dalam talian", "blended": "Dalam talian dan bersemuka", "in person": "Bersemuka"}
    pacings = {"self-paced": "ikut rentak sendiri", "scheduled": "pada tarikh tetap"}
    assessment_label = "Cara anda dinilai"
    assessment_not_stated = "Penilaian tidak dinyatakan"
    credits_label = "Kredit"
    stacks_heading = "Dikira untuk apa"
    share_of_award = "{share:.0%} daripada {award}"
    evidence_sheet = "Helaian bukti untuk penilai"
    link_states = {
        "confirmed": "disahkan",
        "conditional": "bersyarat",
        "unverified": "belum disahkan",
        "blocked": "tidak dikira",
    }
    see_pathway = "Lihat laluan"
    see_plan = "Lihat pelan ini sebagai jadual"
    not_stated_heading = "Juga belum jelas"
    more_details = "Butiran dan skor"
    more_details_help = "Semua yang diketahui tentang “{title}”, dan cara ia disusun"
    caution = "Berhati-hati"
    facts_heading = "Fakta"
    trust_heading = "Apa yang membina kepercayaan"
    trust_explained = "Setiap tanda berdiri sendiri; yang tidak dinyatakan bererti tidak diketahui, bukan buruk."
    standings = {
        "strong": "kuat",
        "known": "diketahui",
        "weak": "lemah",
        "unknown": "tidak diketahui",
        "agrees": "sepadan",
        "questioned": "diragui",
        "not known": "belum diketahui",
    }
    outcomes_heading = "Apa yang anda akan boleh buat"
    prerequisites_heading = "Perlu sebelum mula"
    quality_label = "Jaminan kualiti"
    certificate_label = "Sijil"
    type_label = "Nama daripada penyedia"
    language_label = "Bahasa"
    worth_heading = "Adakah ini mikrokredensial?"
    criterion_met = "Ya"
    criterion_not_met = "Tidak"
    criterion_unknown = "Tidak dinyatakan"
    oepass_label = "Jenis kredensial (oePASS)"
    stricter_heading = "Menurut takrif yang lebih ketat"
    source_link = "Sumber"
    provider_link = "Laman penyedia"
    source_dated = "bertarikh {date}"
    source_read = "dibaca daripada {name} pada {date}"
    source_read_on = "dibaca pada {date}"
    source_undated = "sumber tiada tarikh"
    how_ranked = "Cara ia disusun"
    score_explained = "Setiap bahagian memberi mata; jumlahnya ialah skor. Tiada siapa boleh membeli mata."
    score_parts = {
        "relevance": "Dekat dengan hasrat anda",
        "skills_gained": "Kemahiran yang anda peroleh",
        "level_fit": "Tahap sesuai",
        "stacking": "Membawa kepada anugerah lebih besar",
        "workload_fit": "Sesuai dengan masa anda",
        "trust": "Fakta yang boleh disemak",
        "cost_fit": "Sesuai dengan bajet anda",
        "within_reach": "Boleh diambil dari tempat anda",
        "freshness": "Fakta lebih baharu",
    }
    score_part = "Bahagian"
    score_points = "Mata"
    score_total = "Skor"
    set_aside_heading = "Diketepikan kerana had anda ({n})"
    set_aside_says = "Ini sepadan dengan hasrat anda, tetapi setiap satu melanggar satu had anda."

    limits = {
        "free_only": "Percuma sahaja",
        "max_cost": "Bajet anda",
        "max_hours": "Jumlah jam anda",
        "max_hours_per_week": "Jam seminggu anda",
        "max_weeks": "Minggu anda",
        "mode": "Cara diajar",
        "avoid_mode": "Cara diajar",
        "pacing": "Rentak sendiri atau tarikh tetap",
        "country": "Negara anda",
        "languages": "Bahasa anda",
        "level": "Tahap yang anda minta",
        "must_stack": "Mesti dikira untuk anugerah lebih besar",
        "avoid_assessment": "Penilaian yang mahu dielakkan",
        "want_assessment": "Penilaian yang anda minta",
        "providers": "Penyedia yang anda namakan",
        "avoid_providers": "Penyedia yang mahu dielakkan",
        "must_be_micro_credential": "Mikrokredensial sahaja",
    }

    understood_heading = "Apa yang saya faham"
    understood_nothing = "Apa yang anda beritahu muncul di sini, supaya anda boleh menyemak dan mengubahnya."
    understood_hint = "Tekan satu perkara untuk mengubahnya, ✓ untuk sahkan, ✕ untuk buang. Jawapan menyusul."
    wishes_heading = "Apa yang anda mahu"
    background_heading = "Apa yang anda ada"
    limits_heading = "Had anda"
    change_details = "Tambah atau ubah"
    change_help = "Ubah"
    confirm_help = "Sahkan: {words}"
    remove_help = "Buang “{words}”"
    removed = "Dikeluarkan: {words}"
    chips = {
        "goal": "{value}",
        "goal_role": "Menjadi: {value}",
        "goal_skills": "Belajar: {value}",
        "stack_into": "Ke arah: {value}",
        "current_role": "Sekarang: {value}",
        "current_skills": "Boleh: {value}",
        "held": "Ada: {value}",
        "preferences": "{value}",
        "country": "Negara: {value}",
        "languages": "Dalam {value}",
        "max_cost": "Paling banyak {value}",
        "free_only": "Percuma sahaja",
        "max_hours_per_week": "Paling banyak {value} jam seminggu",
        "max_weeks": "Paling banyak {value} minggu",
        "max_hours": "Paling banyak {value} jam semuanya",
        "session_hours": "{value} jam setiap kali",
        "mode": "{value}",
        "avoid_mode": "Bukan {value}",
        "pacing": "{value}",
        "level": "{value}",
        "must_stack": "Mesti boleh dikira",
        "avoid_assessment": "Tanpa {value}",
        "want_assessment": "Dengan {value}",
        "providers": "Daripada {value}",
        "avoid_providers": "Bukan daripada {value}",
        "must_be_micro_credential": "Mikrokredensial sahaja",
    }
    preferences = {
        "cheaper": "Lebih murah",
        "shorter": "Lebih pendek",
        "longer": "Lebih panjang",
        "harder": "Lebih sukar",
        "easier": "Lebih mudah",
    }
    level_from_to = "tahap {min} hingga {max}"
    level_from = "tahap {min} atau lebih tinggi"
    level_to = "tahap {max} atau lebih rendah"

    form_title = "Butiran anda"
    form_hint = "Isi yang penting sahaja. Kosong bererti: apa-apa pun boleh."
    form_goal = "Apa yang anda mahu buat"
    form_current = "Apa yang anda buat sekarang"
    form_country = "Negara anda"
    form_language = "Bahasa"
    form_cost = "Paling banyak anda sanggup bayar"
    form_currency = "Mata wang"
    form_free = "Percuma sahaja"
    form_hours_per_week = "Jam seminggu yang anda ada"
    form_weeks = "Minggu yang anda ada"
    form_mode = "Cara diajar"
    form_framework = "Skala tahap"
    form_level_min = "Tahap paling rendah"
    form_level_max = "Tahap paling tinggi"
    form_must_stack = "Mesti dikira untuk anugerah lebih besar"
    form_any = "Apa-apa"
    form_change = "Nilai baharu"
    form_submit = "Kemas kini jawapan"

    save = "Simpan"
    saved = "Disimpan"
    save_help = "Simpan “{title}” dalam senarai pendek anda"
    unsave_help = "Keluarkan “{title}” daripada senarai pendek anda"
    shortlist_heading = "Senarai pendek ({n})"
    shortlist_empty = "Simpan satu hasil dan ia ada di sini."
    remove_from_shortlist = "Keluarkan {title}"

    page_find = "Cari"
    page_levels = "Bandingkan tahap"
    page_pathway = "Rancang laluan"


MALAY = Malay()
