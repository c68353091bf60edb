// The words that galley's stream of tags sees are those in the tree that an HTML 5 parser builds.
#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <gumbo.h>
#include <random>
#include <string>
#include <vector>

#include "tests/unit/prose/reading.h"

namespace linter::prose {
namespace {

// Words are "q" and letters.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = text.find('q'); at != std::string_view::npos; at = text.find('q', at + 1)) {
    const auto end = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                                  [](char c) { return c < 'a' || c > 'z'; });
    words.emplace_back(text.begin() + static_cast<std::ptrdiff_t>(at), end);
  }
  std::ranges::sort(words);
  return words;
}

// The text of the tree, elements that hold no prose left out.
void gather(const GumboNode* node, std::string& text) {
  if (node->type == GUMBO_NODE_TEXT) text += std::string(node->v.text.text) + " ";
  if (node->type != GUMBO_NODE_ELEMENT) return;
  constexpr std::array dropped = {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_PRE,
                                  GUMBO_TAG_TEXTAREA, GUMBO_TAG_SVG};
  if (std::ranges::find(dropped, node->v.element.tag) != dropped.end()) return;
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    gather(static_cast<const GumboNode*>(children.data[i]), text);
}

std::string gumbo_text(const std::string& html) {
  GumboOutput* const output =
      gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
  std::string text;
  gather(output->root, text);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return text;
}

// Start and end tags without order, whole elements of raw text, marks that are not closed, and
// words between them.
std::string tag_soup(std::uint64_t seed) {
  constexpr std::array<std::string_view, 24> names = {
      "p",  "div", "b",  "i",    "a",       "ul",      "li",      "table",
      "tr", "td",  "th", "h2",   "h3",      "em",      "br",      "blockquote",
      "dl", "dd",  "dt", "span", "section", "caption", "article", "x-y"};
  constexpr std::array<std::string_view, 9> others = {"<script>if (a<b) '<p>qraw'</script>",
                                                      "<style>qraw { }</style>",
                                                      "<!-- qcomment <p> -->",
                                                      "<pre>qpre</pre>",
                                                      "<textarea><b>qarea</textarea>",
                                                      "<!qdeclared>",
                                                      "<?qinstruct?>",
                                                      "</ qbogus>",
                                                      "<svg><text>qdrawn</text></svg>"};
  std::mt19937_64 random(seed);
  std::string html;
  for (int i = 0; i < 40; ++i) {
    const std::uint64_t choice = random() % 10;
    const std::string name(names[random() % names.size()]);
    if (choice < 3) html += "<" + name + (random() % 4 == 0 ? " class='> q' data=q>" : ">");
    if (choice >= 3 && choice < 5) html += "</" + name + ">";
    if (choice == 5) html += others[random() % others.size()];
    if (choice > 5) {
      html += " q";
      for (int rest = i + 1; rest > 0; rest /= 20) html += "bcdfghjklmnprstvwxyz"[rest % 20];
      html += random() % 3 == 0 ? "&amp; " : " ";
    }
  }
  return html;
}

TEST(HtmlOracle, SeesTheWordsOfTheTree) {
  std::size_t words = 0;
  for (std::uint64_t seed = 0; seed < 4000 && !HasFailure(); ++seed) {
    const std::string html = tag_soup(seed);
    const Article article = testing::read("html", html);
    const std::vector<std::string> seen = words_of(article.view);
    words += seen.size();
    EXPECT_EQ(seen, words_of(gumbo_text(html))) << seed << "\n"
                                                << html << "\n"
                                                << testing::outline(article);
  }
  EXPECT_GT(words, 50'000U);
}

}  // namespace
}  // namespace linter::prose
