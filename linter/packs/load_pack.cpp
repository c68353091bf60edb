// One pack: its files, their kinds, their rules.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "linter/base/hash.h"
#include "linter/base/names.h"
#include "linter/packs/keys.h"
#include "linter/packs/load.h"
#include "linter/packs/read_rule.h"

namespace linter::packs {
namespace {

using base::ErrorCode;
using base::yaml::Value;

constexpr std::size_t deepest_folder = 16;
// What the rules in code are named by.
constexpr std::array<std::string_view, 5> taken_names{"approved", "baseline", "claims", "spelling",
                                                      "stet"};

bool is_yaml(std::string_view path) {
  const std::string_view extension = base::file_extension(path);
  return extension == ".yaml" || extension == ".yml";
}

class PackReader {
 public:
  PackReader(const base::FileSystem& files, const ParsedFiles& parsed)
      : files_(files), parsed_(parsed) {}

  base::Loaded<Pack> read(const std::string& path) {
    const base::FileStatus status = files_.status(path);
    if (status.kind == base::FileKind::folder) {
      read_folder(path);
    } else {
      read_single(path);
    }
    finish();
    return {std::move(pack_), std::move(errors_)};
  }

 private:
  void read_folder(const std::string& folder) {
    const std::string head = base::join_path(folder, "pack.yaml");
    if (files_.status(head).kind == base::FileKind::missing) {
      errors_.push_back(
          {ErrorCode::missing_path,
           "the folder has no pack.yaml, so it is no pack: add one (galley policy new)", folder});
      return;
    }
    std::vector<std::string> others;
    collect(folder, head, others, 0);
    if (!read_head(head, true)) return;
    for (const std::string& path : others) read_part(path);
  }

  void read_single(const std::string& path) { read_head(path, false); }

  // Gathers the pack's other files, sorted within each folder.
  void collect(const std::string& folder, const std::string& head, std::vector<std::string>& out,
               std::size_t depth) {
    const auto entries = files_.list(folder);
    if (!entries) return errors_.push_back(entries.error());
    for (const base::FolderEntry& entry : *entries) {
      if (entry.name.starts_with('.')) continue;
      const std::string path = base::join_path(folder, entry.name);
      const bool is_folder = entry.status.kind == base::FileKind::folder;
      if (path == head || (!is_folder && !is_yaml(entry.name))) continue;
      if (entry.status.is_link) {
        errors_.push_back({ErrorCode::bad_value,
                           "a link inside a pack is not followed: put the file itself there",
                           path});
      } else if (is_folder && depth == deepest_folder) {
        errors_.push_back(
            {ErrorCode::nesting_too_deep, "a pack's folders nest at most 16 deep", path});
      } else if (is_folder) {
        collect(path, head, out, depth + 1);
      } else if (out.size() + 1 < max_pack_files) {
        out.push_back(path);
      } else {
        return errors_.push_back({ErrorCode::too_large, "a pack has at most 500 files", path});
      }
    }
  }

  // The parsed file, remembered in the pack; nothing when it cannot be read.
  std::optional<Value> open(const std::string& path) {
    const auto bytes = files_.read(path, max_pack_file_bytes);
    if (!bytes) {
      errors_.push_back(bytes.error());
      return std::nullopt;
    }
    pack_.files.push_back({path, base::hex_digest(*bytes), {}});
    if (auto known = parsed_.find(pack_.files.back().digest)) return known;
    auto parsed = base::yaml::parse(*bytes, path);
    const bool broken = !parsed.errors.empty() && parsed.value.kind == base::yaml::Kind::null;
    std::ranges::move(parsed.errors, std::back_inserter(errors_));
    if (broken) return std::nullopt;
    return std::move(parsed.value);
  }

  // pack.yaml, or the only file. False when it is not YAML.
  bool read_head(const std::string& path, bool in_folder) {
    std::optional<Value> document = open(path);
    if (!document) return false;
    const Faults faults{path, errors_};
    drop_knowledge(*document, faults);
    const bool has_rules = document->find("rules") != nullptr || !in_folder;
    std::vector<std::span<const Field>> tables{pack_fields()};
    if (has_rules || document->find("fragments") != nullptr) tables.push_back(rules_file_fields());
    check_fields(*document, tables, faults, {});
    take_head(*document);
    if (has_rules) take_rules(*document, faults);
    return true;
  }

  // Concepts, facts and the like stand beside the head of a pack, never in it.
  static void drop_knowledge(Value& document, const Faults& faults) {
    const auto is_knowledge = [](std::string_view key) {
      return std::ranges::find(knowledge_file_fields(), key, &Field::name) !=
             knowledge_file_fields().end();
    };
    for (const auto& [key, value] : document.entries)
      if (is_knowledge(key.text))
        faults.add(ErrorCode::unknown_key,
                   "'" + key.text +
                       "' needs a pack that is a folder: put it into a file of its own beside "
                       "pack.yaml, such as " +
                       key.text + ".yaml",
                   key.position);
    std::erase_if(document.entries,
                  [&](const auto& entry) { return is_knowledge(entry.first.text); });
  }

  void take_head(const Value& document) {
    pack_.id = text_at(document, "pack");
    if (!is_name(pack_.id)) pack_.id.clear();
    if (std::ranges::find(taken_names, pack_.id) != taken_names.end()) {
      const Value* name = document.find("pack");
      errors_.push_back({ErrorCode::bad_value,
                         "'" + pack_.id +
                             "' is the name of galley's own rules: name the pack "
                             "otherwise, such as 'house-" +
                             pack_.id + "'",
                         pack_.files.front().path, name->position.line, name->position.column});
      pack_.id.clear();
    }
    pack_.version = static_cast<std::uint32_t>(whole_at(document, "version", 1));
    pack_.about = text_at(document, "about");
    pack_.licence = text_at(document, "licence");
    pack_.origin = text_at(document, "origin");
    pack_.notice = text_at(document, "notice");
    pack_.language = text_at(document, "language");
    for (const Value* need : items_at(document, "needs"))
      pack_.needs.push_back({need->text, need->position});
    requires_source_ = flag_at(document, "requires_source", false);
    const auto names = findings::category_names();
    const auto category = std::ranges::find(names, text_at(document, "category"));
    if (category != names.end())
      category_ = static_cast<findings::Category>(category - names.begin());
    if (const Value* declared = document.find("jurisdictions")) {
      for (const auto& [key, value] : declared->entries) {
        pack_.jurisdictions.push_back(
            {key.text, std::string(text_at(value, "name")), std::string(text_at(value, "url"))});
      }
    }
    take_topics(document);
  }

  void take_topics(const Value& document) {
    if (const Value* declared = document.find("topics")) {
      for (const auto& [key, value] : declared->entries) {
        pack_.topics.push_back(
            {key.text, texts_at(value, "words"),
             static_cast<std::uint32_t>(whole_at(value, "per_thousand", Topic{}.per_thousand))});
      }
    }
    const Value* topic = document.find("topic");
    if (topic == nullptr) return;
    if (std::ranges::find(pack_.topics, topic->text, &Topic::id) != pack_.topics.end()) {
      pack_.topic = topic->text;
      return;
    }
    Faults{pack_.files[current_file()].path, errors_}.add(
        ErrorCode::bad_value,
        "the topic '" + topic->text + "' is not declared: add it under 'topics'", topic->position);
  }

  // A file beside pack.yaml: what it is follows from its keys.
  void read_part(const std::string& path) {
    std::optional<Value> document = open(path);
    if (!document) return;
    const Faults faults{path, errors_};
    if (document->find("cues") != nullptr) {
      pack_.cues.push_back({current_file(), std::move(*document)});
      return;
    }
    const auto is_there = [&](const Field& field) { return document->find(field.name) != nullptr; };
    if (std::ranges::any_of(knowledge_file_fields(), is_there)) {
      if (const Value* rules = document->find("rules"))
        return faults.add(ErrorCode::unknown_key,
                          "rules stand in a file of their own, apart from what a pack knows of its "
                          "field: move 'rules' to another file of the pack",
                          rules->position);
      const std::span<const Field> tables[] = {knowledge_file_fields()};
      check_fields(*document, tables, faults, {});
      pack_.knowledge.push_back({current_file(), std::move(*document)});
      return;
    }
    if (document->find("rules") != nullptr) {
      const std::span<const Field> tables[] = {rules_file_fields()};
      check_fields(*document, tables, faults, {});
      return take_rules(*document, faults);
    }
    if (const Value* lent = document->find("fragments")) {
      const std::span<const Field> tables[] = {fragments_file_fields()};
      check_fields(*document, tables, faults, {});
      return lend(*lent, faults);
    }
    report_unknown_file(*document, faults);
  }

  // Fragments for all files of the pack.
  void lend(const Value& fragments, const Faults& faults) {
    for (const auto& [key, value] : fragments.entries) {
      const auto [first, is_new] = lenders_.emplace(
          key.text, std::string(faults.file) + ":" + std::to_string(key.position.line));
      if (is_new)
        pack_.fragments.emplace(key.text, value.text);
      else
        faults.add(ErrorCode::duplicate_id,
                   "the fragment '" + key.text + "' is already at " + first->second +
                       ": give this one another name",
                   key.position);
    }
  }

  void report_unknown_file(const Value& document, const Faults& faults) {
    std::vector<std::string_view> kinds = {"rules", "fragments", "cues"};
    for (const Field& field : knowledge_file_fields()) kinds.push_back(field.name);
    std::string hint;
    if (!document.entries.empty())
      hint = base::nearest_hint(document.entries.front().first.text, kinds);
    std::string known;
    for (const std::string_view kind : kinds)
      known.append(known.empty() ? "" : ", ").append(kind);
    faults.add(
        ErrorCode::unknown_key,
        "this file has none of the keys that say something to a pack" + hint + ": " + known,
        document.entries.empty() ? document.position : document.entries.front().first.position);
  }

  void take_rules(Value& document, const Faults& faults) {
    if (const Value* fragments = document.find("fragments")) {
      for (const auto& [key, value] : fragments->entries)
        pack_.files[current_file()].fragments.emplace(key.text, value.text);
    }
    const auto rules = std::ranges::find(
        document.entries, "rules", [](const auto& e) -> std::string_view { return e.first.text; });
    if (rules == document.entries.end()) return;
    std::vector<Value>& items = rules->second.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const RuleSetting setting{pack_, category_, requires_source_, current_file()};
      auto read =
          read_rule(std::move(items[i]), setting, faults, "rules[" + std::to_string(i) + "]");
      if (!read || !is_new(read->rule, faults)) continue;
      (read->is_faulty ? pack_.faulty : pack_.rules).push_back(std::move(read->rule));
    }
  }

  bool is_new(const RuleDefinition& rule, const Faults& faults) {
    const auto [first, is_first] = places_.emplace(
        rule.id, pack_.files[rule.file].path + ":" + std::to_string(rule.body.position.line));
    if (is_first) return true;
    faults.add(ErrorCode::duplicate_id,
               "the rule '" + rule.id + "' is already at " + first->second +
                   ": give this one another name",
               rule.body.position);
    return false;
  }

  void finish() {
    std::string digests;
    for (const PackFile& file : pack_.files) digests += file.digest;
    pack_.digest = base::hex_digest(digests);
  }

  [[nodiscard]] std::uint32_t current_file() const {
    return static_cast<std::uint32_t>(pack_.files.size() - 1);
  }

  const base::FileSystem& files_;
  const ParsedFiles& parsed_;
  Pack pack_;
  std::vector<base::Error> errors_;
  findings::Category category_ = findings::Category::wording;
  bool requires_source_ = false;
  std::unordered_map<std::string, std::string> lenders_;  // fragment of the pack -> its place
  std::unordered_map<std::string, std::string> places_;   // rule id -> where it stands
};

}  // namespace

base::Loaded<Pack> load_pack(const base::FileSystem& files, const std::string& path,
                             const ParsedFiles& parsed) {
  return PackReader(files, parsed).read(path);
}

}  // namespace linter::packs
