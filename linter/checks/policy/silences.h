// Why matches are no findings, in words.
#pragma once

#include <string>
#include <vector>

#include "linter/checks/policy/rehearsal.h"

namespace linter::checks::policy {

// Takes down what a rehearsal's check keeps silent about.
class SilenceRecorder final : public Listener {
 public:
  struct Record {
    const Rule* rule = nullptr;
    base::Span match;     // source span
    std::string text;     // that matched
    std::string because;  // "negated by “not”"
  };

  // The rehearsal that this listener listens to; it must be set before the first check.
  void attend(Rehearsal& rehearsal) { rehearsal_ = &rehearsal; }
  void clear() { records_.clear(); }
  [[nodiscard]] const std::vector<Record>& records() const { return records_; }

  void silenced(const Rule& rule, const Silence& silence) override;

 private:
  [[nodiscard]] std::string reason(const Silence& silence) const;
  [[nodiscard]] std::string cues_behind(const Silence& silence) const;
  [[nodiscard]] std::string quoted(base::Span view_span) const;

  Rehearsal* rehearsal_ = nullptr;
  std::vector<Record> records_;
};

}  // namespace linter::checks::policy
