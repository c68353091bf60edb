#include "linter/run/profiles.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "linter/checks/claims/claims.h"
#include "linter/checks/policy/authoring.h"
#include "linter/checks/policy/policy_set.h"
#include "linter/checks/spelling/spelling.h"
#include "linter/config/confined_files.h"
#include "linter/knowledge/knowledge.h"
#include "linter/packs/load.h"
#include "linter/run/approved.h"
#include "linter/run/rule_names.h"
#include "linter/run/word_lists.h"
#include "linter/suppression/approvals.h"
#include "linter/suppression/stets.h"

namespace linter::run {
namespace {

constexpr std::string_view packs_folder = "policies";

// Whether a pack written for `wanted` is meant for articles in `language`: "en" for all of en-GB,
// en-US, ...; none for all languages.
bool is_meant_for(std::string_view wanted, std::string_view language) {
  return wanted.empty() || (language.starts_with(wanted) &&
                            (language.size() == wanted.size() || language[wanted.size()] == '-'));
}

std::vector<packs::Pack> meant_for(std::span<const packs::Pack> all, std::string_view language) {
  std::vector<packs::Pack> meant;
  std::ranges::copy_if(all, std::back_inserter(meant), [&](const packs::Pack& pack) {
    return is_meant_for(pack.language, language);
  });
  return meant;
}

// Up to which version the configuration knows each pack.
std::map<std::string, std::uint32_t> known_versions(std::span<const packs::Pack> packs,
                                                    const config::Settings& settings) {
  std::map<std::string, std::uint32_t> versions;
  for (const config::Text& text : settings.packs) {
    const config::PackName named = config::pack_named(text.value);
    for (const packs::Pack& pack : packs) {
      const bool is_path = named.name.starts_with('/');
      if (is_path ? pack.files.front().path.starts_with(named.name) : pack.id == named.name)
        versions[pack.id] = std::max(versions[pack.id], named.version);
    }
  }
  return versions;
}

checks::policy::PolicyOptions policy_options(const config::Settings& settings,
                                             const knowledge::Knowledge& knowledge) {
  checks::policy::PolicyOptions options;
  options.knowledge = &knowledge;
  for (const config::RuleLevel& rule : settings.rules)
    options.levels[rule.rule] = static_cast<checks::policy::Level>(rule.level);
  for (const config::Text& one : settings.jurisdictions) options.jurisdictions.push_back(one.value);
  return options;
}

// The rules of the checks that need no packs.
std::vector<checks::RuleInfo> rules_in_code() {
  std::vector<checks::RuleInfo> rules;
  std::ranges::copy(checks::spelling::rules(), std::back_inserter(rules));
  std::ranges::copy(checks::claims::rules(), std::back_inserter(rules));
  std::ranges::copy(suppression::rules(), std::back_inserter(rules));
  std::ranges::copy(suppression::approval_rules(), std::back_inserter(rules));
  return rules;
}

// An error about a pack that could not be found, at the place in the configuration that asked for
// the pack.
void place(base::Error& error, std::span<const config::Text> asked) {
  if (!error.file.empty() || error.code != base::ErrorCode::unknown_pack) return;
  for (const config::Text& pack : asked) {
    const std::string name(config::pack_named(pack.value).name);
    if (error.message.find("'" + name + "'") == std::string::npos) continue;
    if (pack.origin.file.starts_with("--")) return;
    error.file = pack.origin.file;
    error.line = pack.origin.line;
    error.column = pack.origin.column;
    return;
  }
}

}  // namespace

// Everything that the checks of one profile refer to.
class Profiles::Made final : public Profile {
 public:
  Made(std::span<const packs::Pack> packs, const config::Settings& settings) {
    for (const packs::Pack& pack : packs) {
      add_cues(pack);
      data.push_back({"pack " + pack.id + " " + std::to_string(pack.version), pack.digest});
    }
    add_knowledge(packs);
    checks::policy::PolicyOptions options = policy_options(settings, knowledge_);
    options.versions = known_versions(packs, settings);
    auto compiled = checks::policy::PolicySet::compile(packs, options);
    std::ranges::move(compiled.errors, std::back_inserter(errors));
    policy_ = std::move(compiled.value);
    triggers_ = lexicon::TriggerTable(policy_.atoms());
  }

  // Without a dictionary for the language, spelling is not checked and English serves the rules.
  void open_vocabulary(lexicon::VocabularyOptions options) {
    auto opened = lexicon::Vocabulary::open(options);
    const bool has_language = opened.has_value();
    if (!has_language) {
      missing_dictionary_ = std::move(opened.error());
      options.language = "en";
      options.extra_dictionaries.clear();
      opened = lexicon::Vocabulary::open(std::move(options));
      if (!opened) return;
    }
    for (auto& datum : opened->data())
      data.push_back({std::move(datum.name), std::move(datum.digest)});
    vocabulary_.emplace(std::move(*opened));
    if (has_language) spelling_.emplace(*vocabulary_);
  }

  [[nodiscard]] bool is_usable() const { return vocabulary_.has_value(); }
  [[nodiscard]] std::vector<checks::RuleInfo> policy_rules() const { return policy_.infos(); }

  [[nodiscard]] const lexicon::Vocabulary& vocabulary() const override { return *vocabulary_; }
  [[nodiscard]] const lexicon::TriggerTable& triggers() const override { return triggers_; }
  [[nodiscard]] const context::CueSet& cues() const override { return cues_; }
  [[nodiscard]] const knowledge::Knowledge& knowledge() const override { return knowledge_; }
  [[nodiscard]] const base::Error* missing_dictionary() const override {
    return missing_dictionary_ ? &*missing_dictionary_ : nullptr;
  }
  [[nodiscard]] std::vector<std::unique_ptr<checks::Check>> make_checks() const override {
    std::vector<std::unique_ptr<checks::Check>> checks;
    if (spelling_) checks.push_back(checks::spelling::make_spelling(*spelling_));
    checks.push_back(checks::policy::make_policy(policy_));
    if (!knowledge_.empty()) checks.push_back(checks::claims::make_claims(knowledge_));
    return checks;
  }

  [[nodiscard]] const suppression::Wordings* approved() const override { return approved_; }

  // `wordings` must outlive the profile.
  void use_approved(const Approved& wordings) {
    std::ranges::copy(wordings.errors, std::back_inserter(errors));
    std::ranges::copy(wordings.data, std::back_inserter(data));
    approved_ = wordings.wordings.statements().empty() ? nullptr : &wordings.wordings;
  }

  std::vector<base::Error> errors;
  std::vector<findings::Datum> data;

 private:
  void add_cues(const packs::Pack& pack) {
    for (const packs::Document& cues : pack.cues)
      std::ranges::move(cues_.add(cues.document, pack.files[cues.file].path),
                        std::back_inserter(errors));
  }

  void add_knowledge(std::span<const packs::Pack> packs) {
    auto compiled = checks::policy::knowledge_of(packs);
    std::ranges::move(compiled.errors, std::back_inserter(errors));
    knowledge_ = std::move(compiled.value);
  }

  context::CueSet cues_;
  knowledge::Knowledge knowledge_;
  checks::policy::PolicySet policy_;
  lexicon::TriggerTable triggers_;
  std::optional<lexicon::Vocabulary> vocabulary_;
  std::optional<checks::spelling::Spelling> spelling_;
  std::optional<base::Error> missing_dictionary_;
  const suppression::Wordings* approved_ = nullptr;
};

Profiles::Profiles(const CheckRequest& request, const base::FileSystem& files)
    : request_(request), files_(files) {}

Profiles::~Profiles() = default;

const Profile* Profiles::get(const config::Effective& effective, const std::string& language) {
  const std::scoped_lock lock(mutex_);
  auto& made = made_[{effective.index, language}];
  if (made == nullptr) made = make(effective, language);
  return made->is_usable() ? made.get() : nullptr;
}

const Profiles::Packs& Profiles::packs_of(const config::Effective& effective) {
  const std::string shipped =
      request_.data_folder.empty() ? "" : base::join_path(request_.data_folder, packs_folder);
  std::vector<std::string> wanted;
  bool trusted = false;
  for (const config::Text& pack : effective.settings.packs) {
    wanted.emplace_back(config::pack_named(pack.value).name);
    trusted = trusted || pack.origin.file == config::packs_option;
  }
  std::vector<std::string> key = wanted;
  key.push_back(effective.configuration->boundary);
  auto& packs = packs_[key];
  if (packs != nullptr) return *packs;
  std::vector<std::string> readable{effective.configuration->boundary};
  if (!shipped.empty()) {
    readable.push_back(shipped);
    readable.push_back(base::join_path(request_.data_folder, packs::parsed_files_name));
  }
  const config::ConfinedFiles confined(files_, std::move(readable));
  const base::FileSystem& files = trusted ? files_ : confined;
  packs = std::make_unique<Packs>(packs::load_packs(files, wanted, {shipped, {}}));
  for (base::Error& error : packs->errors) place(error, effective.settings.packs);
  return *packs;
}

const Profiles::Approved& Profiles::approved_of(const config::Effective& effective) {
  auto& approved = approved_[effective.configuration];
  if (approved != nullptr) return *approved;
  auto read = read_approved_files(files_, effective);
  approved =
      std::make_unique<Approved>(Approved{suppression::Wordings(std::move(read.value.statements)),
                                          std::move(read.value.data), std::move(read.errors)});
  return *approved;
}

std::unique_ptr<Profiles::Made> Profiles::make(const config::Effective& effective,
                                               const std::string& language) {
  const config::Settings& settings = effective.settings;
  const Packs& packs = packs_of(effective);
  auto made = std::make_unique<Made>(meant_for(packs.value, language), settings);
  base::Loaded<lexicon::VocabularyOptions> words =
      vocabulary_options(request_, files_, effective, language);
  std::ranges::copy(packs.errors, std::back_inserter(made->errors));
  std::ranges::move(words.errors, std::back_inserter(made->errors));
  made->open_vocabulary(std::move(words.value));
  const Approved& approved = approved_of(effective);
  made->use_approved(approved);
  std::ranges::move(unknown_jurisdictions(approved.wordings.statements(), packs.value),
                    std::back_inserter(made->errors));
  std::ranges::move(unknown_names(effective, packs.value, rules_in_code()),
                    std::back_inserter(made->errors));
  return made;
}

std::vector<findings::Datum> Profiles::data() const {
  std::vector<findings::Datum> all;
  for (const auto& [key, made] : made_) all.insert(all.end(), made->data.begin(), made->data.end());
  return all;
}

std::vector<base::Error> Profiles::errors() const {
  std::vector<base::Error> all;
  for (const auto& [key, made] : made_)
    all.insert(all.end(), made->errors.begin(), made->errors.end());
  return all;
}

std::vector<findings::RuleInfo> Profiles::rules() const {
  std::vector<findings::RuleInfo> all = rules_in_code();
  for (const auto& [key, made] : made_)
    std::ranges::move(made->policy_rules(), std::back_inserter(all));
  std::ranges::stable_sort(all, {}, &findings::RuleInfo::id);
  const auto again = std::ranges::unique(all, {}, &findings::RuleInfo::id);
  all.erase(again.begin(), again.end());
  return all;
}

}  // namespace linter::run
