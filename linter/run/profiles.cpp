#include "linter/run/profiles.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <utility>

#include "linter/cache/images.h"
#include "linter/checks/claims/claims.h"
#include "linter/checks/policy/authoring.h"
#include "linter/checks/policy/policy_set.h"
#include "linter/checks/spelling/spelling.h"
#include "linter/knowledge/knowledge.h"
#include "linter/run/approved.h"
#include "linter/run/rule_names.h"
#include "linter/run/word_lists.h"
#include "linter/suppression/approvals.h"
#include "linter/suppression/stets.h"

namespace linter::run {
namespace {

// Whether a pack written for `wanted` is meant for articles in `language`: "en" for all of en-GB,
// en-US, ...; none for all languages.
bool is_meant_for(std::string_view wanted, std::string_view language) {
  return wanted.empty() || (language.starts_with(wanted) &&
                            (language.size() == wanted.size() || language[wanted.size()] == '-'));
}

// The packs that are meant for a language: those given, or where some are not, copies.
class MeantPacks {
 public:
  MeantPacks(std::span<const packs::Pack> all, std::string_view language) : packs_(all) {
    const auto is_meant = [&](const packs::Pack& pack) {
      return is_meant_for(pack.language, language);
    };
    if (std::ranges::all_of(all, is_meant)) return;
    std::ranges::copy_if(all, std::back_inserter(copies_), is_meant);
    packs_ = copies_;
  }

  [[nodiscard]] std::span<const packs::Pack> packs() const { return packs_; }

 private:
  std::vector<packs::Pack> copies_;
  std::span<const packs::Pack> packs_;
};

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

// All that what is compiled of the packs follows from.
std::vector<std::string> inputs_of(std::span<const packs::Pack> packs) {
  std::vector<std::string> inputs{"profile"};
  for (const packs::Pack& pack : packs) {
    inputs.push_back("pack " + pack.id);
    const std::string folder = base::parent_path(pack.files.front().path);
    for (const packs::PackFile& file : pack.files) {
      inputs.push_back(base::relative_path(file.path, folder));
      inputs.push_back(file.digest);
    }
  }
  return inputs;
}

std::optional<packs::RuleDefinition> definition_in(std::span<const packs::Pack> packs,
                                                   std::string_view pack, std::string_view rule) {
  const auto owner = std::ranges::find(packs, pack, &packs::Pack::id);
  if (owner == packs.end()) return std::nullopt;
  const auto found = std::ranges::find(owner->rules, rule, &packs::RuleDefinition::id);
  return found == owner->rules.end() ? std::nullopt : std::optional(*found);
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

// Sorted by id.
std::vector<findings::RuleInfo> each_once(std::vector<findings::RuleInfo> rules) {
  std::ranges::stable_sort(rules, {}, &findings::RuleInfo::id);
  const auto again = std::ranges::unique(rules, {}, &findings::RuleInfo::id);
  rules.erase(again.begin(), again.end());
  return rules;
}

}  // namespace

// Everything that the checks of one profile refer to.
class Profiles::Made final : public Profile {
 public:
  // `heads` may lack what `whole` gives when it is asked.
  Made(MeantPacks heads, const config::Settings& settings, const cache::Images& images,
       const std::function<MeantPacks()>& whole)
      : heads_(std::move(heads)) {
    const std::span<const packs::Pack> packs = heads_.packs();
    for (const packs::Pack& pack : packs)
      data.push_back({"pack " + pack.id + " " + std::to_string(pack.version), pack.digest});
    checks::policy::PolicyOptions options = policy_options(settings, knowledge_);
    options.versions = known_versions(packs, settings);
    const std::string key = cache::key_of(inputs_of(packs));
    options.definition = [whole, images, key](std::string_view pack, std::string_view rule) {
      images.discard(key);
      return definition_in(whole().packs(), pack, rule);
    };
    stances_anew_ = [whole, images, key] {
      images.discard(key);
      return checks::policy::knowledge_of(whole().packs()).value.stance_model.take();
    };
    phrases_anew_ = [whole, images, key] {
      images.discard(key);
      return std::move(checks::policy::knowledge_of(whole().packs()).value.phrases);
    };
    if (auto image = images.find(key); image && read(std::move(*image), options)) return;
    const MeantPacks all = whole();
    if (!images.keeps() || key.empty() || !compile_to_keep(all.packs(), key, images, options))
      compile(all.packs(), options);
  }

  // Without a dictionary for the language, spelling is not checked and English serves the rules.
  void open_vocabulary(Words words, const cache::Images& images) {
    lexicon::VocabularyOptions& options = words.options;
    auto opened = lexicon::Vocabulary::open(options);
    const bool has_language = opened.has_value();
    if (!has_language) {
      missing_dictionary_ = std::move(opened.error());
      options.language = "en";
      options.extra_dictionaries.clear();
      opened = lexicon::Vocabulary::open(std::move(options));
      if (!opened) return;
    }
    if (words.shipped) opened->add(std::move(*words.shipped));
    for (auto& datum : opened->data())
      data.push_back({std::move(datum.name), std::move(datum.digest)});
    vocabulary_.emplace(std::move(*opened));
    if (!has_language) return;
    spelling_.emplace(*vocabulary_, [images](const lexicon::ListIndex& lists) {
      return listed_words(images, lists);
    });
  }

  [[nodiscard]] bool is_usable() const { return vocabulary_.has_value(); }
  [[nodiscard]] const checks::policy::PolicySet& policy() const { return policy_; }

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
  // Compiles with all rules on, keeps that, and goes on with what was kept: which rules a project
  // turns off does not matter to it. False when there is a fault.
  bool compile_to_keep(std::span<const packs::Pack> packs, const std::string& key,
                       const cache::Images& images, const checks::policy::PolicyOptions& options) {
    checks::policy::PolicyOptions all_on = options;
    std::erase_if(all_on.levels,
                  [](const auto& entry) { return entry.second == checks::policy::Level::off; });
    compile(packs, all_on);
    if (!errors.empty()) {
      errors.clear();
      return false;
    }
    base::ImageWriter image = written(packs);
    const std::string body = image.take();
    const std::string tail = image.take_tail();
    images.keep(key, body, tail);
    return read(cache::Image(base::MappedFile(cache::image_bytes(key, body, tail))), options);
  }

  void compile(std::span<const packs::Pack> packs, const checks::policy::PolicyOptions& options) {
    take(checks::policy::cues_of(packs), cues_);
    take(checks::policy::knowledge_of(packs), knowledge_);
    take(checks::policy::PolicySet::compile(packs, options), policy_);
    triggers_ = lexicon::TriggerTable(policy_.atoms());
  }

  template <class T>
  void take(base::Loaded<T> compiled, T& where) {
    std::ranges::move(compiled.errors, std::back_inserter(errors));
    where = std::move(compiled.value);
  }

  // What was compiled, for read(). Without a fault the rules are as many as their definitions.
  [[nodiscard]] base::ImageWriter written(std::span<const packs::Pack> packs) const {
    base::ImageWriter image;
    cues_.put(image);
    knowledge_.put(image);
    triggers_.put(image);
    policy_.put(image, packs);
    return image;
  }

  // False when the image is not sound; nothing is taken from it then.
  bool read(cache::Image image, const checks::policy::PolicyOptions& options) {
    base::ImageReader reader(image.body(), image.tail());
    auto cues = context::CueSet::get(reader);
    auto knowledge = knowledge::Knowledge::get(reader);
    lexicon::TriggerTable triggers(reader);
    auto policy = checks::policy::PolicySet::get(reader, image.tail(), heads_.packs(), options);
    if (!cues || !knowledge || !policy || !reader.sound() || !reader.at_end()) return false;
    cues_ = std::move(*cues);
    knowledge_ = std::move(*knowledge);
    knowledge_.stance_model.mend_by(stances_anew_);
    knowledge_.phrases.mend_by(phrases_anew_);
    triggers_ = std::move(triggers);
    policy_ = std::move(*policy);
    image_ = std::move(image);
    return true;
  }

  MeantPacks heads_;
  std::function<knowledge::StanceModel()> stances_anew_;
  std::function<knowledge::PhraseIndex()> phrases_anew_;
  std::optional<cache::Image> image_;  // what the others lie in, when they were read
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
    : request_(request), files_(files), shelf_(request, files) {}

Profiles::~Profiles() = default;

const Profile* Profiles::get(const config::Effective& effective, const std::string& language) {
  const std::scoped_lock lock(mutex_);
  auto& made = made_[{effective.index, language}];
  if (made == nullptr) made = make(effective, language);
  return made->is_usable() ? made.get() : nullptr;
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
  const Packs& packs = [&]() -> const Packs& {
    const std::scoped_lock lock(shelf_mutex_);
    return shelf_.get(effective);
  }();
  // Also asked by workers, later: what is damaged in an image is read anew.
  const auto whole = [this, &effective, language] {
    const std::scoped_lock lock(shelf_mutex_);
    return MeantPacks(shelf_.whole(effective).heads, language);
  };
  auto made =
      std::make_unique<Made>(MeantPacks(packs.heads, language), settings, shelf_.images(), whole);
  base::Loaded<Words> words = words_of(request_, files_, effective, language);
  std::ranges::copy(packs.errors, std::back_inserter(made->errors));
  std::ranges::move(words.errors, std::back_inserter(made->errors));
  made->open_vocabulary(std::move(words.value), shelf_.images());
  const Approved& approved = approved_of(effective);
  made->use_approved(approved);
  std::ranges::move(unknown_jurisdictions(effective, approved.wordings.statements(), packs.heads),
                    std::back_inserter(made->errors));
  std::ranges::move(unknown_names(effective, packs.heads, packs.rules, rules_in_code()),
                    std::back_inserter(made->errors));
  return made;
}

std::vector<findings::Datum> Profiles::data_of(const config::Effective& effective,
                                               const std::string& language) const {
  const auto made = made_.find({effective.index, language});
  return made == made_.end() ? std::vector<findings::Datum>{} : made->second->data;
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
    std::ranges::move(made->policy().infos(), std::back_inserter(all));
  return each_once(std::move(all));
}

std::vector<findings::RuleInfo> Profiles::rules(std::span<const std::string> ids) const {
  std::vector<findings::RuleInfo> some = rules_in_code();
  for (const auto& [key, made] : made_)
    std::ranges::move(made->policy().infos(ids), std::back_inserter(some));
  return each_once(std::move(some));
}

}  // namespace linter::run
