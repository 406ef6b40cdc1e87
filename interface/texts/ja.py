"""The page's words in Japanese."""

from __future__ import annotations

from interface.texts.en import English


class Japanese(English):
    """Overrides every text."""

    code = "ja"

    page_title = "Cairn：次につながるマイクロクレデンシャルを探す"
    headline = "次は、どこへ進みたいですか。"
    introduction = (
        "やりたいことと、今できることを教えてください。合うマイクロクレデンシャルを探し、合う理由、"
        "レベル、何に積み上がるかを説明します。"
    )
    how_long = "答えはすぐに出ます。質問は多くても三つ、全部で約二分です。"
    promises = (
        (":material/balance:", "順位はお金で買えません", "どの結果も、順位の理由を示します。"),
        (":material/fact_check:", "推測はしません", "出典にないことは「記載なし」と示します。"),
        (":material/lock:", "書いたことは外に出ません", "オフラインで動きます。保存しない限り残りません。"),
    )
    examples_heading = "例から始める"
    examples = (
        "介護職を8年しています。介護施設の管理者になりたいです。夜しか時間がありません",
        "オンラインで無料でデータ分析を学びたい",
        "小学校の教員です。修士号につながる小さな講座を探しています",
        "レベル6とは何ですか",
    )

    message_placeholder = "何ができるようになりたいですか"
    message_placeholder_later = "返事、変更、質問をどうぞ"
    thinking = "目録を読んでいます…"
    earlier_results = "このときの結果（{n}件）"
    next_steps_label = "次にできること"
    start_over = "最初から"
    undo = "元に戻す"
    edited_by_hand = "自分で条件を変えました。"
    something_failed = (
        "こちらの不具合で、この答えを出せませんでした。これまでに伺ったことは残っています。"
        "もう一度、または別の言葉でお試しください。"
    )

    results_heading = "結果"
    why_heading = "合う理由"
    limits_kept_heading = "条件を満たすこと"
    overturn_heading = "順位を変えうること"
    matrix_heading = "どの結果がどのスキルに触れているか"
    matrix_skill = "スキル"
    matrix_yes = "記載あり"
    matrix_no = "記載なし"
    level_not_stated = "レベルの記載なし"
    level_badge = "{framework} レベル{level}"
    on_framework = "{framework}（レベルの記載なし）"
    level_heading = "このレベルの意味"
    level_typical = "代表的な資格：{award}。"
    compare_levels = "レベルを比べる"
    not_stated = "記載なし"
    time_label = "期間"
    weeks = "{n}週間"
    one_week = "1週間"
    hours = "合計{n}時間"
    hours_a_week = "週{n}時間"
    contact_hours = "教員との授業{n}時間"
    no_fixed_hours = "決まった時間なし：証拠の提出で取得"
    weeks_at_your_pace = "約{n}週間（週{hours}時間の場合）"
    level_label = "レベル"
    on_platform = "{platform}で提供"
    cost_label = "費用"
    free = "無料"
    cost_not_stated = "費用の記載なし"
    time_not_stated = "期間の記載なし"
    mode_label = "形式"
    mode_not_stated = "オンラインか対面か：記載なし"
    modes = {"online": "オンライン", "blended": "オンラインと対面", "in person": "対面"}
    pacings = {"self-paced": "自分のペースで", "scheduled": "決まった日程で"}
    assessment_label = "評価の方法"
    assessment_not_stated = "評価の記載なし"
    credits_label = "単位"
    stacks_heading = "何に積み上がるか"
    share_of_award = "{award}の{share:.0%}"
    evidence_sheet = "審査員に渡す証拠シート"
    link_states = {
        "confirmed": "確認済み",
        "conditional": "条件つき",
        "unverified": "未確認",
        "blocked": "数えられない",
    }
    see_pathway = "道のりを見る"
    see_plan = "この計画を予定表で見る"
    not_stated_heading = "ほかに不明なこと"
    more_details = "詳細と得点"
    more_details_help = "「{title}」について分かっていることと順位の理由"
    caution = "注意"
    facts_heading = "事実"
    trust_heading = "信頼の手がかり"
    trust_explained = "手がかりは一つずつ見てください。記載なしは不明であり、悪いことではありません。"
    standings = {
        "strong": "強い",
        "known": "記載あり",
        "weak": "弱い",
        "unknown": "不明",
        "agrees": "一致",
        "questioned": "要確認",
        "not known": "分からない",
    }
    outcomes_heading = "できるようになること"
    prerequisites_heading = "始める前に必要なこと"
    quality_label = "質保証"
    certificate_label = "証明書"
    type_label = "提供者の呼び方"
    language_label = "使用言語"
    worth_heading = "マイクロクレデンシャルですか"
    criterion_met = "はい"
    criterion_not_met = "いいえ"
    criterion_unknown = "記載なし"
    oepass_label = "種類（oePASS）"
    stricter_heading = "より厳しい定義では"
    source_link = "出典"
    provider_link = "提供者のページ"
    source_dated = "{date}付"
    source_read = "{name}から読み込み（{date}）"
    source_read_on = "{date}に確認"
    source_undated = "出典に日付なし"
    how_ranked = "順位の理由"
    score_explained = "各項目の点の合計が得点です。点は誰も買えません。"
    score_parts = {
        "relevance": "希望への近さ",
        "skills_gained": "身につくスキル",
        "level_fit": "レベルが合う",
        "stacking": "より大きな資格につながる",
        "workload_fit": "時間に合う",
        "trust": "確かめられる事実",
        "cost_fit": "予算に合う",
        "within_reach": "住んでいる場所から受けられる",
        "freshness": "情報の新しさ",
    }
    score_part = "項目"
    score_points = "点"
    score_total = "得点"
    set_aside_heading = "条件に合わず外したもの（{n}件）"
    set_aside_says = "希望には合いますが、それぞれ条件の一つに反します。"

    limits = {
        "free_only": "無料のみ",
        "max_cost": "予算",
        "max_hours": "合計時間",
        "max_hours_per_week": "週の時間",
        "max_weeks": "週数",
        "mode": "授業の形式",
        "avoid_mode": "授業の形式",
        "pacing": "自分のペースか決まった日程か",
        "country": "国",
        "languages": "言語",
        "level": "希望のレベル",
        "must_stack": "より大きな資格に積み上がること",
        "avoid_assessment": "避けたい評価",
        "want_assessment": "希望の評価",
        "providers": "指定した提供者",
        "avoid_providers": "避けたい提供者",
        "must_be_micro_credential": "マイクロクレデンシャルのみ",
    }

    understood_heading = "理解したこと"
    understood_nothing = "お話の内容がここに出ます。確かめて、変えることができます。"
    understood_hint = "項目を押すと変更、✓で確認、✕で取り消しです。答えも変わります。"
    wishes_heading = "希望"
    background_heading = "今の経験"
    limits_heading = "条件"
    change_details = "追加・変更"
    change_help = "変更する"
    confirm_help = "確認する：{words}"
    remove_help = "「{words}」を外す"
    removed = "取り消しました：{words}"
    chips = {
        "goal": "{value}",
        "goal_role": "なりたい：{value}",
        "goal_skills": "学ぶ：{value}",
        "stack_into": "目標の資格：{value}",
        "current_role": "今：{value}",
        "current_skills": "できる：{value}",
        "held": "取得済み：{value}",
        "preferences": "{value}",
        "country": "国：{value}",
        "languages": "言語：{value}",
        "max_cost": "{value}まで",
        "free_only": "無料のみ",
        "max_hours_per_week": "週{value}時間まで",
        "max_weeks": "{value}週間まで",
        "max_hours": "合計{value}時間まで",
        "session_hours": "一回{value}時間",
        "mode": "{value}",
        "avoid_mode": "{value}以外",
        "pacing": "{value}",
        "level": "{value}",
        "must_stack": "積み上がるもの",
        "avoid_assessment": "{value}なし",
        "want_assessment": "{value}あり",
        "providers": "{value}の講座",
        "avoid_providers": "{value}以外",
        "must_be_micro_credential": "マイクロクレデンシャルのみ",
    }
    preferences = {
        "cheaper": "より安く",
        "shorter": "より短く",
        "longer": "より長く",
        "harder": "より難しく",
        "easier": "よりやさしく",
    }
    level_from_to = "レベル{min}から{max}"
    level_from = "レベル{min}以上"
    level_to = "レベル{max}以下"

    form_title = "条件"
    form_hint = "大切なことだけ書いてください。空欄は「何でもよい」です。"
    form_goal = "やりたいこと"
    form_current = "今していること"
    form_country = "国"
    form_language = "使用言語"
    form_cost = "払える上限"
    form_currency = "通貨"
    form_free = "無料のみ"
    form_hours_per_week = "週に使える時間"
    form_weeks = "使える週数"
    form_mode = "授業の形式"
    form_framework = "レベルの尺度"
    form_level_min = "最低のレベル"
    form_level_max = "最高のレベル"
    form_must_stack = "より大きな資格に積み上がること"
    form_any = "何でもよい"
    form_change = "新しい値"
    form_submit = "答えを更新"

    save = "保存"
    saved = "保存済み"
    save_help = "「{title}」を候補に入れる"
    unsave_help = "「{title}」を候補から外す"
    shortlist_heading = "候補（{n}）"
    shortlist_empty = "結果を保存すると、ここに出ます。"
    remove_from_shortlist = "{title}を外す"

    page_find = "探す"
    page_levels = "レベルを比べる"
    page_pathway = "道筋を立てる"


JAPANESE = Japanese()
