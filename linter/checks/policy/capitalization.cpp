// capitalization: headings and titles in one style of capitals.
#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "linter/base/utf8.h"
#include "linter/checks/policy/hits.h"
#include "linter/checks/policy/rule_compiler.h"
#include "linter/checks/policy/title_case.h"

namespace linter::checks::policy {
namespace {

using lexicon::WordId;
using packs::Shape;
using packs::ShapeKind;
using sentences::Token;
using sentences::TokenKind;

enum class Style : std::uint8_t { sentence, title, upper, lower };
constexpr std::array<std::string_view, 4> style_names{"sentence", "title", "upper", "lower"};
constexpr Shape style{.kind = ShapeKind::choice,
                      .names = [] { return std::span<const std::string_view>(style_names); }};
constexpr Shape guide{.kind = ShapeKind::choice, .names = guide_names};
constexpr std::array<packs::Field, 4> capitalization_fields{{
    {"style", &style, true, "sentence, title, upper or lower."},
    {"guide", &guide, false, "Whose title style: ap (where it does not say) or chicago."},
    {"exceptions", &packs::texts_shape, false, "Words and phrases with capitals of their own."},
    {"threshold", &packs::number_shape, false,
     "What share of the words must be right; 0.8 where it does not say."},
}};
constexpr std::array<std::string_view, 1> capitalization_placeholders{"suggestion"};

bool begins_with_capital(std::string_view word) {
  return base::is_upper(base::decode(word, 0).value);
}

std::string all_capitals(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const base::CodePoint point = base::decode(word, at);
    base::append_utf8(out, base::to_upper(point.value));
    at += point.length;
  }
  return out;
}

// How the words of an article's running text are written, to tell names from other words.
class NameEvidence {
 public:
  explicit NameEvidence(const lexicon::Reading& reading) : reading_(reading) {}

  // Whether the word stands in running text, inside sentences, with a capital only.
  bool is_name(WordId folded) {
    if (!counted_) count();
    const auto found = uses_.find(folded);
    return found != uses_.end() && found->second.capitals > 0 && found->second.small == 0;
  }

 private:
  struct Uses {
    std::uint32_t capitals = 0;
    std::uint32_t small = 0;
  };

  void count() {
    counted_ = true;
    for (const sentences::Sentence& sentence : reading_.text.sentences) {
      const prose::Scopes scopes = reading_.article.blocks[sentence.block].scopes;
      if (prose::has(scopes, prose::Scope::heading) || prose::has(scopes, prose::Scope::title))
        continue;
      bool first = true;
      for (const Token& token : reading_.text.tokens_of(sentence)) {
        if (token.kind != TokenKind::word) continue;
        Uses& uses = uses_[reading_.lexicon[token.word].folded];
        if (token.shape == sentences::Shape::lower) ++uses.small;
        if (token.shape == sentences::Shape::capitalised && !first) ++uses.capitals;
        first = false;
      }
    }
  }

  const lexicon::Reading& reading_;
  std::unordered_map<WordId, Uses> uses_;
  bool counted_ = false;
};

class Capitalization final : public Judge {
 public:
  Capitalization(Style wanted, Guide title_guide, std::vector<std::string> exceptions,
                 double threshold)
      : style_(wanted),
        guide_(title_guide),
        exceptions_(std::move(exceptions)),
        threshold_(threshold) {}

  void judge(const Scene& scene, std::span<const Hit> /*hits*/) const override {
    NameEvidence names(scene.reading);
    const auto& blocks = scene.reading.article.blocks;
    const Places places = scene.rule.filters.front().places;
    for (std::uint32_t block = 0; block < blocks.size(); ++block) {
      if (places.admit(blocks[block])) judge_block(scene, block, names);
    }
  }

 private:
  // A word of a heading and where it stands there.
  struct Place {
    bool first = false;  // of its sentence
    bool last = false;   // of the heading
    bool after_colon = false;
    bool after_hyphen = false;
    bool all_capitals = false;  // the whole heading is in capitals
  };

  void judge_block(const Scene& scene, std::uint32_t block, NameEvidence& names) const {
    const base::Span text = scene.reading.article.blocks[block].text;
    const std::vector<base::Span> exempt = exceptions_in(scene.view(text), text.begin);
    const bool capitals = is_all_capitals(scene, block);
    std::string corrected;
    std::uint32_t written = text.begin;
    std::size_t words = 0;
    std::size_t wrong = 0;
    for_each_word(scene, block, [&](const Token& token, Place place) {
      ++words;
      place.all_capitals = capitals;
      const auto inside = [&](base::Span span) { return span.contains(token.text); };
      if (std::ranges::any_of(exempt, inside)) return;
      const std::string right = corrected_word(scene, token, place, names);
      if (right == scene.view(token.text)) return;
      ++wrong;
      corrected += scene.view({written, token.text.begin});
      corrected += right;
      written = token.text.end;
    });
    const double share =
        words == 0 ? 1 : static_cast<double>(words - wrong) / static_cast<double>(words);
    if (wrong == 0 || share >= threshold_) return;
    corrected += scene.view({written, text.end});
    const bool masked = corrected.find(prose::masked) != std::string::npos;
    Report report{.where = text, .values = {{"suggestion", quotable(corrected)}}};
    if (!masked) report.suggestions = {std::move(corrected)};
    scene.reports.push_back(std::move(report));
  }

  template <class Visit>
  static void for_each_word(const Scene& scene, std::uint32_t block, const Visit& visit) {
    const sentences::Text& text = scene.reading.text;
    std::uint32_t last_word = UINT32_MAX;
    for (std::uint32_t i = text.block_first_token[block]; i < text.block_first_token[block + 1];
         ++i) {
      if (text.tokens[i].kind == TokenKind::word) last_word = i;
    }
    for (const sentences::Sentence& sentence : text.sentences_of_block(block)) {
      Place place{.first = true};
      for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = text.tokens[i];
        if (token.kind == TokenKind::word) {
          place.last = i == last_word;
          visit(token, place);
          place = {};
        } else {
          const std::string_view mark = scene.view(token.text);
          place.after_colon =
              place.after_colon || mark == ":" || mark == "–" || mark == "—" || mark == "(";
          place.after_hyphen = mark == "-" && !token.space_before;
          if (token.kind != TokenKind::mark) place.first = false;
        }
      }
    }
  }

  static bool is_all_capitals(const Scene& scene, std::uint32_t block) {
    bool any = false;
    bool all = true;
    for_each_word(scene, block, [&](const Token& token, Place) {
      any = any || token.text.size() > 1;
      all = all && token.shape == sentences::Shape::upper;
    });
    return any && all;
  }

  [[nodiscard]] std::vector<base::Span> exceptions_in(std::string_view text,
                                                      std::uint32_t offset) const {
    std::vector<base::Span> spans;
    for (const std::string& exception : exceptions_) {
      for (std::size_t at = text.find(exception); at != std::string_view::npos;
           at = text.find(exception, at + 1)) {
        const auto begin = static_cast<std::uint32_t>(at) + offset;
        spans.push_back({begin, begin + static_cast<std::uint32_t>(exception.size())});
      }
    }
    return spans;
  }

  // The word as the style wants it, which is as it is where the style does not mind.
  std::string corrected_word(const Scene& scene, const Token& token, const Place& place,
                             NameEvidence& names) const {
    const std::string word(scene.view(token.text));
    const std::string folded = base::lower(word);
    for (const std::string& exception : exceptions_) {
      if (base::lower(exception) == folded) return exception;
    }
    if (style_ == Style::upper) return all_capitals(word);
    const bool acronym = token.shape == sentences::Shape::upper && !place.all_capitals;
    if (token.shape == sentences::Shape::mixed || acronym ||
        token.shape == sentences::Shape::none) {
      const bool lone_a = folded == "a" && style_ == Style::title && !place.first && !place.last &&
                          !place.after_colon;
      return lone_a ? folded : word;
    }
    if (style_ == Style::title) return in_title_style(word, folded, place);
    const bool small = style_ == Style::lower || !place.first;
    if (!small)
      return begins_with_capital(word) && !place.all_capitals ? word : base::capitalised(folded);
    if (!begins_with_capital(word) || (place.after_colon && !place.all_capitals)) return word;
    return is_common(scene, token, folded, names) ? folded : word;
  }

  [[nodiscard]] std::string in_title_style(const std::string& word, const std::string& folded,
                                           const Place& place) const {
    const bool edge = place.first || place.last;
    Wanted wanted = edge ? Wanted::capital : wanted_in_title(folded, guide_);
    if (!edge && (place.after_colon || place.after_hyphen)) wanted = Wanted::either;
    if (place.all_capitals && wanted == Wanted::either) wanted = Wanted::capital;
    if (wanted == Wanted::either) return word;
    if (wanted == Wanted::small) return folded;
    return begins_with_capital(word) && !place.all_capitals ? word : base::capitalised(folded);
  }

  // Whether the word is no name: the dictionary has it in small letters, and the article does not
  // use it as a name.
  static bool is_common(const Scene& scene, const Token& token, const std::string& folded,
                        NameEvidence& names) {
    lexicon::Lexicon& lexicon = scene.reading.lexicon;
    if (folded == "i" || folded.starts_with("i'")) return false;
    return lexicon.accepts(lexicon.intern(folded)) && !names.is_name(lexicon[token.word].folded);
  }

  Style style_;
  Guide guide_;
  std::vector<std::string> exceptions_;
  double threshold_;
};

std::unique_ptr<Judge> compile_capitalization(RuleCompiler& compiler) {
  const base::yaml::Value& body = compiler.body();
  double threshold = 0.8;
  if (const base::yaml::Value* value = body.find("threshold")) {
    threshold = base::yaml::as_number(*value).value_or(threshold);
    if (threshold < 0 || threshold > 1)
      compiler.fault(base::ErrorCode::bad_value, "'threshold' is a share, between 0 and 1", *value);
  }
  Places headings;
  headings.blocks = static_cast<prose::Scopes>(prose::Scope::heading | prose::Scope::title);
  compiler.set_places(places_of(body, headings));
  compiler.judge_always();
  const auto wanted =
      std::ranges::find(style_names, packs::text_at(body, "style")) - style_names.begin();
  const auto whose =
      std::ranges::find(guide_names(), packs::text_at(body, "guide", "ap")) - guide_names().begin();
  return std::make_unique<Capitalization>(static_cast<Style>(wanted), static_cast<Guide>(whose),
                                          packs::texts_at(body, "exceptions"), threshold);
}

}  // namespace

Kind capitalization_kind() {
  return {.name = "capitalization",
          .about = "Reports headings and titles that are not in one style of capitals.",
          .fields = capitalization_fields,
          .placeholders = capitalization_placeholders,
          .filters = false,
          .bounded = false,
          .compile = compile_capitalization};
}

}  // namespace linter::checks::policy
