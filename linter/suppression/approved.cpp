#include "linter/suppression/approved.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "linter/base/dates.h"
#include "linter/base/yaml.h"
#include "linter/suppression/normal_text.h"

namespace linter::suppression {
namespace {

using base::ErrorCode;
using base::yaml::Kind;
using base::yaml::Reader;
using base::yaml::Value;
using std::string_view;

constexpr std::array<string_view, 4> standing_names{"valid", "expires soon", "expired",
                                                    "withdrawn"};

bool is_identifier(string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !text.empty() && std::ranges::all_of(text, fits) && text.front() != '-';
}

// A date under `key`, or nothing; what is no date is a fault.
std::string date_at(Reader& reader, string_view key) {
  if (reader.take(key) == nullptr) return {};
  std::string date = reader.required_string(key);
  if (date.empty() || base::is_date(date)) return date;
  reader.report(ErrorCode::bad_value,
                "'" + reader.path_of(key) + "' is no date: write it as 2027-03-01",
                *reader.take(key));
  return {};
}

// The items of a list, or one value as a list of one.
std::vector<const Value*> items_at(Reader& reader, string_view key) {
  std::vector<const Value*> items;
  const Value* found = reader.take(key);
  if (found == nullptr) return items;
  if (found->kind != Kind::sequence) return {found};
  for (const Value& item : found->items) items.push_back(&item);
  return items;
}

class StatementReader {
 public:
  StatementReader(const Value& value, const std::string& file, std::vector<base::Error>& errors,
                  const std::string& path)
      : file_(file), errors_(errors), reader_(value, file, errors, path), path_(path) {}

  std::optional<Statement> read() {
    const std::size_t before = errors_.size();
    const Value& value = reader_.value();
    statement_.file = file_;
    statement_.line = value.position.line;
    statement_.column = value.position.column;
    statement_.id = reader_.required_string("id");
    if (!statement_.id.empty() && !is_identifier(statement_.id)) {
      fault("id", "'" + reader_.path_of("id") +
                      "' must be a name of small letters, digits and hyphens, not '" +
                      statement_.id + "'");
    }
    read_wordings();
    read_evidence();
    statement_.owner = reader_.required_string("owner");
    read_jurisdictions();
    statement_.expires = date_at(reader_, "expires");
    read_withdrawal();
    reader_.finish();
    if (errors_.size() != before) return std::nullopt;
    return std::move(statement_);
  }

 private:
  void fault(string_view key, std::string message) {
    const Value* at = reader_.take(key);
    reader_.report(ErrorCode::bad_value, std::move(message), at ? *at : reader_.value());
  }

  void read_wordings() {
    statement_.text = reader_.required_string("text");
    statement_.variants = reader_.strings("variants");
    check_wording(statement_.text, "text");
    for (const std::string& variant : statement_.variants) check_wording(variant, "variants");
  }

  void check_wording(const std::string& wording, string_view key) {
    if (wording.empty()) return;
    const std::size_t words = normal_words(wording);
    if (words >= 2 && words <= max_wording_words) return;
    fault(key, "'" + reader_.path_of(key) + "' must be a wording of 2 to " +
                   std::to_string(max_wording_words) + " words, not of " + std::to_string(words) +
                   ": approve the statement that is published, word for word");
  }

  void read_evidence() {
    const std::vector<const Value*> items = items_at(reader_, "evidence");
    if (items.empty()) {
      reader_.report(ErrorCode::missing_key,
                     "'" + reader_.path_of("evidence") +
                         "' is missing: an approval names what it rests on, as {title: …, url: …, "
                         "date: 2026-02-03}",
                     reader_.value());
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
      Reader one(*items[i], file_, errors_, path_ + ".evidence[" + std::to_string(i) + "]");
      if (items[i]->kind != Kind::mapping) continue;
      findings::Citation citation;
      citation.title = one.required_string("title");
      citation.url = one.optional_string("url");
      citation.section = one.optional_string("section");
      citation.date = date_at(one, "date");
      one.finish();
      statement_.evidence.push_back(std::move(citation));
    }
  }

  void read_jurisdictions() {
    statement_.jurisdictions = reader_.strings("jurisdictions");
    for (const std::string& one : statement_.jurisdictions) {
      if (is_identifier(one)) continue;
      fault("jurisdictions", "'" + one +
                                 "' is no jurisdiction: they have names such as uk-cap, and packs "
                                 "declare them");
    }
  }

  // A date, or {date: …, reason: …}.
  void read_withdrawal() {
    const Value* found = reader_.take("withdrawn");
    if (found == nullptr) return;
    if (found->kind != Kind::mapping) {
      statement_.withdrawn = date_at(reader_, "withdrawn");
      return;
    }
    Reader inner(*found, file_, errors_, path_ + ".withdrawn");
    if (!inner.has("date")) static_cast<void>(inner.required_string("date"));
    statement_.withdrawn = date_at(inner, "date");
    statement_.withdrawn_because = inner.optional_string("reason");
    inner.finish();
  }

  const std::string& file_;
  std::vector<base::Error>& errors_;
  Reader reader_;
  std::string path_;
  Statement statement_;
};

std::string place_of(const Statement& statement, const std::string& beside) {
  const std::string line = "line " + std::to_string(statement.line);
  const std::string& file = statement.file;
  return file == beside ? line : line + " of " + file.substr(file.rfind('/') + 1);
}

}  // namespace

base::Loaded<std::vector<Statement>> read_approved(string_view yaml, const std::string& file) {
  base::Loaded<std::vector<Statement>> read;
  base::Loaded<Value> parsed = base::yaml::parse(yaml, file);
  read.errors = std::move(parsed.errors);
  if (parsed.value.kind == Kind::null) return read;
  Reader reader(parsed.value, file, read.errors);
  if (parsed.value.kind != Kind::mapping) return read;
  if (!reader.has("approved")) {
    reader.report(ErrorCode::missing_key,
                  "'approved' is missing: a file of approved wording is a list of statements under "
                  "that key",
                  parsed.value);
    return read;
  }
  const std::span<const Value> items = reader.sequence("approved");
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string path = "approved[" + std::to_string(i) + "]";
    const std::size_t before = read.errors.size();
    StatementReader one(items[i], file, read.errors, path);
    if (read.errors.size() != before) continue;
    if (auto statement = one.read()) read.value.push_back(std::move(*statement));
  }
  reader.finish();
  std::ranges::move(drop_repeated(read.value), std::back_inserter(read.errors));
  return read;
}

std::vector<base::Error> drop_repeated(std::vector<Statement>& statements) {
  std::vector<base::Error> errors;
  std::map<string_view, const Statement*> known;
  std::vector<Statement> kept;
  kept.reserve(statements.size());
  for (Statement& one : statements) {
    const auto first = known.find(one.id);
    if (first == known.end()) {
      kept.push_back(std::move(one));
      known.emplace(kept.back().id, &kept.back());
      continue;
    }
    errors.push_back({ErrorCode::duplicate_id,
                      "the id '" + one.id + "' is taken, by " + place_of(*first->second, one.file) +
                          ": give each statement an id of its own",
                      one.file, one.line, one.column});
  }
  statements = std::move(kept);
  return errors;
}

namespace {

// Whether some article could be covered by both.
bool share_readers(const Statement& one, const Statement& other) {
  if (one.jurisdictions.empty() || other.jurisdictions.empty()) return true;
  return std::ranges::any_of(one.jurisdictions, [&](const std::string& name) {
    return std::ranges::find(other.jurisdictions, name) != other.jurisdictions.end();
  });
}

base::Error repeated(const std::string& wording, const Statement& one, const Statement& first) {
  return {ErrorCode::duplicate_id,
          "the wording “" + wording + "” of '" + one.id + "' is approved as '" + first.id +
              "', too, in " + place_of(first, one.file) +
              ": keep one of them, or give them jurisdictions that differ",
          one.file, one.line, one.column};
}

}  // namespace

std::vector<base::Error> repeated_wordings(const std::vector<Statement>& statements) {
  std::vector<base::Error> errors;
  std::map<std::string, std::vector<const Statement*>> known;
  for (const Statement& one : statements) {
    std::vector<std::string> wordings = one.variants;
    wordings.insert(wordings.begin(), one.text);
    for (const std::string& wording : wordings) {
      std::vector<const Statement*>& others = known[normalised(wording).text];
      const auto first = std::ranges::find_if(others, [&](const Statement* other) {
        return other != &one && share_readers(one, *other);
      });
      if (first != others.end()) errors.push_back(repeated(wording, one, **first));
      others.push_back(&one);
    }
  }
  return errors;
}

Standing standing_of(const Statement& statement, string_view today) {
  if (!statement.withdrawn.empty() && statement.withdrawn <= today) return Standing::withdrawn;
  if (statement.expires.empty()) return Standing::valid;
  if (statement.expires < today) return Standing::expired;
  const auto days = base::days_between(today, statement.expires);
  return days && *days <= soon_days ? Standing::expires_soon : Standing::valid;
}

string_view name(Standing standing) {
  return standing_names[static_cast<std::size_t>(standing)];
}

bool covers(const Statement& statement, const std::vector<std::string>& jurisdictions) {
  if (statement.jurisdictions.empty()) return true;
  return !jurisdictions.empty() && std::ranges::all_of(jurisdictions, [&](const auto& one) {
    return std::ranges::find(statement.jurisdictions, one) != statement.jurisdictions.end();
  });
}

std::string evidence_of(const Statement& statement) {
  std::string all;
  for (const findings::Citation& one : statement.evidence) {
    if (!all.empty()) all += "; ";
    all += one.title;
    std::string where = one.section;
    for (const std::string& part : {one.url, one.date}) {
      if (!part.empty()) where += (where.empty() ? "" : ", ") + part;
    }
    if (!where.empty()) all += " (" + where + ')';
  }
  return all;
}

}  // namespace linter::suppression
