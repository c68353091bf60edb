#include "linter/run/read_assertions.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>

#include "linter/assertions/extract.h"
#include "linter/run/plan.h"
#include "linter/run/profiles.h"
#include "linter/run/worker.h"

namespace linter::run {
namespace {

// What the articles are told to, and which one it is about.
struct Audience {
  const TellAssertions& tell;
  const Job* job = nullptr;
  bool listens = true;
};

// A check that finds nothing, but tells what the article asserts.
class Telling final : public checks::Check {
 public:
  Telling(const knowledge::Knowledge& knowledge, Audience& audience)
      : knowledge_(knowledge), audience_(audience), extractor_(knowledge) {}

  [[nodiscard]] std::string_view name() const override { return "assertions"; }

  void check_article(const lexicon::Reading& reading, context::Context& context,
                     checks::ArticleResult& /*result*/) override {
    assertions_.clear();
    extractor_.extract(reading, context, assertions_);
    const source::LineIndex lines(reading.source.bytes);
    audience_.listens = audience_.tell({.path = audience_.job->path,
                                        .group = audience_.job->group,
                                        .knowledge = knowledge_,
                                        .reading = reading,
                                        .context = context,
                                        .lines = lines,
                                        .assertions = assertions_});
  }

 private:
  const knowledge::Knowledge& knowledge_;
  Audience& audience_;
  assertions::Extractor extractor_;
  std::vector<assertions::Assertion> assertions_;
};

// A profile whose only check is the telling one.
class TellingProfile final : public Profile {
 public:
  TellingProfile(const Profile& profile, Audience& audience)
      : profile_(profile), audience_(audience) {}

  [[nodiscard]] const lexicon::Vocabulary& vocabulary() const override {
    return profile_.vocabulary();
  }
  [[nodiscard]] const lexicon::TriggerTable& triggers() const override {
    return profile_.triggers();
  }
  [[nodiscard]] const context::CueSet& cues() const override { return profile_.cues(); }
  [[nodiscard]] const knowledge::Knowledge& knowledge() const override {
    return profile_.knowledge();
  }
  [[nodiscard]] std::vector<std::unique_ptr<checks::Check>> make_checks() const override {
    std::vector<std::unique_ptr<checks::Check>> checks;
    checks.push_back(std::make_unique<Telling>(profile_.knowledge(), audience_));
    return checks;
  }

 private:
  const Profile& profile_;
  Audience& audience_;
};

class TellingProfiles final : public ProfileSource {
 public:
  TellingProfiles(ProfileSource& profiles, Audience& audience)
      : profiles_(profiles), audience_(audience) {}

  [[nodiscard]] const Profile* get(const config::Effective& effective,
                                   const std::string& language) override {
    const Profile* profile = profiles_.get(effective, language);
    if (profile == nullptr) return nullptr;
    auto& telling = telling_[profile];
    if (telling == nullptr) telling = std::make_unique<TellingProfile>(*profile, audience_);
    return telling.get();
  }

 private:
  ProfileSource& profiles_;
  Audience& audience_;
  std::map<const Profile*, std::unique_ptr<TellingProfile>> telling_;
};

}  // namespace

std::vector<base::Error> read_assertions(const CheckRequest& request, const base::FileSystem& files,
                                         const TellAssertions& tell) {
  config::Configurations configurations(files, find_options(request));
  const Plan plan = make_plan(request, files, configurations);
  Profiles profiles(request, files);
  Audience audience{.tell = tell};
  TellingProfiles telling(profiles, audience);
  std::vector<base::Error> errors = plan.errors;
  Worker worker(request, files, telling);
  for (const Job& job : plan.jobs) {
    if (!job.requested) continue;
    audience.job = &job;
    ArticleReport report = worker.check(job);
    std::ranges::move(report.errors, std::back_inserter(errors));
    if (!audience.listens) break;
  }
  std::ranges::move(profiles.errors(), std::back_inserter(errors));
  show_errors(plan, errors);
  settle(errors);
  return errors;
}

}  // namespace linter::run
