#include <algorithm>
#include <array>
#include <cerrno>
#include <map>
#include <set>
#include <unistd.h>

#include "linter/base/harmless.h"
#include "linter/base/utf8.h"
#include "linter/commands/fix.h"
#include "linter/commands/fix_question.h"
#include "linter/commands/project_words.h"
#include "linter/fixes/fixes.h"
#include "linter/fixes/manuscript.h"
#include "linter/source/source.h"

namespace linter::commands {
namespace {

struct Help {
  std::string_view answer;
  std::string_view about;
};
constexpr auto helps = std::to_array<Help>({
    {"y", "take the first suggestion"},
    {"1-9", "take that suggestion"},
    {"t", "type what to write instead"},
    {"w", "accept the word: add it to the project's list"},
    {"s", "let it stand: write a stet comment with a reason, around these words where it can"},
    {"n", "leave it as it is"},
    {"u", "undo the last answer"},
    {"q", "quit; what was decided is written"},
    {"?", "this help"},
});

// Of the answers "[y,1-9,t,s,n,u,q,?]".
std::string help_on(std::string_view answers) {
  std::string text;
  for (const Help& one : helps) {
    if (answers.contains(one.answer))
      text.append(one.answer).append("  ").append(one.about).append("\n");
  }
  return text;
}

// A line of standard input without its end; nothing at its end, or when a signal came.
std::optional<std::string> read_line(const Console& console) {
  std::string line;
  for (;;) {
    char c = 0;
    const ssize_t got = ::read(STDIN_FILENO, &c, 1);
    if (console.interrupted() || (got < 0 && errno != EINTR)) return std::nullopt;
    if (got < 0) continue;
    if (got == 0) return line.empty() ? std::nullopt : std::optional(line);
    if (c == '\n') return line;
    if (c != '\r') line += c;
  }
}

bool is_word(const findings::Finding& finding) {
  return finding.category == findings::Category::spelling;
}

// What has a suggestion, words (one that nothing is like can still be accepted, or typed anew), and
// what has another side.
bool is_asked_about(const findings::Finding& finding) {
  if (!finding.suppressed.empty()) return false;
  const bool answers = is_word(finding) || !finding.suggestions.empty();
  return (answers && fixes::is_replaceable(finding)) || !finding.related.empty();
}

class Session {
 public:
  Session(const findings::Outcome& outcome, const Articles& articles,
          std::optional<std::string> configuration, Console& console)
      : articles_(articles), configuration_(std::move(configuration)), console_(console) {
    for (const findings::Finding& finding : outcome.findings) {
      if (!is_asked_about(finding)) continue;
      if (findings::counts_paragraphs(finding.location.file)) {
        documents_.insert(finding.location.file);
      } else {
        asked_.push_back(&finding);
      }
    }
  }

  Exit run() {
    for (const std::string& document : documents_)
      console_.say("galley: " + base::harmless_path(document) +
                   " is a document and not asked about here: decide on the page of galley proof\n");
    std::size_t at = 0;
    while (at < asked_.size() && !quit_ && !failed_) {
      at = is_accepted(*asked_[at]) ? at + 1 : ask(at);
    }
    console_.out().flush();
    if (console_.interrupted()) return Exit::interrupted;
    return failed_ ? Exit::incomplete : Exit::fine;
  }

 private:
  // An article as it was and as it was last written.
  struct State {
    std::string original;
    std::string written;
  };
  struct Answer {
    std::size_t at = 0;
    std::vector<fixes::Fix> fixes;
    std::optional<AddedWords> word = std::nullopt;
  };

  [[nodiscard]] bool is_accepted(const findings::Finding& finding) const {
    return accepted_.contains(base::lower(finding.location.text));
  }

  void print(std::string_view text) {
    console_.out().write(text);
    console_.out().flush();
  }

  void show(std::size_t at) {
    const std::string page =
        question(*asked_[at], console_.out_terminal().width,
                 [this](const findings::Location& place) { return sentence_at(place); }) +
        "(" + std::to_string(at + 1) + "/" + std::to_string(asked_.size()) + ") " +
        answers_to(*asked_[at]) + ' ';
    print(page);
  }

  // False where the text cannot be written there.
  bool decide(std::size_t at, std::optional<std::string> right) {
    Answer answer{at, {}};
    const findings::Location& place = asked_[at]->location;
    if (right) {
      const auto bytes = original(place.file);
      if (!bytes) return false;
      const fixes::Fix wanted{place.span, place.text, *std::move(right)};
      auto made = manuscript(place.file, *bytes).replacements(std::span(&wanted, 1));
      if (made.fixes.empty()) {
        print(base::harmless_sentence(made.refused.front().why) + "\n");
        return false;
      }
      if (is_answered(place.file, made.fixes.front().span)) {
        print(
            "another answer has changed these words: u undoes it; n leaves these for the next "
            "session\n");
        return false;
      }
      answer.fixes = std::move(made.fixes);
    }
    const bool writes = !answer.fixes.empty();
    answers_.push_back(std::move(answer));
    if (writes) write(place.file);
    return true;
  }

  [[nodiscard]] bool is_answered(const std::string& file, base::Span words) const {
    return std::ranges::any_of(answers_, [&](const Answer& one) {
      return asked_[one.at]->location.file == file &&
             std::ranges::any_of(one.fixes,
                                 [&](const fixes::Fix& fix) { return fix.span.overlaps(words); });
    });
  }

  // What a reader reads there; the line as it is written where that is not known.
  [[nodiscard]] std::string sentence_at(const findings::Location& place) const {
    const auto found = articles_.find(place.file);
    if (found != articles_.end() && found->second.format->unpack == nullptr) {
      auto bytes = console_.files().read(found->second.path, source::default_max_file_bytes);
      const auto state = states_.find(place.file);
      if (state != states_.end()) bytes = state->second.original;
      if (bytes && place.span.end <= bytes->size() && place.span.of(*bytes) == place.text) {
        std::string text = manuscript(place.file, std::move(*bytes)).passage(place.span);
        if (!text.empty()) return text;
      }
    }
    return place.excerpt.empty() ? place.text : place.excerpt;
  }

  [[nodiscard]] fixes::Manuscript manuscript(const std::string& file, std::string bytes) const {
    const run::ReadableFile& readable = articles_.at(file);
    return {file, std::move(bytes), {readable.format, readable.options}};
  }

  // Asks about one finding; the one to go on with comes back.
  std::size_t ask(std::size_t at) {
    show(at);
    const auto line = read_line(console_);
    if (!line || *line == "q") {
      quit_ = true;
      return at;
    }
    const auto& suggestions = asked_[at]->suggestions;
    const bool replaceable = fixes::is_replaceable(*asked_[at]);
    if (*line == "y" && !suggestions.empty() && replaceable) {
      if (!decide(at, suggestions.front())) return at;
    } else if (line->size() == 1 && line->front() >= '1' && line->front() <= '9' &&
               static_cast<std::size_t>(line->front() - '1') < suggestions.size() && replaceable) {
      if (!decide(at, suggestions[static_cast<std::size_t>(line->front() - '1')])) return at;
    } else if (*line == "t" && replaceable) {
      print("write instead: ");
      const auto typed = read_line(console_);
      if (!typed) quit_ = true;
      if (!typed || typed->empty()) return at;
      if (!decide(at, *typed)) return at;
    } else if (*line == "w" && is_about_a_word(*asked_[at])) {
      if (!accept(at)) return at;
    } else if (*line == "s") {
      if (!let_stand(at)) return at;
    } else if (*line == "n") {
      (void)decide(at, std::nullopt);
    } else if (*line == "u") {
      return undo(at);
    } else {
      if (*line != "?")
        print("“" + base::harmless_sentence(*line) + "” is no answer here: one of " +
              answers_to(*asked_[at]) + "\n");
      print(help_on(answers_to(*asked_[at])));
      return at;
    }
    return at + 1;
  }

  std::size_t undo(std::size_t at) {
    if (answers_.empty()) {
      print("there is nothing to undo\n");
      return at;
    }
    const Answer last = std::move(answers_.back());
    answers_.pop_back();
    if (!last.fixes.empty()) write(asked_[last.at]->location.file);
    if (last.word) {
      if (const auto taken = take_back(console_, *last.word); !taken) fail(taken.error());
      accepted_.erase(base::lower(asked_[last.at]->location.text));
    }
    return last.at;
  }

  bool let_stand(std::size_t at) {
    const findings::Location& place = asked_[at]->location;
    const auto bytes = original(place.file);
    if (!bytes) return false;
    const fixes::Manuscript article = manuscript(place.file, *bytes);
    const fixes::NarrowStet tried = article.narrowest_stet({asked_[at], "a reason"});
    if (tried.fixes.empty()) {
      print(tried.refused + "\n");
      return false;
    }
    print("this lets stand " + standing(*asked_[at], *bytes, tried.covers) + "\nreason: ");
    const auto reason = read_line(console_);
    if (!reason) quit_ = true;
    if (!reason) return false;
    const std::string safe = fixes::safe_reason(*reason);
    if (safe.empty()) {
      print("a remark stands for a reason: nothing is written without one\n");
      return false;
    }
    auto made = article.narrowest_stet({asked_[at], safe});
    if (made.fixes.empty()) {
      print(made.refused + "\n");
      return false;
    }
    if (made.covers != tried.covers)
      print("this lets stand " + standing(*asked_[at], *bytes, made.covers) + "\n");
    answers_.push_back({at, std::move(made.fixes)});
    write(place.file);
    return true;
  }

  bool accept(std::size_t at) {
    const std::vector<std::string> words{asked_[at]->location.text};
    auto added = add_project_words(console_, configuration_, std::nullopt, words, "");
    if (!added) {
      console_.report(added.error());
      return false;
    }
    accepted_.insert(base::lower(words.front()));
    answers_.push_back({at, {}, std::move(*added)});
    return true;
  }

  // Writes an article with all that was decided about it so far: nothing is lost when the session
  // ends.
  void write(const std::string& file) {
    std::vector<fixes::Fix> wanted;
    for (const Answer& answer : answers_) {
      if (asked_[answer.at]->location.file == file)
        wanted.insert(wanted.end(), answer.fixes.begin(), answer.fixes.end());
    }
    const auto before = original(file);
    if (!before) return;
    std::string text = fixes::applied(*before, fixes::fitting(*before, std::move(wanted)));
    const auto written = console_.files().write(path_of(file), text);
    if (!written) return fail(written.error());
    states_.at(file).written = std::move(text);
  }

  [[nodiscard]] std::string path_of(const std::string& file) const {
    const auto found = articles_.find(file);
    return found == articles_.end() ? file : found->second.path;
  }

  // An article as it was when the session began; nothing when it cannot be read any more, or
  // somebody else wrote it meanwhile.
  std::optional<std::string> original(const std::string& file) {
    const auto bytes = console_.files().read(path_of(file), source::default_max_file_bytes);
    if (!bytes) {
      fail(bytes.error());
      return std::nullopt;
    }
    const auto [state, first] = states_.try_emplace(file, State{*bytes, *bytes});
    if (*bytes == state->second.written) return state->second.original;
    fail({base::ErrorCode::write_failed,
          "the file was changed by another program meanwhile; start again", file});
    return std::nullopt;
  }

  void fail(const base::Error& error) {
    console_.report(error);
    failed_ = true;
  }

  const Articles& articles_;
  std::set<std::string> documents_;
  std::optional<std::string> configuration_;
  Console& console_;
  std::vector<const findings::Finding*> asked_;
  std::vector<Answer> answers_;
  std::set<std::string> accepted_;
  std::map<std::string, State> states_;
  bool quit_ = false;
  bool failed_ = false;
};

}  // namespace

Exit fix_interactively(const findings::Outcome& outcome, const Articles& articles,
                       const std::optional<std::string>& configuration, Console& console) {
  return Session(outcome, articles, configuration, console).run();
}

}  // namespace linter::commands
