#include "linter/prose/docx.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/prose/composer.h"
#include "linter/prose/outline.h"
#include "linter/word/document.h"

namespace linter::prose {
namespace {

using std::string_view;
using word::Event;
using word::EventKind;
using word::Role;

constexpr string_view raised = "sup";  // as HTML has it

string_view primary(string_view tag) {
  return tag.substr(0, tag.find_first_of("-_"));
}

// Tells a composer what a document holds.
class Telling {
 public:
  // `language` is that of a document which does not say what most of it is written in.
  Telling(const word::Document& document, string_view language, Composer& composer)
      : document_(document), composer_(composer) {
    const string_view told_main = document.languages[document.language];
    const string_view main = told_main.empty() ? language : told_main;
    for (const std::string& tag : document.languages) {
      const bool told = !tag.empty() && tag != "x-none";
      foreign_.push_back(told && base::lower(primary(tag)) != base::lower(primary(main)));
    }
  }

  void tell() {
    for (const Event& event : document_.events) {
      if (composer_.too_deep()) return;
      tell(event);
    }
    close_lists(0);
    composer_.end_block();
  }

 private:
  // A list whose items are told now.
  struct List {
    std::uint32_t number = 0;
    bool has_item = false;
  };

  void tell(const Event& event) {
    switch (event.kind) {
      case EventKind::paragraph:
        return begin(event);
      case EventKind::paragraph_end:
        return end();
      case EventKind::table:
        close_lists(floor());
        floors_.push_back(lists_.size());
        return composer_.open({.container = Container::table});
      case EventKind::row:
        if (event.header) composer_.open({.container = Container::table_head});
        headed_ = event.header;
        return composer_.open({.container = Container::row});
      case EventKind::row_end:
        composer_.close_markdown();
        if (std::exchange(headed_, false)) composer_.close_markdown();
        return;
      case EventKind::cell:
        floors_.push_back(lists_.size());
        return composer_.open(
            {.container = Container::cell, .header = event.header, .columns = event.columns});
      case EventKind::table_end:
      case EventKind::cell_end:
        close_lists(floor());
        if (!floors_.empty()) floors_.pop_back();
        return composer_.close_markdown();
      case EventKind::note:
        close_lists(0);
        return composer_.open({.container = Container::footnote});
      case EventKind::note_end:
        close_lists(0);
        return composer_.close_markdown();
      case EventKind::alternative:
        composer_.begin_alt_text();
        composer_.text(event.text);
        composer_.end_alt_text();
        return composer_.end_block();
      default:
        return write(event);
    }
  }

  void write(const Event& event) {
    if (code_) return;
    if (event.kind != EventKind::text) set({});
    switch (event.kind) {
      case EventKind::hyphen:
        return composer_.decoded(event.text, "-");
      case EventKind::space:
        return composer_.space(event.text);
      case EventKind::symbol:
        return composer_.text(event.text);
      case EventKind::line_break:
        return composer_.line_break(event.text);
      case EventKind::object:
        return composer_.mask(event.text);
      default:
        break;
    }
    const bool masked = event.look.masked || foreign_[event.look.language];
    if (masked) {
      if (masked_.end == event.text.begin) {
        masked_.end = event.text.end;
        return;
      }
      flush_mask();
      masked_ = event.text;
      return;
    }
    flush_mask();
    set(event.look);
    composer_.text(event.text);
  }

  // What was masked so far stands for one noun, the spaces around it for themselves.
  void flush_mask() {
    Span masked = std::exchange(masked_, {});
    if (masked.empty()) return;
    const string_view text = masked.of(document_.text);
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == string_view::npos) return composer_.text(masked);
    const auto end = static_cast<std::uint32_t>(text.find_last_not_of(" \t") + 1);
    const Span inside{masked.begin + static_cast<std::uint32_t>(begin), masked.begin + end};
    if (inside.begin > masked.begin) composer_.text({masked.begin, inside.begin});
    composer_.mask(inside);
    if (inside.end < masked.end) composer_.text({inside.end, masked.end});
  }

  // Ends what the last piece of text was set in, and begins what the next one is.
  void set(const word::Look& look) {
    flush_mask();
    if (look == look_) return;
    const auto each = [](const word::Look& set, auto turn) {
      if (set.not_spelled) turn(InlineKind::not_spelled);
      if (set.link > 0) turn(InlineKind::link_text);
      if (set.struck) turn(InlineKind::deleted);
      if (set.strong) turn(InlineKind::strong);
      if (set.emphasised) turn(InlineKind::emphasis);
    };
    if (look_.raised && !look.raised) composer_.close_element(raised);
    each(look_, [&](InlineKind kind) { composer_.end_inline(kind); });
    each(look, [&](InlineKind kind) { composer_.begin_inline(kind); });
    if (look.raised && !look_.raised)
      composer_.open({.container = Container::inline_text, .element = raised, .superscript = true});
    look_ = look;
  }

  void begin(const Event& event) {
    look_ = {};
    code_ = event.role == Role::code;
    const bool is_item = event.list > 0 && event.role != Role::heading &&
                         event.role != Role::title && event.role != Role::caption && !code_;
    if (is_item) {
      open_item(event);
    } else if (event.role != Role::code) {
      close_lists(floor());
    }
    switch (event.role) {
      case Role::heading:
        composer_.open({.container = Container::heading, .level = event.level});
        break;
      case Role::title:
        composer_.open({.container = Container::title});
        composer_.open({.container = Container::heading, .level = 1});
        break;
      case Role::caption:
        composer_.open({.container = Container::caption});
        break;
      case Role::quote:
        composer_.open({.container = Container::quote});
        break;
      default:
        break;
    }
    role_ = event.role;
  }

  void end() {
    flush_mask();
    composer_.end_block();
    code_ = false;
    if (role_ == Role::title) composer_.close_markdown();
    if (role_ != Role::body && role_ != Role::code) composer_.close_markdown();
    role_ = Role::body;
  }

  [[nodiscard]] std::size_t floor() const { return floors_.empty() ? 0 : floors_.back(); }

  void close_lists(std::size_t count) {
    while (lists_.size() > count) {
      if (lists_.back().has_item) composer_.close_markdown();
      composer_.close_markdown();
      lists_.pop_back();
    }
  }

  void open_item(const Event& event) {
    const std::size_t depth = floor() + event.list_level + 1;
    close_lists(std::max(depth, floor()));
    if (lists_.size() == depth && lists_.back().number != event.list) close_lists(depth - 1);
    while (lists_.size() < depth) {
      if (lists_.size() > floor() && !lists_.back().has_item) open_item_of(lists_.back());
      composer_.open({.container = Container::list, .ordered = event.ordered});
      lists_.push_back({.number = event.list});
    }
    List& list = lists_.back();
    if (std::exchange(list.has_item, false)) composer_.close_markdown();
    open_item_of(list);
  }

  void open_item_of(List& list) {
    composer_.open({.container = Container::item});
    list.has_item = true;
  }

  const word::Document& document_;
  Composer& composer_;
  std::vector<bool> foreign_;  // by number of the language
  std::vector<List> lists_;
  std::vector<std::size_t> floors_;  // lists around the tables and cells that are open
  word::Look look_;
  Span masked_;
  Role role_ = Role::body;
  bool code_ = false;
  bool headed_ = false;
};

}  // namespace

base::Result<source::Source> unpack_docx(std::string path, std::string bytes,
                                         const ReadOptions& options, Article& article) {
  article.clear();
  auto package = word::Package::open(std::move(bytes), path);
  if (!package) return std::unexpected(std::move(package.error()));
  auto document = word::read_document(*package);
  if (!document) return std::unexpected(std::move(document.error()));
  const SourceMap map;
  Composer composer(document->text, document->text, map, article);
  Telling(*document, options.language, composer).tell();
  if (composer.too_deep()) return composer.nesting_error(path);
  connect_blocks(article);
  const std::string& language = document->languages[document->language];
  const bool is_english = base::lower(primary(language)) == "en";
  if (!language.empty() && !is_english && language != "x-none")
    article.front_matter.language = language;
  return source::Source{std::move(path), std::move(document->text), false};
}

}  // namespace linter::prose
