/**
 * What the judge may still count, by corpus and file, code included: each fault with its widths and
 * how often at each, `strict 20:2 33:1, broken 20:1`; a file has no more of them. Of each of these faults
 * `wrap-driver.py` proves that it is the text's; `wrap-faults.ts` tells how, word by word, and
 * writes this list.
 */
export type Accepted = Readonly<Record<string, string>>;

/** What is proved of the faults of a kind; a row is what is left of it by the bars of quotes. */
export const REASONS: Readonly<Record<string, string>> = {
  strict: 'the path, with the brackets and stops that belong to it, is wider than the row',
  broken: 'the word, with the brackets and stops that belong to it, is wider than the row',
  runts: 'the end of the block, from the last place on that leaves no runt, is wider than the row',
  bad_start: 'the hyphens or stops of a drawing are wider than the row',
  cjk_gap: 'a blank out of a line feed divides two English words in curly quotes',
};

/** Faults of which no proof can be had from the source alone, each with a reason of its own. */
export const unprovable: Readonly<Record<string, { faults: string; reason: string }>> = {
  '_posts/2008/2008-02-20-phunを起動させる色化け、エラー.md': {
    faults: 'broken 20:1',
    reason: 'phun_080212_0001.png is an image: with the bracket that closes its words it takes 21',
  },
  '_posts/2008/2008-03-12-amzonのほしいものリストで本名や履歴がだだ漏れ.md': {
    faults: 'broken 20:1',
    reason: '4234eeb547d6e423.jpg is an image: with the bracket that closes its words it takes 21',
  },
};

export const accepted: Readonly<Record<string, Accepted>> = {
  'efcl-ja': {
    '_posts/2008/2008-02-15-65.md': 'strict 20:1',
    '_posts/2008/2008-02-20-phunを起動させる色化け、エラー.md': 'strict 20:1',
    '_posts/2008/2008-02-22-greasemonkeyでページ内の画像をポップアップ表示させる5.md':
      'broken 20:1',
    '_posts/2008/2008-02-29-pc生活を便利にするという戯れ言.md': 'strict 20:2 33:1',
    '_posts/2008/2008-03-05-autopagerizeでスクロールがヌルヌルする。スムーズスク.md':
      'strict 20:1 33:1 60:1, broken 33:1 40:1',
    '_posts/2008/2008-03-22-firefoxで地味に便利なアドオン.md': 'broken 20:1',
    '_posts/2008/2008-03-27-ニコニコ動画greasemonkeyでプレイリストwrraper対応.md': 'runts 33:1',
    '_posts/2008/2008-03-29-imeのonoffで背景色を変えるfirefoxのアドオン.md': 'strict 20:1',
    '_posts/2008/2008-04-22-画面上にペンタブを使って手書きできる「てがきin.md': 'strict 20:1',
    '_posts/2008/2008-04-26-firefoxのキャッシュをローカルで見る「mozillacacheview」.md':
      'strict 20:1',
    '_posts/2008/2008-06-18-firefox3が正式公開されました.md': 'runts 20:1',
    '_posts/2008/2008-07-06-mingでphpファイルをコンパイルするswf.md': 'broken 20:2',
    '_posts/2008/2008-07-27-wordpress-26-でタグ名が表示されない（２バイト文字）.md': 'strict 20:1',
    '_posts/2008/2008-08-02-firefox3tab-mix-plusを代替えアドオンで補う.md': 'runts 20:1',
    '_posts/2008/2008-12-13-ニコニコ動画の再生ページに天気情報を表示するgr.md':
      'broken 20:2 40:1, runts 20:4',
    '_posts/2008/2008-12-14-マインドマップソフト「xmind」を日本語化する方法.md':
      'strict 20:8 33:4 40:4 60:2',
    '_posts/2010/2010-01-13-ニコニコ動画のマイリストページに共起タグクラ.md': 'runts 20:1',
    '_posts/2010/2010-01-15-ブックマークレットの登録を手助けするブックマ.md':
      'broken 20:1, runts 20:1',
    '_posts/2010/2010-01-24-greasemonkey使ってないスクリプトを削除するメモ.md':
      'strict 20:1 33:2 40:1',
    '_posts/2010/2010-01-26-ｊｅｔｐａｃｋで何かを作ってみる作り方など.md': 'strict 20:1',
    '_posts/2010/2010-03-20-gistへgreasemonkeyを貼るときに自動でファイル名を入力する.md':
      'runts 20:1',
    '_posts/2010/2010-03-28-greasemonkeyでサイト既存cssの影響を受けないポップアップ.md':
      'strict 20:1 33:1 40:1',
    '_posts/2010/2010-05-12-userchrome-jsでメニュー拡張を追加できる「usermenu-js」.md':
      'strict 20:1, broken 40:1',
    '_posts/2010/2010-05-16-拡張機能の有効状態を保存復元するuserchrome-js.md': 'broken 33:1',
    '_posts/2010/2010-06-10-oauth-for-greasemonkeyのラッパーライブラリ.md':
      'broken 20:3, runts 20:3',
    '_posts/2010/2010-07-01-jailbreakしたiphone3gに入れていたcydiaアプリ.md':
      'strict 20:2 33:1 40:1',
    '_posts/2010/2010-07-09-simなしiphone3gをipodとして運用するitunesの使い方.md': 'strict 20:1',
    '_posts/2010/2010-09-02-googleのコーディングスタイルチェッカー「closure-linter」.md':
      'strict 20:2',
    '_posts/2010/2010-09-05-jetpack-sdkで生成したxpiの名前にスペースなど入れる方法.md':
      'strict 20:1',
    '_posts/2010/2010-09-26-node-jsで動作するhtml5javascript製のide「cloud9」.md':
      'strict 20:1 33:1',
    '_posts/2010/2010-10-21-使ってないgreasemonkeyスクリプトを削除・整理するnilscript.md':
      'strict 20:1',
    '_posts/2010/2010-12-07-post-now-browsing-to-twitterで設定画面が開かないバグ修正.md':
      'runts 20:4',
    '_posts/2010/2010-12-11-ldr上ではてなブックマーク拡張を使ってはてブコ.md':
      'strict 20:2, broken 40:1',
    '_posts/2010/2010-12-26-javascriptからメモリ情報を取得する方法.md':
      'strict 20:4 33:1 40:1, runts 40:1',
  },
  'swift-org': {
    '_posts/2016-01-29-swift-api-transformation.md': 'broken 20:2',
    '_posts/2016-02-08-swift-benchmark-suite.md': 'strict 20:2',
    '_posts/2016-03-30-swift-2.2-new-features.md': 'broken 20:2, runts 33:2',
    '_posts/2017-08-22-swift-local-refactoring.md':
      'strict 20:6 33:2, broken 20:1 33:1, runts 20:1',
    '_posts/2017-10-04-dictionary-and-set-improvements.md': 'broken 20:2',
    '_posts/2018-01-08-conditional-conformance.md': 'broken 40:1',
    '_posts/2018-03-29-swift-4.1-released.md': 'runts 20:1',
    '_posts/2018-09-26-how-mirror-works.md': 'broken 20:9, runts 20:11 33:4',
    '_posts/2019-02-06-sourcekitd-stress-tester.md':
      'strict 20:9 33:4 40:1, broken 20:1, runts 20:1',
    '_posts/2019-02-20-behind-SE-0200.md': 'runts 20:1',
    '_posts/2019-03-20-utf8-string.md': 'strict 20:1',
    '_posts/2019-08-13-tsan-support-on-linux.md': 'strict 20:12 33:4',
    '_posts/2019-10-17-new-diagnostic-arch-overview.md': 'runts 20:1',
    '_posts/2019-10-31-sswg-update-2019.md': 'strict 20:11 33:1',
    '_posts/2020-02-27-argument-parser.md': 'runts 20:5',
    '_posts/2020-08-27-swift-cluster-membership.md': 'broken 20:2, runts 20:2',
    '_posts/2020-10-01-swift-atomics.md': 'broken 20:4',
    '_posts/2020-11-19-swiftnio-ssh.md': 'runts 20:6 33:2 40:2 60:2 72:2',
    '_posts/2021-04-05-swift-collections.md': 'runts 20:1',
    '_posts/2021-10-13-swift-docc.md': 'strict 20:2',
    '_posts/2021-10-28-distributed-actors.md': 'runts 20:1',
    '_posts/2022-03-14-swift-5.6-released.md': 'strict 20:2, broken 20:1',
    '_posts/2022-05-19-mentorship-2022.md': 'strict 20:1',
    '_posts/2022-07-01-swift-language-updates-from-wwdc22.md': 'runts 20:1',
    '_posts/2022-08-30-swift-nio-imap.md': 'runts 20:1',
    '_posts/2022-09-12-swift-5.7-released.md': 'strict 20:2',
    '_posts/2022-12-05-swift-summer-of-code-2022-summary.md': 'runts 20:2',
    '_posts/2023-03-30-swift-5.8-released.md': 'strict 20:2',
    '_posts/2023-06-12-introducing-swift-openapi-generator.md': 'strict 20:1, runts 20:1',
    '_posts/2023-07-10-introducing-swift-http-types.md': 'runts 20:2',
    '_posts/2023-10-13-swift-everywhere-windows-interop.md': 'broken 20:2',
    '_posts/2023-11-06-swift-5.9-backtraces.md': 'strict 20:38 33:14 40:13, runts 20:7',
    '_posts/2024-01-31-swift-openapi-generator-1.0.md': 'strict 20:1, runts 20:1',
    '_posts/2024-02-13-summer-of-code-2023-summary.md': 'broken 20:1',
    '_posts/2024-03-12-byte-sized-swift-tiny-games-playdate.md':
      'strict 20:34 33:12 40:4 60:1, runts 20:4 33:3 40:2',
    '_posts/2024-03-25-adwaita-swift.md': 'broken 20:2',
    '_posts/2024-06-10-swiftlang-github.md': 'strict 20:1',
    '_posts/2024-07-30-announcing-swift-homomorphic-encryption.md': 'broken 20:1',
    '_posts/2024-08-21-introducing-swift-nio-oblivious-http.md': 'broken 20:1, runts 20:1',
    '_posts/2024-09-17-announcing-swift-6.md': 'strict 20:1',
    '_posts/2025-03-28-introducing-swiftly_10.md': 'bad_start 20:2 33:1 40:1',
    '_posts/2025-10-03-swift-profile-recorder.md': 'broken 20:1',
    '_posts/2025-11-05-gsoc-2025-showcase-swiftly-support-in-vscode.md': 'strict 20:2',
    '_posts/2025-11-07-gsoc-2025-showcase-swift-java.md': 'strict 20:1',
    '_posts/2025-11-17-embedded-swift-improvements-coming-in-swift-6.3.md': 'broken 20:2',
    '_posts/2025-12-18-exploring-the-swift-sdk-for-android.md': 'broken 20:1',
    '_posts/2026-01-22-improving-usability-of-c-libraries-in-swift.md':
      'strict 20:7 33:3 40:2 60:1 72:1 80:1, broken 20:11, runts 20:4 33:1',
    '_posts/2026-02-20-swift-system-metrics-1.0-released.md': 'broken 20:1',
    '_posts/2026-03-24-swift-6.3-released.md': 'broken 20:1',
    '_posts/2026-06-12-migrating-truetype-hinting-to-swift.md': 'runts 20:2',
    '_posts/2026-08-20-embedded-swift-improvements-coming-in-swift-6.4.md': 'runts 20:2',
  },
  'elixir-lang': {
    '_posts/2013-12-11-elixir-s-new-continuable-enumerators.markdown': 'broken 20:1',
    '_posts/2014-04-21-elixir-v0-13-0-released.markdown': 'strict 20:1',
    '_posts/2014-06-17-elixir-v0-14-0-released.markdown': 'broken 20:1',
    '_posts/2014-08-07-elixir-v0-15-0-released.markdown': 'strict 20:4, runts 20:1',
    '_posts/2016-01-03-elixir-v1-2-0-released.markdown': 'strict 20:2',
    '_posts/2016-06-21-elixir-v1-3-0-released.markdown': 'strict 20:2',
    '_posts/2016-07-14-announcing-genstage.markdown': 'runts 20:2',
    '_posts/2017-07-25-elixir-v1-5-0-released.markdown': 'broken 20:1',
    '_posts/2017-10-31-stream-data-property-based-testing-and-data-generation-for-elixir.markdown':
      'broken 20:1',
    '_posts/2018-01-17-elixir-v1-6-0-released.markdown': 'strict 20:28 33:6 40:5, runts 20:1',
    '_posts/2018-06-28-gsoc-projects.markdown': 'runts 20:2',
    '_posts/2018-07-25-elixir-v1-7-0-released.markdown': 'bad_start 20:2',
    '_posts/2019-01-14-elixir-v1-8-0-released.markdown':
      'bad_start 20:2, strict 20:1, broken 20:1, runts 20:1 33:1 40:1',
    '_posts/2019-06-24-elixir-v1-9-0-released.markdown': 'strict 20:1',
    '_posts/2020-01-27-elixir-v1-10-0-released.markdown': 'strict 20:2, broken 20:1',
    '_posts/2020-10-06-elixir-v1-11-0-released.markdown': 'strict 20:3',
    '_posts/2020-10-27-delivering-social-change-with-elixir-at-change.org.markdown': 'broken 20:1',
    '_posts/2021-02-03-social-messaging-with-elixir-at-community.markdown': 'strict 20:1',
    '_posts/2021-05-19-elixir-v1-12-0-released.markdown': 'strict 20:1, broken 20:1',
    '_posts/2021-12-03-elixir-v1-13-0-released.markdown': 'broken 20:1',
    '_posts/2022-09-01-elixir-v1-14-0-released.markdown': 'broken 20:2',
    '_posts/2024-06-12-elixir-v1-17-0-released.markdown': 'strict 20:2',
    '_posts/2024-08-28-typing-lists-and-tuples.markdown': 'strict 20:1, broken 20:3',
    '_posts/2024-12-19-elixir-v1-18-0-released.markdown': 'runts 20:1',
    '_posts/2025-08-18-interop-and-portability.markdown': 'runts 20:1',
    '_posts/2025-10-16-elixir-v1-19-0-released.markdown': 'broken 20:1, runts 20:1 33:1',
    '_posts/2025-12-02-lazier-bdds-for-set-theoretic-types.markdown': 'strict 20:2',
  },
  'jekyll-docs': {
    '_posts/2014-03-27-jekyll-1-5-1-released.markdown': 'strict 20:2 33:1',
    '_posts/2016-10-06-jekyll-3-3-is-here.md': 'strict 20:1',
    '_posts/2017-03-09-jekyll-3-4-2-released.markdown': 'strict 20:1',
  },
  'astro-fuwari': {
    'content/posts/expressive-code.md': 'strict 20:1, runts 20:1',
  },
  '18f': {
    '_posts/2014-05-16-slides-from-the-inaugural-18f-demo-day.md':
      'cjk_gap 20:1 33:1 40:1 60:1 72:1 80:1 120:1',
    '_posts/2014-05-29-announcing-the-developer-program-a-new-hub-for.md': 'strict 20:1',
    '_posts/2014-07-23-take-a-gander-at-our-developer-page.md': 'strict 20:1',
    '_posts/2014-11-26-how-to-use-more-open-source.md': 'strict 20:1',
    '_posts/2014-12-23-hub.md': 'strict 20:2',
    '_posts/2015-03-06-ux-lessons-learned-from-a-procurement-project.md': 'strict 20:1',
    '_posts/2015-03-19-how-we-built-analytics-usa-gov.md': 'strict 20:2',
    '_posts/2015-04-03-how-to-welcome-new-coders-to-a-civic-hackathon.md': 'strict 20:1',
    '_posts/2015-04-06-day-in-the-life-of-talent-manager.md': 'strict 20:1',
    '_posts/2015-04-20-act-iac-event-on-devops-in-the-government.md': 'strict 20:1',
    '_posts/2015-06-03-giving-back-to-open-source.md': 'strict 20:2',
    '_posts/2015-06-11-18f-at-national-civic-hacking-day.md': 'strict 20:1',
    '_posts/2015-07-15-openfec-api-update.md': 'strict 20:6 33:1',
    '_posts/2015-07-17-the-new-10.md': 'strict 20:1, broken 20:1',
    '_posts/2015-09-03-every-kid-in-a-park.md': 'cjk_gap 20:1 40:1 60:1 80:1 120:1',
    '_posts/2015-09-09-how-a-two-day-spring-moved-an-agency-twenty-years-forward.md': 'broken 20:1',
    '_posts/2015-10-07-digital-economy-practice.md': 'broken 20:1',
    '_posts/2015-10-22-preventing-technical-debt.md': 'broken 20:1',
    '_posts/2015-11-18-automating-easy-government-decisions-with-machine-learning.md':
      'broken 20:1',
    '_posts/2015-11-18-the-current-future-of-18f-marketplaces.md': 'strict 20:1',
    '_posts/2015-11-19-delivery-partnership-playbook.md': 'broken 20:1',
    '_posts/2015-12-11-how-we-test-18f-gsa-gov.md': 'strict 20:2',
    '_posts/2015-12-15-how-bot-named-dolores-landingham-transformed-18fs-onboarding.md':
      'strict 20:5 33:2 40:1',
    '_posts/2016-03-10-announcing-the-launch-of-the-digital-acquisitions-pilot.md': 'strict 20:3',
    '_posts/2016-03-22-what-was-your-path-to-18f.md': 'strict 20:2',
    '_posts/2016-03-29-best-practices-for-building-an-accessible-website-using-the-draft-us-web-design-standards.md':
      'strict 20:2',
    '_posts/2016-03-30-how-we-shared-a-visual-style-across-multiple-sites.md':
      'strict 20:20 33:2 40:1',
    '_posts/2016-04-06-take-our-code-18f-projects-you-can-reuse.md': 'strict 20:1',
    '_posts/2016-04-08-how-we-get-high-availability-with-elasticsearch-and-ruby-on-rails.md':
      'runts 20:1',
    '_posts/2016-04-19-looking-at-the-different-ways-to-test-content.md':
      'cjk_gap 20:1 33:1 40:1 60:1 72:1 80:1 120:1',
    '_posts/2016-05-02-from-spreadsheet-to-api-to-app-a-better-contract-forecast-tool.md':
      'broken 20:1',
    '_posts/2016-05-18-why-were-moving-18f-gsa-gov-to-federalist.md': 'strict 20:1',
    '_posts/2016-06-17-exciting-additions-to-analytics-usa-gov.md': 'strict 20:1',
    '_posts/2016-08-16-what-happens-when-the-whole-team-joins-user-interviews.md': 'strict 20:1',
    '_posts/2016-08-25-micro-purchase-design-philosophy-do-one-thing-well.md': 'broken 20:1',
    '_posts/2016-09-19-vendors-government-strengthen-partnership-technology-industry-day.md':
      'broken 20:1',
    '_posts/2016-11-30-curate-best-thinking-available.md': 'runts 20:1',
    '_posts/2017-06-06-fractal-and-federalist-join-the-us-web-design-standards.md': 'strict 20:1',
    '_posts/2017-08-30-what-makes-a-great-vendor-team.md': 'broken 20:1',
    '_posts/2017-09-26-automated-scanning-for-sensitive-information.md': 'strict 20:1 33:1',
    '_posts/2017-10-11-pulling-back-the-curtain-on-it-procurement.md': 'broken 20:1',
    '_posts/2017-11-30-improving-government-outcomes-through-an-agile-contract-format.md':
      'broken 20:1',
    '_posts/2018-01-25-getting-devops-buy-in.md': 'strict 20:2',
    '_posts/2018-03-13-win-big-by-going-small.md': 'strict 20:1',
    '_posts/2018-05-24-what-agencies-have-to-say-about-working-in-the-open.md': 'broken 20:1',
    '_posts/2018-06-14-ask-18f-how-to-shift-the-cultural-mindset-of-my-organization.md':
      'strict 20:1',
    '_posts/2018-10-16-exploring-a-new-way-to-make-eligibility-rules-easier-to-implement.md':
      'strict 20:1',
    '_posts/2019-05-28-you-might-not-be-as-agile-as-you-think-you-are.md': 'broken 20:1',
    '_posts/2019-06-18-cross-functional-teams.md': 'broken 20:1',
    '_posts/2019-08-20-an-agile-software-development-solicitation-guide.md': 'broken 20:1',
    '_posts/2019-12-10-announcing-the-18f-national-security-and-intelligence-portfolio.md':
      'broken 20:1',
    '_posts/2020-09-03-a-federal-guide-to-de-risk-government-technology-projects.md': 'broken 20:1',
    '_posts/2021-01-11-building-distributed-teams.md': 'broken 20:1',
    '_posts/2021-03-31-18f-public-benefits-portfolio-reflects-on-the-last-year.md': 'runts 20:1',
    '_posts/2021-04-27-building_product_management_capacity_in_government_part_3_a_day_in_the_life_of_a_new_product_owner.md':
      'strict 20:1',
    '_posts/2021-04-27-we_asked_our_coworkers_why_did_you_join_18f.md': 'strict 20:1',
    '_posts/2022-01-21-what-have-you-learned-from-other-18F-designers.md': 'strict 20:2',
    '_posts/2022-05-01-finding-post-award-balance-with-quality-assurance.md': 'strict 20:1',
    '_posts/2023-08-22-7-tips-on-facilitating-unplanned-topics-in-meetings.md': 'strict 20:1',
    '_posts/2023-09-05-first-do-no-harm.md': 'broken 20:1',
    '_posts/2023-12-05-Sharing-artifacts-and-outputs-from-research.md': 'strict 20:1',
  },
  'rust-blog': {
    'content/inside-rust/AsyncAwait-Not-Send-Error-Improvements.md': 'strict 20:4',
    'content/inside-rust/CTCFT-march.md': 'strict 20:1',
    'content/inside-rust/Splitting-const-generics.md': 'broken 20:3',
    'content/inside-rust/Using-rustc_codegen_cranelift.md': 'strict 20:2 33:2 40:2',
    'content/inside-rust/bisecting-rust-compiler.md': 'runts 20:2 33:2 40:1',
    'content/inside-rust/const-if-match.md': 'broken 20:1',
    'content/inside-rust/diagnostic-effort.md': 'strict 20:2 33:2 40:2, broken 20:5, runts 20:1',
    'content/inside-rust/docsrs-outage-postmortem.md': 'strict 20:1',
    'content/inside-rust/exploring-pgo-for-the-rust-compiler/index.md': 'strict 20:2',
    'content/inside-rust/first-look-at-2026-project-goals.md': 'broken 20:1',
    'content/inside-rust/governance-update@0.md': 'strict 20:1',
    'content/inside-rust/infra-announcement-zulip-channel.md': 'strict 20:1',
    'content/inside-rust/infra-team-meeting@2.md': 'broken 20:1',
    'content/inside-rust/infrastructure-team-2025-q4-recap-and-q1-2026-plan/index.md':
      'strict 20:1, broken 20:1',
    'content/inside-rust/intro-rustc-self-profile/index.md':
      'bad_start 20:46 33:23 40:23, broken 33:1',
    'content/inside-rust/lang-team-membership-update.md': 'strict 20:1',
    'content/inside-rust/overloading-experiment.md': 'strict 20:1, broken 20:1',
    'content/inside-rust/polonius-update/index.md': 'runts 20:6 33:3 40:2',
    'content/inside-rust/program-management-update-2025-08.md': 'strict 20:1',
    'content/inside-rust/program-management-update-2026-01.md': 'strict 20:10 33:4 40:2',
    'content/inside-rust/program-management-update-2026-05.md': 'broken 20:1',
    'content/inside-rust/program-management-update-end-of-2025.md': 'strict 20:1',
    'content/inside-rust/project-director-update@0.md': 'strict 20:1',
    'content/inside-rust/project-goals-2025h1-call-for-proposals.md': 'strict 20:1',
    'content/inside-rust/recent-future-pattern-matching-improvements.md': 'broken 20:2, runts 20:2',
    'content/inside-rust/rustc-dev-guide-overview.md': 'strict 20:1',
    'content/inside-rust/rustdoc-performance-improvements.md': 'strict 20:1',
    'content/inside-rust/spec-vision.md': 'strict 20:1',
    'content/inside-rust/stabilizing-async-fn-in-trait.md': 'bad_start 20:1',
    'content/inside-rust/stabilizing-intra-doc-links.md': 'strict 20:3 33:1 40:1',
    'content/inside-rust/stage0-redesign/index.md': 'strict 20:2 33:1',
    'content/inside-rust/test-infra-dec-2024.md': 'strict 20:3 33:1 40:1',
    'content/inside-rust/test-infra-jan-feb-2025/index.md': 'strict 20:2',
    'content/inside-rust/test-infra-mar-2025.md': 'strict 20:2',
    'content/inside-rust/test-infra-nov-2024.md': 'strict 20:2',
    'content/inside-rust/test-infra-oct-2024-2/index.md': 'strict 20:1',
    'content/inside-rust/test-infra-oct-2024.md': 'strict 20:2',
    'content/inside-rust/this-development-cycle-in-cargo-1-76.md':
      'strict 20:1 33:1 40:1, broken 20:1',
    'content/inside-rust/this-development-cycle-in-cargo-1-77.md': 'strict 20:2',
    'content/inside-rust/this-development-cycle-in-cargo-1.79/index.md':
      'cjk_gap 20:1 33:1 40:1 60:1 72:1 80:1 120:1',
    'content/inside-rust/this-development-cycle-in-cargo-1.80.md': 'strict 20:3, runts 20:1',
    'content/inside-rust/this-development-cycle-in-cargo-1.81.md': 'strict 20:10',
    'content/inside-rust/this-development-cycle-in-cargo-1.82/index.md': 'strict 20:9 33:2',
    'content/inside-rust/this-development-cycle-in-cargo-1.84.md': 'broken 20:1',
    'content/inside-rust/this-development-cycle-in-cargo-1.85.md': 'strict 20:1, broken 20:1',
    'content/inside-rust/this-development-cycle-in-cargo-1.86.md': 'strict 20:8, broken 20:3',
    'content/inside-rust/this-development-cycle-in-cargo-1.90.md': 'strict 20:7 33:1 40:1',
    'content/inside-rust/this-development-cycle-in-cargo-1.92.md': 'strict 20:1',
    'content/inside-rust/this-development-cycle-in-cargo-1.93.md': 'strict 20:2, broken 20:2',
  },
};
