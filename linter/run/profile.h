// What articles with the same settings and the same language share.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "linter/base/result.h"
#include "linter/checks/check.h"
#include "linter/config/configurations.h"
#include "linter/context/context.h"
#include "linter/knowledge/knowledge.h"
#include "linter/lexicon/lexicon.h"
#include "linter/suppression/wordings.h"

namespace linter::run {

// Const once made; shared by all workers.
class Profile {
 public:
  virtual ~Profile() = default;
  [[nodiscard]] virtual const lexicon::Vocabulary& vocabulary() const = 0;
  [[nodiscard]] virtual const lexicon::TriggerTable& triggers() const = 0;
  [[nodiscard]] virtual const context::CueSet& cues() const = 0;
  [[nodiscard]] virtual const knowledge::Knowledge& knowledge() const = 0;
  // Why the spelling is not checked: no dictionary for the language; null when it is. Without a
  // place: whoever asked for the language knows where that was.
  [[nodiscard]] virtual const base::Error* missing_dictionary() const { return nullptr; }
  // The project's approved wording; null where it has none.
  [[nodiscard]] virtual const suppression::Wordings* approved() const { return nullptr; }
  // One instance of each check, for one worker; they refer to the profile.
  [[nodiscard]] virtual std::vector<std::unique_ptr<checks::Check>> make_checks() const = 0;
};

// Makes profiles on first need.
class ProfileSource {
 public:
  virtual ~ProfileSource() = default;
  // The profile for settings and a language; the same object each time, valid as long as the
  // source. Null when nothing can be checked with them (why is known to the source). Thread-safe.
  [[nodiscard]] virtual const Profile* get(const config::Effective& effective,
                                           const std::string& language) = 0;
};

}  // namespace linter::run
