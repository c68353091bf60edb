#include "linter/prose/front_matter.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/yaml.h"
#include "linter/prose/flat_yaml.h"
#include "linter/prose/scalar_text.h"
#include "linter/prose/toml_values.h"
#include "linter/prose/writer.h"

namespace linter::prose {
namespace {

using base::ErrorCode;
using base::yaml::Kind;
using base::yaml::Value;
using std::string_view;

constexpr std::size_t npos = string_view::npos;

struct Fences {
  Syntax syntax = Syntax::yaml;
  std::uint32_t content = 0;      // offset behind the first fence
  std::uint32_t content_end = 0;  // of the last fence
  std::uint32_t end = 0;          // behind it
  bool closed = false;
};

string_view line_at(string_view text, std::size_t at) {
  string_view line = text.substr(at, std::min(text.find('\n', at), text.size()) - at);
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
    line.remove_suffix(1);
  return line;
}

std::size_t next_line(string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size() - 1) + 1;
}

std::optional<Fences> find_fences(string_view text, std::uint32_t begin) {
  const string_view first = line_at(text, begin);
  if (first != "---" && first != "+++") return std::nullopt;
  Fences fences{.syntax = first == "---" ? Syntax::yaml : Syntax::toml};
  fences.content = fences.content_end = fences.end =
      static_cast<std::uint32_t>(next_line(text, begin));
  for (std::size_t at = fences.content; at < text.size(); at = next_line(text, at)) {
    const string_view line = line_at(text, at);
    if (line != first && !(line == "..." && fences.syntax == Syntax::yaml)) continue;
    fences.content_end = static_cast<std::uint32_t>(at);
    fences.end = static_cast<std::uint32_t>(next_line(text, at));
    fences.closed = true;
    break;
  }
  return fences;
}

// Limits keep their own codes, wherever they are met.
bool is_limit(ErrorCode code) {
  return code == ErrorCode::nesting_too_deep || code == ErrorCode::too_many_aliases ||
         code == ErrorCode::too_large;
}

// Whether what stands behind the first fence begins as front matter does: "key: value", "key =
// value".
bool begins_with_key(string_view content, Syntax syntax) {
  const std::size_t begin = content.find_first_not_of(" \t\r\n");
  if (begin == npos) return false;
  const string_view line = line_at(content, begin);
  const auto is_key = [&](char c) {
    if (c == '.' && syntax == Syntax::toml) return true;
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  };
  const auto end = static_cast<std::size_t>(std::ranges::find_if_not(line, is_key) - line.begin());
  if (end == 0) return line.starts_with('#') || (line.starts_with('[') && syntax == Syntax::toml);
  const string_view rest = line.substr(end);
  return syntax == Syntax::yaml
             ? rest == ":" || rest.starts_with(": ")
             : rest.find_first_not_of(' ') != npos && rest[rest.find_first_not_of(' ')] == '=';
}

class FrontMatterReader {
 public:
  FrontMatterReader(const source::Source& source, const ReadOptions& options, const Fences& fences,
                    Article& article)
      : source_(source), options_(options), fences_(fences), article_(article) {}

  base::Result<std::uint32_t> read();

 private:
  struct Field {
    const Value* value;
    Scope scope;
  };

  [[nodiscard]] base::Result<Value> parse() const;
  void read_settings(const Value& root);
  void read_stets(const Value& stets, base::yaml::Reader& reader);
  void find_fields(const Value& value, string_view path, Scope scope);
  void write_fields();
  // An error at a place in the content, with its place in the file.
  [[nodiscard]] base::Error in_file(base::Error error) const;

  const source::Source& source_;
  const ReadOptions& options_;
  const Fences& fences_;
  Article& article_;
  std::vector<Field> fields_;
};

base::Error FrontMatterReader::in_file(base::Error error) const {
  if (!is_limit(error.code)) error.code = ErrorCode::bad_front_matter;
  error.message = "front matter: " + error.message;
  error.file = source_.path;
  error.line += error.line > 0 ? 1 : 0;  // below the fence
  return error;
}

base::Result<Value> FrontMatterReader::parse() const {
  const string_view content = Span{fences_.content, fences_.content_end}.of(source_.bytes);
  if (fences_.syntax == Syntax::toml) return parse_toml(content);
  if (auto flat = parse_flat_yaml(content)) return std::move(*flat);
  base::Loaded<Value> loaded = base::yaml::parse(content, source_.path);
  if (!loaded.errors.empty()) return std::unexpected(std::move(loaded.errors.front()));
  return std::move(loaded.value);
}

base::Result<std::uint32_t> FrontMatterReader::read() {
  const string_view content = string_view(source_.bytes).substr(fences_.content);
  const bool keyed = begins_with_key(content, fences_.syntax);
  if (!fences_.closed) {
    if (!keyed) return source_.text_begin();
    return base::fail(
        ErrorCode::bad_front_matter,
        fmt::format("front matter that begins here is never closed: end it with a line of {}",
                    fences_.syntax == Syntax::yaml ? "---" : "+++"),
        source_.path, 1, 1);
  }
  const base::Result<Value> root = parse();
  if (!root && keyed) {
    base::Error error = in_file(root.error());
    if (is_limit(error.code)) return std::unexpected(std::move(error));
    article_.front_matter.faults.push_back(
        std::move(error));  // the text below is read all the same
    article_.front_matter.source = {source_.text_begin(), fences_.end};
    return fences_.end;
  }
  if (!root || (root->kind != Kind::mapping && root->kind != Kind::null))
    return source_.text_begin();
  read_settings(*root);
  find_fields(*root, "title", Scope::title);
  for (const string_view key : {"subtitle", "description", "summary", "excerpt"})
    find_fields(*root, key, Scope::summary);
  for (const std::string& path : options_.prose_fields) find_fields(*root, path, Scope::summary);
  write_fields();
  article_.front_matter.source = {source_.text_begin(), fences_.end};
  return fences_.end;
}

// `language` and what stands under `galley`; a slip there keeps nothing else from being read.
void FrontMatterReader::read_settings(const Value& root) {
  for (const string_view key : {"language", "lang"}) {
    const Value* value = root.find(key);
    if (value == nullptr || value->kind != Kind::scalar) continue;
    article_.front_matter.language = value->text;
    article_.front_matter.language_at = {value->position.line + 1, value->position.column};
    break;
  }
  const Value* galley = root.find("galley");
  if (galley == nullptr) return;
  std::vector<base::Error> errors;
  base::yaml::Reader reader(*galley, source_.path, errors, "galley");
  article_.front_matter.words = reader.strings("words");
  if (const Value* stets = reader.take("stet")) read_stets(*stets, reader);
  reader.finish();
  for (base::Error& error : errors)
    article_.front_matter.faults.push_back(in_file(std::move(error)));
}

// "RULE until DATE": reason, as comments that hold for the article.
void FrontMatterReader::read_stets(const Value& stets, base::yaml::Reader& reader) {
  if (stets.kind != Kind::mapping) {
    reader.report(ErrorCode::wrong_type, "stet must be a mapping from rules to reasons", stets);
    return;
  }
  for (const auto& [rule, reason] : stets.entries) {
    const std::uint32_t begin = fences_.content + rule.position.offset;
    const std::uint32_t end =
        begin + (rule.quoted ? 2 : 0) + static_cast<std::uint32_t>(rule.text.size());
    article_.comments.push_back({{begin, std::min(end, fences_.content_end)},
                                 "stet-file " + rule.text + ": " + reason.text,
                                 no_block});
  }
}

// The scalars at a dotted path; a list on the way stands for each of its items.
void FrontMatterReader::find_fields(const Value& value, string_view path, Scope scope) {
  if (value.kind == Kind::sequence) {
    for (const Value& item : value.items) find_fields(item, path, scope);
  } else if (path.empty()) {
    if (value.kind == Kind::scalar) fields_.push_back({&value, scope});
  } else {
    const std::size_t dot = std::min(path.find('.'), path.size());
    const Value* entry = value.find(path.substr(0, dot));
    if (entry != nullptr) find_fields(*entry, path.substr(std::min(dot + 1, path.size())), scope);
  }
}

void FrontMatterReader::write_fields() {
  const auto offset = [](const Field& field) { return field.value->position.offset; };
  // named twice, a field keeps its first scope
  std::ranges::sort(fields_, {},
                    [&](const Field& field) { return std::pair(offset(field), field.scope); });
  const auto same = std::ranges::unique(fields_, {}, offset);
  fields_.erase(same.begin(), same.end());
  Writer writer(article_);
  for (const Field& field : fields_) {
    writer.begin_block({.scopes = set_of(field.scope)});
    const std::uint32_t begin = fences_.content + offset(field);
    const Writer::Mark mark = writer.mark();
    if (!write_scalar(source_.bytes, begin, field.value->text, fences_.syntax, writer)) {
      writer.cut(mark);
      writer.decoded({begin, begin + 1}, field.value->text);
    }
    writer.end_block();
  }
}

}  // namespace

base::Result<std::uint32_t> read_front_matter(const source::Source& source,
                                              const ReadOptions& options, Article& article) {
  const std::optional<Fences> fences = find_fences(source.bytes, source.text_begin());
  if (!fences) return source.text_begin();
  return FrontMatterReader(source, options, *fences, article).read();
}

}  // namespace linter::prose
