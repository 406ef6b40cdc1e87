"""Japanese words about files."""

from __future__ import annotations

from interface.texts.files import FilesTexts

FILES = FilesTexts(
    held_page="すでに持っているもの",
    held_intro="バッジ、デジタル証明書、履歴書をお持ちください。見つけたものをお見せし、確認されたものだけを使います。ファイルはここで読むだけで、保存も送信もしません。",
    held_upload="バッジ、証明書、履歴書",
    held_formats=(
        "Open Badges（PNG、SVG も可）、CLR、Europass、LER-RS。"
        "履歴書は PDF、Word、テキスト。{most} 件まで、1 件 {size} MB まで。"
    ),
    held_link="バッジや履歴書を追加",
    credentials_heading="お持ちの証明書",
    skills_heading="できること",
    role_heading="今の仕事",
    role_none="どれでもない",
    cv_line="履歴書の行：「{line}」",
    signatures={
        "verified": "署名を確認済み",
        "not checked (no network)": "署名は未確認",
        "broken": "署名が壊れています",
        "none": "署名なし",
    },
    run_out="有効期限は {date} まででした。",
    nothing_found="{name} には、名前の分かるものが見つかりませんでした。会話の中でお話しいただけます。",
    too_many_files="最初の {most} 件を読みました。残りは後で追加してください。",
    confirm="選んだものを追加",
    confirmed="ファイルから追加しました：{words}",
    nothing_ticked="まだ何も選ばれていません。当てはまるものを選んでから追加してください。",
    notes_heading="ファイルについてのお知らせ",
    unreadable="読み取れませんでした。何も変わっていません。ファイルを確かめて、もう一度お試しください。",
    catalogue_page="自分のカタログ",
    catalogue_intro="カタログを読み込むと、そこから答えます。あなただけに、このページを閉じるまで有効です。まず、読み取れた内容をお見せします。",
    catalogue_upload="カタログのファイル",
    catalogue_formats=(
        "CSV、Excel、JSON Lines、CTDL、European Learning Model、schem"
        "a.org、Open Badges。1 件 {size} MB、{most} 講座まで。"
    ),
    reading="{name} を読んでいます…",
    preparing="答える準備をしています…",
    report_heading="読み取った内容",
    report_labels={
        "file": "ファイル",
        "format": "形式",
        "read": "読込",
        "kept": "採用",
        "mended": "修正",
        "refused": "却下",
        "duplicates": "重複",
    },
    columns_heading="列の読み取り方",
    columns_hint="ご確認ください。違っている列は、その内容を下で選んでください。",
    columns_labels={
        "column": "列",
        "field": "読み取り",
        "how": "理由",
        "example": "例",
    },
    matched_by={
        "chosen": "ご指定",
        "name": "名前",
        "spelling": "つづり",
        "meaning": "意味",
        "not used": "未使用",
    },
    perhaps="未使用（{field}かもしれません）",
    columns_correct="列の読み取り方を直す",
    read_as="{name}の形式",
    found_out="自動で判別",
    read_again="この設定で読み直す",
    refused_heading="却下（{n}）",
    refused_labels={
        "where": "場所",
        "record": "項目",
        "reason": "理由",
    },
    mended_heading="修正（{n}）",
    mended_labels={
        "where": "場所",
        "field": "欄",
        "before": "前",
        "after": "後",
        "reason": "理由",
    },
    left_out="省きました",
    more_rows="ほかに {n} 件。",
    unknown_fields="次の欄は使いませんでした：{names}。",
    too_many=(
        "{n} 講座あります。一度に答えられるのは {most} 講座までです。"
        "一部を読み込むか、このサーバーの管理者に登録を頼んでください。"
    ),
    nothing_kept="採用できるものがなかったため、答えは今のままです。理由は上にあります。",
    use="このカタログから答える",
    in_use="**{name}**（{n} 講座）から、あなただけに答えています。",
    back="Cairn のカタログに戻る",
    switched="カタログ {name} に切り替えました",
    switched_back="Cairn のカタログに戻りました",
    default_name="Cairn のカタログ",
    export_heading="カタログをダウンロード",
    export_says="{name}：{n} 講座を、必要な形式で。",
    export_formats={
        "csv": "CSV（表計算用）",
        "jsonl": "JSON Lines",
        "ctdl": "CTDL（Credential Registry 用）",
        "elm": "European Learning Model 3",
        "schemaorg": "schema.org（ウェブ用）",
    },
    cannot_hold="この形式に入らないもの：{fields}。",
    format="形式",
    make_file="ファイルを作る",
    download_file="{name} をダウンロード",
    take_away="持ち帰る",
    take_says="印刷、送付、カレンダー用のファイルです。求められたときに作り、保存しません。",
    take_formats={
        "pdf": "PDF（印刷用）",
        "docx": "Word（編集用）",
        "csv": "CSV（表計算用）",
        "ics": "カレンダー（ICS）",
        "json": "JSON（ほかのソフト用）",
    },
    learner_name="載せる場合のお名前",
    adviser_name="載せる場合の相談員のお名前",
    starts_on="第 1 週の始まり",
    notes_of_adviser="メモ",
    note_on="{title} のメモ",
)
