// What an editor does with a proof, in a real browser.
#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <memory>

#include "tests/browser/chromium.h"
#include "tests/support/build.h"
#include "tests/support/golden.h"
#include "tests/support/scratch.h"
#include "tests/support/shell.h"

namespace {

using linter::base::Json;

constexpr const char* roller =
    "# Rolling at home\n\nEvery peel is painless. Your skin recieves *only* what it needs.\n\n"
    "- Microneedling has no side effects.\n- It is safe for everyone.\n";
constexpr const char* clinic =
    "# At the clinic\n\nMicroneedling causes redness and swelling in most people.\n";

class ProofPage : public testing::Test {
 protected:
  void SetUp() override {
    if (!tests::has_chromium()) GTEST_SKIP() << "Chromium is not installed";
    browser = std::make_unique<tests::Chromium>(profile.path());
    browser->resize(1300, 900);
  }

  std::string write_proof(const std::string& options = "") {
    const auto ended = tests::run_shell(
        "galley proof --today 2026-11-20 -o proof.html " + options + " articles", scratch.path());
    EXPECT_EQ(ended.exit, 0) << ended.err;
    return scratch.path() + "/proof.html";
  }

  void open() { browser->open(write_proof()); }

  // Clicks the only element of that selector that has the text.
  void click(const std::string& selector, const std::string& text = "") {
    browser->evaluate("(() => { const all = [...document.querySelectorAll('" + selector +
                      "')].filter((one) => one.textContent.includes('" + text +
                      "')); if (all.length === 0) throw new Error('nothing to click: " + selector +
                      ' ' + text + "'); all[0].click(); })()");
  }
  Json count(const std::string& selector) {
    return browser->evaluate("document.querySelectorAll('" + selector + "').length");
  }
  Json text(const std::string& selector) {
    return browser->evaluate("document.querySelector('" + selector + "').textContent");
  }
  // What the page would save.
  std::string saved() {
    browser->evaluate(
        "window.savedText = new Promise((done) => { const make = URL.createObjectURL; "
        "URL.createObjectURL = (blob) => { blob.text().then(done); URL.createObjectURL = make; "
        "return make.call(URL, blob); }; }); undefined");
    click("#export");
    return browser->evaluate("window.savedText");
  }

  tests::Scratch scratch;
  tests::Scratch profile;
  std::unique_ptr<tests::Chromium> browser;
};

TEST_F(ProofPage, is_opened_filtered_decided_and_carried_out) {
  scratch.write("articles/roller.md", roller);
  scratch.write("articles/clinic.md", clinic);
  open();
  EXPECT_EQ(text("#top"), "2 articles");
  EXPECT_EQ(count("nav .list li"), 3);
  EXPECT_EQ(count("header, nav, main").get<int>(), 3);

  click("nav .list button", "Rolling at home");
  EXPECT_EQ(text("article h2"), "Rolling at home");
  const int all = count("mark").get<int>();
  EXPECT_GE(all, 4);
  EXPECT_EQ(text("article em"), "only");

  click("#only-warning");
  EXPECT_LT(count("mark").get<int>(), all);
  click("#only-warning");
  EXPECT_EQ(count("mark"), all);
  browser->evaluate(
      "document.getElementById('rule').value = 'spelling.unknown-word'; "
      "document.getElementById('rule').dispatchEvent(new Event('change'))");
  EXPECT_EQ(count("mark"), 1);

  click("mark");
  EXPECT_EQ(text(".remark.open .wrote"), "“recieves”");
  click(".remark.open .chips button", "receives");
  EXPECT_EQ(text(".remark .verdict"), "Accepted: “receives”");
  EXPECT_EQ(count("mark.accept:not(.by-hand)"), 1);

  browser->evaluate(
      "document.getElementById('rule').value = 'health-claims.painless'; "
      "document.getElementById('rule').dispatchEvent(new Event('change'))");
  browser->press("j");
  browser->press("r");
  EXPECT_EQ(browser->evaluate("document.activeElement.dataset.field"), "reason");
  browser->type("quoted --> from the study");
  EXPECT_EQ(text("#progress b").get<std::string>().substr(0, 4), "2 of");

  const std::string decisions = saved();
  EXPECT_EQ(Json::parse(decisions).at("decisions").size(), 2U);
  scratch.write("decisions.json", decisions);
  browser->open(scratch.path() + "/proof.html");
  EXPECT_EQ(text("#progress b").get<std::string>().substr(0, 4), "2 of") << "kept in the browser";
  EXPECT_EQ(browser->complaints(), std::vector<std::string>());

  const auto ended = tests::run_shell(
      "galley check --today 2026-11-20 --fail-on never --fix --decisions decisions.json articles",
      scratch.path());
  EXPECT_EQ(ended.exit, 0) << ended.err;
  EXPECT_NE(ended.err.find("1 replacement and 1 stet written"), std::string::npos) << ended.err;
  EXPECT_EQ(
      tests::read_file(scratch.path() + "/articles/roller.md"),
      "# Rolling at home\n\n<!-- stet health-claims.painless: quoted -- > from the study -->\n"
      "Every peel is painless. Your skin receives *only* what it needs.\n\n"
      "- Microneedling has no side effects.\n- It is safe for everyone.\n");
}

TEST_F(ProofPage, words_are_left_out) {
  scratch.write("articles/a.md",
                "# Peels\n\nWe like them and it should be noted that peels work.\n");
  open();
  click("nav .list button", "Peels");
  click("mark", "noted");
  EXPECT_NE(text(".remark.open").get<std::string>().find("can be shorter: leave it out"),
            std::string::npos);
  click(".remark.open .chips button", "(leave it out)");
  EXPECT_EQ(text(".remark .verdict"), "Accepted: leave it out");
  EXPECT_EQ(count("mark.accept:not(.by-hand)"), 1);
  scratch.write("decisions.json", saved());
  const auto ended = tests::run_shell(
      "galley check --fail-on never --fix --decisions decisions.json articles", scratch.path());
  EXPECT_NE(ended.err.find("1 replacement and 0 stets written"), std::string::npos) << ended.err;
  EXPECT_EQ(tests::read_file(scratch.path() + "/articles/a.md"),
            "# Peels\n\nWe like them and peels work.\n");
}

TEST_F(ProofPage, tables_stay_in_their_column) {
  std::string table = "# Peels\n\n";
  for (const char* cell : {" Moisturizerwithoutfragrance |", " --- |", " We recieve it |"}) {
    table += '|';
    for (int i = 0; i < 12; ++i) table += cell;
    table += '\n';
  }
  scratch.write("articles/a.md", table);
  open();
  click("nav .list button", "Peels");
  for (const int width : {1280, 1024, 360}) {
    browser->resize(width, 700);
    EXPECT_EQ(browser->evaluate("document.documentElement.scrollWidth"), width);
    EXPECT_EQ(browser->evaluate("(() => { const right = (one) => document.querySelector(one)"
                                ".getBoundingClientRect().right; return right('.text .table') <= "
                                "right('.text') - parseFloat(getComputedStyle(document"
                                ".querySelector('.text')).paddingRight) + 1; })()"),
              true)
        << width;
  }
}

TEST_F(ProofPage, keys_work_from_a_filter_and_out_of_a_reason) {
  scratch.write("articles/roller.md", roller);
  open();
  browser->press("n");
  browser->evaluate("document.getElementById('only-warning').focus()");
  browser->press("j");
  EXPECT_EQ(count(".remark.open"), 1);
  browser->press("r");
  EXPECT_EQ(browser->evaluate("document.activeElement.dataset.field"), "reason");
  browser->press("Escape");
  EXPECT_EQ(browser->evaluate("document.activeElement.matches('.remark.open')"), true);
}

TEST_F(ProofPage, both_sides_of_a_contradiction_are_linked) {
  scratch.write("articles/roller.md", roller);
  scratch.write("articles/clinic.md", clinic);
  open();
  EXPECT_GE(count(".chart .arc").get<int>(), 1);
  click("nav .list button", "Rolling at home");
  click("mark.error", "side effects");
  click(".remark.open .follow");
  EXPECT_EQ(text("article h2"), "At the clinic");
  EXPECT_GE(count(".remark.echo").get<int>(), 1);
  EXPECT_EQ(browser->evaluate("document.activeElement.classList.contains('echo')"), true);
  click(".remark.echo.open .follow");
  EXPECT_EQ(text("article h2"), "Rolling at home");
  browser->evaluate(
      "new Promise((done) => { addEventListener('popstate', () => done(1), {once: true}); "
      "history.back(); })");
  EXPECT_EQ(text("article h2"), "At the clinic") << "Back leads to where one came from";
  EXPECT_EQ(browser->complaints(), std::vector<std::string>());
}

TEST_F(ProofPage, is_printed_and_fits_a_phone) {
  scratch.write("articles/roller.md", roller);
  open();
  EXPECT_TRUE(browser->print().starts_with("JVBERi0"));  // %PDF-
  EXPECT_EQ(browser->evaluate("(() => { dispatchEvent(new Event('beforeprint')); const all = "
                              "document.querySelectorAll('.bars li').length; "
                              "dispatchEvent(new Event('afterprint')); return all > 0; })()"),
            true);
  browser->resize(360, 700);
  click("nav .list button", "Rolling at home");
  EXPECT_EQ(browser->evaluate("document.documentElement.scrollWidth"), 360);
  EXPECT_EQ(browser->evaluate("getComputedStyle(document.querySelector('.notes')).position"),
            "static");
  EXPECT_EQ(browser->evaluate("[...document.querySelectorAll('button')].filter((one) => "
                              "one.offsetParent && one.offsetHeight < 40).length"),
            0)
      << "a finger needs room";
}

// What the editor looks at and what is said about it are beside each other, however many remarks
// there are, and nothing waits for the others.
TEST_F(ProofPage, of_many_remarks_keeps_them_at_their_words) {
  std::string many = "# Long\n\n";
  for (int i = 0; i < 3000; ++i) many += "We recieve it, and it is teh best.\n\n";
  scratch.write("articles/many.md", many);
  open();
  browser->press("n");
  for (int i = 0; i < 7; ++i) browser->press("j");
  EXPECT_LT(
      browser
          ->evaluate("Math.abs(document.querySelector('mark.open').getBoundingClientRect().top"
                     " - document.querySelector('.remark.open').getBoundingClientRect().top)")
          .get<double>(),
      12);
  EXPECT_EQ(
      browser->evaluate("(() => { const at = document.querySelector('mark.open')"
                        ".getBoundingClientRect(); return at.top > 50 && at.bottom < 900; })()"),
      true);
  EXPECT_LT(browser->evaluate("document.querySelectorAll('.remark').length").get<int>(), 6100);
  if (!tests::is_sanitized()) {
    EXPECT_LT(
        browser
            ->evaluate("(() => { const begun = performance.now(); for (let i = 0; i < 5; i += 1) "
                       "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: "
                       "true})); document.body.offsetHeight; return performance.now() - begun; "
                       "})()")
            .get<double>(),
        2500);
  }
  EXPECT_EQ(browser->complaints(), std::vector<std::string>());
}

TEST_F(ProofPage, decisions_stay_when_the_proof_is_made_again) {
  scratch.write("articles/roller.md", roller);
  open();
  browser->press("n");
  click("mark", "recieves");
  browser->press("a");
  EXPECT_EQ(
      browser->evaluate("document.querySelector('.remark.open').contains(document.activeElement)"),
      true);
  EXPECT_EQ(text("#progress b").get<std::string>().substr(0, 4), "1 of");
  scratch.write("articles/roller.md", std::string(roller) + "\nIt is painless twice.\n");
  open();
  EXPECT_EQ(text("#progress b").get<std::string>().substr(0, 4), "1 of")
      << "by remark, not by page";

  // rejected without a reason: the page asks for it where it is written
  browser->press("n");
  click("mark", "painless");
  browser->press("r");
  browser->evaluate("document.activeElement.blur()");
  click("#export");
  EXPECT_EQ(browser->evaluate("document.activeElement.dataset.field"), "reason");
  EXPECT_NE(text("#note").get<std::string>().find("reason"), std::string::npos);
  EXPECT_EQ(browser->evaluate("document.getElementById('side').textContent.includes('false')"),
            false);
}

TEST_F(ProofPage, what_a_file_says_comes_beside_what_is_decided) {
  scratch.write("articles/roller.md", roller);
  open();
  browser->press("n");
  click("mark", "recieves");
  browser->press("a");
  browser->press("c");
  browser->type("mine");
  browser->evaluate("document.activeElement.blur()");
  const Json before = Json::parse(saved()).at("decisions").at(0);
  const auto load = [&](const Json& decisions) {
    browser->evaluate(
        "(async () => { const kept = new DataTransfer(); kept.items.add(new File([" +
        Json(Json{{"decisions", decisions}}.dump()).dump() +
        "], 'd.json')); const input = document.querySelector('input[type=file]'); input.files = "
        "kept.files; input.dispatchEvent(new Event('change')); "
        "await new Promise((done) => setTimeout(done, 100)); })()");
  };
  const Json id = before.at("fingerprint");
  load(Json::array({{{"fingerprint", id}, {"comment", "theirs"}}}));
  Json now = Json::parse(saved()).at("decisions").at(0);
  EXPECT_EQ(now.at("replacement"), "receives");
  EXPECT_EQ(now.at("comment"), "mine\ntheirs");
  load(Json::array({{{"fingerprint", id}, {"decision", "reject"}, {"reason", "a name"}}}));
  EXPECT_NE(text("#note").get<std::string>().find("1 of them in the place of yours"),
            std::string::npos);
  click("#undo");
  now = Json::parse(saved()).at("decisions").at(0);
  EXPECT_EQ(now.at("decision"), "accept");
}

TEST_F(ProofPage, filters_keep_the_focus_and_back_leads_back) {
  scratch.write("articles/both.md",
                std::string(roller) + "\nMicroneedling causes redness in most people.\n");
  open();
  browser->evaluate(
      "document.getElementById('rule').focus(); "
      "document.getElementById('rule').dispatchEvent(new Event('change'))");
  EXPECT_EQ(browser->evaluate("document.activeElement.id"), "rule");
  browser->evaluate("document.activeElement.blur()");
  browser->press("n");
  click("mark.error", "side effects");
  const Json first = browser->evaluate("location.hash");
  click(".remark.open .follow");
  EXPECT_NE(browser->evaluate("location.hash"), first);
  browser->press("a");
  EXPECT_EQ(count(".remark.open .verdict"), 1) << "decided where the remark is";
  EXPECT_EQ(count("[role=list] > :not([role=listitem])"), 0);
  EXPECT_NE(browser->evaluate("document.querySelector('mark').getAttribute('aria-label')")
                .get<std::string>()
                .find("health-claims."),
            std::string::npos);
}

TEST_F(ProofPage, what_may_not_stand_is_not_let_stand) {
  scratch.write("articles/a.md", "# One\n\n<!-- stet a.b: no such rule -->\nEvery skin is good.\n");
  open();
  browser->press("n");
  browser->press("j");
  browser->press("r");
  EXPECT_EQ(text("#progress b").get<std::string>().substr(0, 4), "0 of");
  EXPECT_NE(text(".remark.open .also").get<std::string>().find("may not be let stand"),
            std::string::npos);
}

// Whatever an article holds is shown as it is written, and does nothing.
TEST_F(ProofPage, hostile_articles_are_only_shown) {
  const std::string hostile =
      "</script><script>document.title='owned'</script><img src=x onerror=alert(1)> "
      "<!--<script> ]]> \\u003c/script> {{constructor}} javascript:alert(1)";
  scratch.write("articles/a.txt", "Title " + hostile + "\n\nEvery peel is painless, " + hostile +
                                      "\n\n\xE2\x80\xA8\xE2\x80\xAE recieves </style>\n");
  scratch.write("articles/</script><b>x.md", "# <b>Bold</b> &amp; `</script>`\n\npainless peel\n");
  scratch.write("articles/__proto__.md", "# constructor\n\nEvery peel is painless.\n");
  open();
  for (int i = 0; i < 3; ++i) {
    browser->press("n");
    EXPECT_EQ(count("main script, main img, main style, main iframe"), 0);
  }
  EXPECT_EQ(browser->evaluate("document.title"), "Proof: 3 articles");
  EXPECT_NE(browser->evaluate("document.getElementById('data').textContent.includes('onerror')"),
            false);
  EXPECT_EQ(count("script"), 2);
  EXPECT_EQ(browser->complaints(), std::vector<std::string>());
  // nothing but the page's own script runs, even if something got in
  browser->evaluate(
      "(() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1'; "
      "document.body.append(s); })()");
  EXPECT_EQ(browser->evaluate("window.ran === undefined"), true);
}

TEST_F(ProofPage, of_300_articles_opens_in_two_seconds) {
  const std::string corpus = GALLEY_SOURCE_DIR "/corpus";
  std::size_t number = 0;
  while (number < 300) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus)) {
      const auto& path = entry.path();
      if (path.extension() != ".md" || path.filename() == "README.md" || number == 300) continue;
      scratch.write("articles/" + std::to_string(number++) + ".md",
                    tests::read_file(path.string()));
    }
  }
  scratch.write(".galley.yaml", "corpus: [none/**]\n");
  const std::string page = write_proof("--config .galley.yaml");
  double milliseconds = browser->open(page);
  for (int again = 0; again < 2; ++again)  // the machine may be busy with something else
    milliseconds = std::min(milliseconds, browser->open(page));
  EXPECT_EQ(text("#top"), "300 articles");
  RecordProperty("milliseconds", static_cast<int>(milliseconds));
  if (!tests::is_sanitized()) {
    EXPECT_LT(milliseconds, 2000);
  }
  browser->press("j");
  EXPECT_EQ(count(".remark.open"), 1);
}

}  // namespace
