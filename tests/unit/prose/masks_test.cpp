#include "linter/prose/masks.h"

#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

namespace linter::prose {
namespace {

// `text` with what is masked shown as "<>" and what is dropped as "~".
std::string masked_text(std::string_view text) {
  std::vector<Mask> found;
  find_masks(text, found);
  std::string out;
  std::uint32_t read = 0;
  for (const Mask& mask : found) {
    EXPECT_LE(read, mask.text.begin);
    EXPECT_LT(mask.text.begin, mask.text.end);
    out += text.substr(read, mask.text.begin - read);
    out += mask.noun ? "<>" : "~";
    read = mask.text.end;
  }
  return out + std::string(text.substr(read));
}

struct MaskCase {
  const char* name;
  std::string text;
  std::string wanted;
};

class Masks : public ::testing::TestWithParam<MaskCase> {};

TEST_P(Masks, AreFound) {
  EXPECT_EQ(masked_text(GetParam().text), GetParam().wanted);
}

INSTANTIATE_TEST_SUITE_P(
    Addresses, Masks,
    ::testing::Values(
        MaskCase{"url", "see https://example.org/a/b?c=d#e, then", "see <>, then"},
        MaskCase{"url_in_brackets", "(see http://example.org/x).", "(see <>)."},
        MaskCase{"url_with_brackets", "https://example.org/a_(b) is", "<> is"},
        MaskCase{"url_before_a_dash", "https://example.org\u2014the site", "<>\u2014the site"},
        MaskCase{"url_after_a_dash", "the site\u2014https://example.org", "the site\u2014<>"},
        MaskCase{"url_glued_to_a_label", "Site:https://example.org", "Site:<>"},
        MaskCase{"other_scheme", "git+ssh://host/x ok", "<> ok"},
        MaskCase{"www", "on www.skin-clinic.health today", "on <> today"},
        MaskCase{"bare_domain", "on example.com.", "on <>."},
        MaskCase{"british_domain", "at clinic.co.uk/prices now", "at <> now"},
        MaskCase{"capital_domain", "EXAMPLE.COM", "<>"},
        MaskCase{"word_domain_with_path", "try bit.it/abc now", "try <> now"},
        MaskCase{"email", "write to jane.doe+news@clinic.example.org!", "write to <>!"},
        MaskCase{"mailto", "mailto:jane@example.org", "<>"},
        MaskCase{"handle", "follow @skin_clinic's page", "follow <>'s page"},
        MaskCase{"package", "install @scope/name now", "install <> now"},
        MaskCase{"telephone_link", "tel:+441234567 now", "<> now"},
        MaskCase{"hashtag", "#skincare and #ad", "<> and <>"},
        MaskCase{"colour", "use #fff or #1a2b3c", "use <> or <>"},
        MaskCase{"commit", "in a1b2c3d4e5 we", "in <> we"},
        MaskCase{"uuid", "550e8400-e29b-41d4-a716-446655440000 it", "<> it"},
        MaskCase{"hexadecimal_number", "at 0x7fff there", "at <> there"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Files, Masks,
    ::testing::Values(MaskCase{"file", "edit config.yaml first", "edit <> first"},
                      MaskCase{"file_at_a_stop", "open README.md.", "open <>."},
                      MaskCase{"capital_extension", "Report.PDF here", "<> here"},
                      MaskCase{"glob", "all *.css files", "all <> files"},
                      MaskCase{"dot_file", "a .gitignore or .env.local", "a <> or .env.local"},
                      MaskCase{"path", "in src/main.cpp and docs/guide/", "in <> and <>"},
                      MaskCase{"absolute_path", "under /usr/local/bin now", "under <> now"},
                      MaskCase{"home_path", "~/notes and ./run and ../up", "<> and <> and <>"},
                      MaskCase{"windows_path", "on C:\\Users\\x here", "on <> here"},
                      MaskCase{"network_path", "\\\\server\\share is", "<> is"},
                      MaskCase{"source_file", "main.c and util.h", "<> and <>"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Placeholders, Masks,
    ::testing::Values(
        MaskCase{"variable", "set ${HOME} and $PATH", "set <> and <>"},
        MaskCase{"printf", "%s has %d of %1$s", "<> has <> of <>"},
        MaskCase{"named_printf", "Hello %(name)s!", "Hello <>!"},
        MaskCase{"percent_variable", "%APPDATA% holds", "<> holds"},
        MaskCase{"brace", "Dear {first_name},", "Dear <>,"},
        MaskCase{"moustache", "Version {{ site.version }} is out", "Version <> is out"},
        MaskCase{"shortcode_in_text", "see {{< ref \"a b.md\" >}} there", "see <> there"},
        MaskCase{"shortcode_alone", "{{< youtube id=\"x\" >}}", "~"},
        MaskCase{"template_tag", "{% if new %}New{% endif %}", "~New~"},
        MaskCase{"erb", "by <%= name %> today", "by <> today"},
        MaskCase{"heading_id", "Risks {#risks .wide}", "Risks ~"},
        MaskCase{"attribute_pairs", "Some text. {class=\"wide\" id=x}", "Some text. ~"},
        MaskCase{"no_attribute_pairs", "{a = b} or {a=\"b\"} in text",
                 "{a = b} or {a=\"b\"} in text"},
        MaskCase{"jsx_comment", "Risks {/*risks*/}", "Risks ~"},
        MaskCase{"kramdown_attributes", "Risks {: .wide}", "Risks ~"},
        MaskCase{"kramdown_attributes_inside", "Risks {:style=\"float:left;margin:0\"} and gains",
                 "Risks ~ and gains"},
        MaskCase{"no_attributes_behind_a_colon", "One {:two} three", "One {:two} three"},
        MaskCase{"emoji_code", "done :tada: and :+1:", "done <> and <>"},
        MaskCase{"footnote_mark", "safe[^1] and sound[^a-b].", "safe~ and sound~."},
        MaskCase{"table_of_contents", "[[toc]]", "~"},
        MaskCase{"math", "where $x^2$ and $$a + b$$ hold", "where <> and <> hold"}),
    [](const auto& row) { return std::string(row.param.name); });

// Each of these is prose and stays as it is.
INSTANTIATE_TEST_SUITE_P(
    Nothing, Masks,
    ::testing::Values(
        MaskCase{"and_or", "and/or, he/she/they, his/her", "and/or, he/she/they, his/her"},
        MaskCase{"abbreviations", "e.g. i.e. U.S. a.m. p.c. Ph.D. No.1 vs.",
                 "e.g. i.e. U.S. a.m. p.c. Ph.D. No.1 vs."},
        MaskCase{"lost_space", "the end.Next comes skin.It is pain.So",
                 "the end.Next comes skin.It is pain.So"},
        MaskCase{"lost_space_before_acronym", "levels.CO rise, Vitamin.C",
                 "levels.CO rise, Vitamin.C"},
        MaskCase{"figures", "24/7, 1/2, 10:30, 1.5 mg, 3:1, 50%, v1.2",
                 "24/7, 1/2, 10:30, 1.5 mg, 3:1, 50%, v1.2"},
        MaskCase{"units", "km/h mg/kg 10mg/5ml w/o n/a TCP/IP",
                 "km/h mg/kg 10mg/5ml w/o n/a TCP/IP"},
        MaskCase{"money", "$5 and $10, $100k, US$20, $5\u2013$10",
                 "$5 and $10, $100k, US$20, $5\u2013$10"},
        MaskCase{"number_signs", "#1 and the #1-rated C# and F#", "#1 and the #1-rated C# and F#"},
        MaskCase{"at_sign", "5 @ 20, 3@5", "5 @ 20, 3@5"},
        MaskCase{"percent_text", "100% safe, 50 % off", "100% safe, 50 % off"},
        MaskCase{"braces", "{not closed, {two words}", "{not closed, {two words}"},
        MaskCase{"brackets", "[1] [see below] [^ no]", "[1] [see below] [^ no]"},
        MaskCase{"colons", "Note:this, 10:30:15, ratio 3:1:2", "Note:this, 10:30:15, ratio 3:1:2"},
        MaskCase{"hex_words", "facade decade2 face2face 2022 bed",
                 "facade decade2 face2face 2022 bed"},
        MaskCase{"or_with_backslash", "and\\or", "and\\or"},
        MaskCase{"ellipses", "wait...what? ...yes .5 mg", "wait...what? ...yes .5 mg"}),
    [](const auto& row) { return std::string(row.param.name); });

// What a scanner that looks back or ahead too far would choke on: this much of each must be read at
// once.
TEST(MasksCost, IsLinearInHostileText) {
  for (const std::string_view piece : {"{{", "{#", "{%", "$", "$a", "a.b", "a/", "@a", "://",
                                       "a://\u2014", "[^", "${", "%(", "<%", "\\a"}) {
    std::string text;
    while (text.size() < 100'000) text += piece;
    std::vector<Mask> found;
    find_masks(text, found);
    find_masks(text + " }", found);
    SUCCEED();
  }
}

}  // namespace
}  // namespace linter::prose
