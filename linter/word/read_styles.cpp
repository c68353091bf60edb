#include <algorithm>
#include <charconv>
#include <set>

#include "linter/base/utf8.h"
#include "linter/word/styles.h"
#include "linter/word/xml.h"

namespace linter::word {
namespace {

using std::string_view;

constexpr std::uint32_t deepest_heading = 6;

// A style as it is written: what it leaves open comes from the one that it is based on.
struct Written {
  std::string name;
  std::string based_on;
  std::optional<std::string> outline;
  std::optional<std::uint32_t> list;
  std::optional<std::uint8_t> list_level;
  std::optional<std::string> language;
  std::optional<bool> emphasised, strong, hidden, raised, not_spelled;
};

bool contains_word(string_view name, string_view word) {
  return name.find(word) != string_view::npos;
}

bool names_code(string_view name) {
  constexpr std::array<string_view, 7> words = {
      "code", "preformatted", "source text", "verbatim", "teletype", "macro", "keyboard"};
  return std::ranges::any_of(words, [&](string_view word) { return contains_word(name, word); });
}

bool names_quote(string_view name) {
  return name == "quote" || name == "intense quote" || name == "block text" ||
         name == "quotations" || name == "blockquote";
}

std::optional<std::uint8_t> level_in(string_view name) {
  constexpr string_view heading = "heading ";
  if (!name.starts_with(heading) || name.size() != heading.size() + 1) return std::nullopt;
  const char digit = name.back();
  if (digit < '1' || digit > '9') return std::nullopt;
  return static_cast<std::uint8_t>(
      std::min<std::uint32_t>(static_cast<std::uint32_t>(digit - '0'), deepest_heading));
}

class StyleReader final : public XmlListener {
 public:
  explicit StyleReader(Styles& styles) : styles_(styles) {}

  void start(XmlName name, const XmlAttributes& attributes, Span /*bytes*/) override;
  void end(XmlName name, Span /*bytes*/) override {
    if (name.is(Vocabulary::word, "style")) open_ = nullptr;
    if (name.is(Vocabulary::word, "docDefaults")) in_defaults_ = false;
  }
  void text(string_view /*text*/, Span /*bytes*/) override {}

  // Settles what styles have from those they are based on.
  void resolve() {
    for (const auto& [id, style] : written_) styles_.styles[id] = resolved(id);
  }

 private:
  [[nodiscard]] Style resolved(const std::string& id) const;
  void open(const XmlAttributes& attributes);
  void property(string_view local, string_view value);

  Styles& styles_;
  std::map<std::string, Written> written_;
  Written* open_ = nullptr;
  bool in_defaults_ = false;
};

void StyleReader::open(const XmlAttributes& attributes) {
  const std::string id(attributes.get(Vocabulary::word, "styleId"));
  open_ = &written_[id];
  *open_ = {};
  const bool is_default = attributes.has(Vocabulary::word, "default") &&
                          is_on(attributes.get(Vocabulary::word, "default"));
  if (is_default && attributes.get(Vocabulary::word, "type") == "paragraph")
    styles_.default_paragraph = id;
}

void StyleReader::start(XmlName name, const XmlAttributes& attributes, Span /*bytes*/) {
  if (name.vocabulary != Vocabulary::word) return;
  if (name.local == "docDefaults") in_defaults_ = true;
  if (name.local == "style") return open(attributes);
  const string_view value = attributes.get(Vocabulary::word, "val");
  if (in_defaults_ && name.local == "lang") styles_.language = value;
  if (open_ != nullptr) property(name.local, value);
}

void StyleReader::property(string_view local, string_view value) {
  if (local == "name") open_->name = base::lower(value);
  if (local == "basedOn") open_->based_on = value;
  if (local == "outlineLvl") open_->outline = value;
  if (local == "numId") open_->list = number_of(value);
  if (local == "ilvl")
    open_->list_level = static_cast<std::uint8_t>(number_of(value) % list_levels);
  if (local == "lang" && !value.empty()) open_->language = value;
  if (local == "i") open_->emphasised = is_on(value);
  if (local == "b") open_->strong = is_on(value);
  if (local == "vanish") open_->hidden = is_on(value);
  if (local == "vertAlign") open_->raised = value == "superscript";
  if (local == "position") open_->raised = number_of(value) > 0;
  if (local == "noProof") open_->not_spelled = is_on(value);
}

Style StyleReader::resolved(const std::string& id) const {
  Style style;
  bool named = false;
  Written all;
  std::set<string_view> seen;
  for (auto at = written_.find(id); at != written_.end() && seen.insert(at->first).second;
       at = written_.find(at->second.based_on)) {
    const Written& one = at->second;
    const auto inherit = [](auto& mine, const auto& theirs) {
      if (!mine) mine = theirs;
    };
    inherit(all.outline, one.outline);
    inherit(all.list, one.list);
    inherit(all.list_level, one.list_level);
    inherit(all.language, one.language);
    inherit(all.emphasised, one.emphasised);
    inherit(all.strong, one.strong);
    inherit(all.hidden, one.hidden);
    inherit(all.raised, one.raised);
    inherit(all.not_spelled, one.not_spelled);
    if (named) continue;
    named = true;
    if (const auto level = level_in(one.name)) {
      style.role = Role::heading;
      style.level = *level;
    } else if (one.name == "title") {
      style.role = Role::title;
    } else if (one.name == "caption") {
      style.role = Role::caption;
    } else if (names_quote(one.name)) {
      style.role = Role::quote;
    } else if (names_code(one.name)) {
      style.role = Role::code;
    } else {
      named = false;
    }
  }
  if (style.role == Role::body && all.outline) {
    style.level = heading_level(*all.outline);
    if (style.level > 0) style.role = Role::heading;
  }
  style.list = all.list.value_or(0);
  style.list_level = all.list_level.value_or(0);
  style.language = all.language.value_or("");
  style.emphasised = all.emphasised.value_or(false);
  style.strong = all.strong.value_or(false);
  style.hidden = all.hidden.value_or(false);
  style.raised = all.raised.value_or(false);
  style.not_spelled = all.not_spelled.value_or(false);
  return style;
}

class ListReader final : public XmlListener {
 public:
  void start(XmlName name, const XmlAttributes& attributes, Span /*bytes*/) override {
    if (name.vocabulary != Vocabulary::word) return;
    const string_view value = attributes.get(Vocabulary::word, "val");
    if (name.local == "abstractNum")
      shape_ = &shapes_[number_of(attributes.get(Vocabulary::word, "abstractNumId"))];
    if (name.local == "lvl")
      level_ = number_of(attributes.get(Vocabulary::word, "ilvl")) % list_levels;
    if (name.local == "num") list_ = number_of(attributes.get(Vocabulary::word, "numId"));
    if (name.local == "abstractNumId") lists[list_] = number_of(value);
    if (name.local == "numFmt" && shape_ != nullptr)
      (*shape_)[level_] = value != "bullet" && value != "none";
  }
  void end(XmlName name, Span /*bytes*/) override {
    if (name.is(Vocabulary::word, "abstractNum")) shape_ = nullptr;
  }
  void text(string_view /*text*/, Span /*bytes*/) override {}

  void resolve(Styles& styles) {
    for (const auto& [list, shape] : lists) styles.lists[list] = shapes_[shape];
  }

 private:
  std::map<std::uint32_t, std::uint32_t> lists;  // to their shape
  std::map<std::uint32_t, std::array<bool, list_levels>> shapes_;
  std::array<bool, list_levels>* shape_ = nullptr;
  std::size_t level_ = 0;
  std::uint32_t list_ = 0;
};

}  // namespace

bool is_on(string_view value) {
  return value != "0" && value != "false" && value != "off" && value != "none";
}

std::uint32_t number_of(string_view text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::uint8_t heading_level(string_view outline) {
  const std::uint32_t level = outline.empty() ? 9 : number_of(outline);
  return level >= 9 ? 0 : static_cast<std::uint8_t>(std::min(level + 1, deepest_heading));
}

const Style& Styles::named(string_view id) const {
  static const Style silent;
  const auto found = styles.find(id);
  return found == styles.end() ? silent : found->second;
}

bool Styles::is_ordered(std::uint32_t list, std::uint8_t level) const {
  const auto found = lists.find(list);
  return found != lists.end() && found->second[level % list_levels];
}

base::Result<void> read_styles(string_view part, const std::string& file, Styles& styles) {
  StyleReader reader(styles);
  if (auto read = read_xml(part, "styles", file, reader); !read)
    return std::unexpected(std::move(read.error()));
  reader.resolve();
  return {};
}

base::Result<void> read_lists(string_view part, const std::string& file, Styles& styles) {
  ListReader reader;
  if (auto read = read_xml(part, "numbering", file, reader); !read)
    return std::unexpected(std::move(read.error()));
  reader.resolve(styles);
  return {};
}

}  // namespace linter::word
