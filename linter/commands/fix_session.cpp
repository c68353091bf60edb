#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <unistd.h>

#include "linter/base/harmless.h"
#include "linter/base/utf8.h"
#include "linter/commands/fix.h"
#include "linter/commands/fix_articles.h"
#include "linter/commands/fix_question.h"
#include "linter/commands/project_words.h"
#include "linter/fixes/fixes.h"
#include "linter/fixes/manuscript.h"
#include "linter/reports/colours.h"

namespace linter::commands {
namespace {

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

// An answer to one finding. Findings that are like one before it are answered with it.
struct Answer {
  std::size_t at = 0;
  std::vector<fixes::Fix> fixes{};
  std::optional<AddedWords> word = std::nullopt;
  bool follows = false;
  std::string stands{};  // why it does in the whole article: front matter has these in one place
};

class Session {
 public:
  Session(const findings::Outcome& outcome, const Articles& articles,
          std::optional<std::string> configuration, Console& console)
      : articles_(articles, console), configuration_(std::move(configuration)), console_(console) {
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
    while (at < asked_.size() && !quit_ && !failed_) at = is_settled(at) ? at + 1 : ask(at);
    console_.out().flush();
    if (console_.interrupted()) return Exit::interrupted;
    return failed_ ? Exit::incomplete : Exit::fine;
  }

 private:
  // Whether a word accepted, or an answer to the same words, has answered it.
  [[nodiscard]] bool is_settled(std::size_t at) const {
    return accepted_.contains(base::lower(asked_[at]->location.text)) || followed_.contains(at);
  }

  void print(std::string_view text) {
    console_.out().write(text);
    console_.out().flush();
  }

  void show(std::size_t at) {
    const reports::Terminal terminal = console_.out_terminal();
    const reports::Colours colours = reports::colours(terminal.colour);
    std::string page = question(*asked_[at], terminal, [this](const findings::Location& place) {
      return articles_.passage(place);
    });
    page.append(colours.blue).append("(").append(std::to_string(at + 1)).append("/");
    page.append(std::to_string(asked_.size())).append(") ").append(answers_to(*asked_[at]));
    print(page.append(colours.reset).append(" "));
  }

  // What is answered; nothing when the input ends, and then the session does.
  std::optional<std::string> answer() {
    auto line = read_line(console_);
    if (!line) print("\n");
    quit_ = quit_ || !line;
    return line;
  }

  // Writes `right` in the place of some findings, of which the first was asked about and the others
  // have the same words. False where it cannot be written for the first.
  bool replace(std::span<const std::size_t> numbers, const std::string& right) {
    std::vector<Answer> answers;
    for (std::size_t begin = 0; begin < numbers.size();) {
      const std::string& file = asked_[numbers[begin]]->location.file;
      std::size_t end = begin + 1;
      while (end < numbers.size() && asked_[numbers[end]]->location.file == file) ++end;
      const std::span<const std::size_t> of_file = numbers.subspan(begin, end - begin);
      begin = end;
      const auto article = articles_.original(file);
      if (!article) return fail(article.error());
      std::vector<fixes::Fix> wanted;
      for (const std::size_t one : of_file)
        wanted.push_back({asked_[one]->location.span, asked_[one]->location.text, right});
      const fixes::Writing made = article->replacements(wanted);
      for (const fixes::Refused& refused : made.refused) {
        if (of_file[refused.number] != numbers.front()) continue;
        print(base::harmless_sentence(refused.why) + "\n");
        return false;
      }
      auto fix = made.fixes.begin();
      for (std::size_t i = 0; i < of_file.size(); ++i) {
        if (std::ranges::find(made.refused, i, &fixes::Refused::number) != made.refused.end())
          continue;
        const fixes::Fix& one = *fix++;
        if (!is_answered(file, one.span)) {
          answers.push_back({of_file[i], {one}, std::nullopt, !answers.empty()});
        } else if (of_file[i] == numbers.front()) {
          print(
              "another answer has changed these words: u undoes it; n leaves these for the next "
              "session\n");
          return false;
        }
      }
    }
    std::set<std::string> files;
    for (Answer& one : answers) {
      files.insert(asked_[one.at]->location.file);
      if (one.follows) followed_.insert(one.at);
      answers_.push_back(std::move(one));
    }
    for (const std::string& file : files) write(file);
    return true;
  }

  // The finding and those after it with the same words and the same first suggestion.
  [[nodiscard]] std::vector<std::size_t> like(std::size_t at) const {
    const findings::Finding& wanted = *asked_[at];
    std::vector<std::size_t> numbers;
    for (std::size_t i = at; i < asked_.size(); ++i) {
      const findings::Finding& one = *asked_[i];
      if (one.rule == wanted.rule && one.location.text == wanted.location.text &&
          !one.suggestions.empty() && one.suggestions.front() == wanted.suggestions.front() &&
          fixes::is_replaceable(one) && !followed_.contains(i))
        numbers.push_back(i);
    }
    return numbers;
  }

  [[nodiscard]] bool is_answered(const std::string& file, base::Span words) const {
    return std::ranges::any_of(answers_, [&](const Answer& one) {
      return asked_[one.at]->location.file == file &&
             std::ranges::any_of(one.fixes,
                                 [&](const fixes::Fix& fix) { return fix.span.overlaps(words); });
    });
  }

  // Asks about one finding; the one to go on with comes back.
  std::size_t ask(std::size_t at) {
    show(at);
    auto line = answer();
    if (!line) return at;
    if (line->size() == 1) *line = base::lower(*line);  // with the shift key held: "Y"
    const findings::Finding& finding = *asked_[at];
    const std::string answers = answers_to(finding);
    const bool has_first = answers.contains("[y,");
    const std::size_t number = line->size() == 1 ? static_cast<std::size_t>(line->front()) - '1'
                                                 : finding.suggestions.size();
    const std::array<std::size_t, 1> alone{at};
    bool done = true;
    if (*line == "q") {
      quit_ = true;
    } else if (*line == "y" && has_first) {
      done = replace(alone, finding.suggestions.front());
    } else if (*line == "a" && has_first) {
      done = replace(like(at), finding.suggestions.front());
    } else if (has_first && number < std::min(finding.suggestions.size(), most_suggestions)) {
      done = replace(alone, finding.suggestions[number]);
    } else if (*line == "t" && answers.contains("t,")) {
      done = type(at);
    } else if (*line == "w" && answers.contains("w,")) {
      done = accept(at);
    } else if (*line == "s") {
      done = let_stand(at);
    } else if (*line == "n") {
      answers_.push_back({at});
    } else if (*line == "u") {
      return undo(at);
    } else {
      if (*line != "?")
        print("“" + base::harmless_sentence(*line) + "” is no answer here: one of " + answers +
              "\n");
      print(help_on(answers));
      done = false;
    }
    return done ? at + 1 : at;
  }

  bool type(std::size_t at) {
    print("write instead: ");
    const auto typed = answer();
    if (!typed || typed->empty()) return false;
    if (base::first_invalid_utf8(*typed)) {
      print("that is no UTF-8, and nothing is written\n");
      return false;
    }
    const std::array<std::size_t, 1> alone{at};
    return replace(alone, *typed);
  }

  std::size_t undo(std::size_t at) {
    if (answers_.empty()) {
      print("there is nothing to undo\n");
      return at;
    }
    std::set<std::string> files;
    for (bool follows = true; follows;) {
      const Answer last = std::move(answers_.back());
      answers_.pop_back();
      follows = last.follows;
      followed_.erase(last.at);
      const findings::Location& place = asked_[last.at]->location;
      if (!last.fixes.empty() || !last.stands.empty()) files.insert(place.file);
      if (last.word) {
        if (const auto taken = take_back(console_, *last.word); !taken) fail(taken.error());
        accepted_.erase(base::lower(place.text));
      }
      at = last.at;
    }
    for (const std::string& file : files) write(file);
    return at;
  }

  bool let_stand(std::size_t at) {
    const findings::Finding& finding = *asked_[at];
    const auto article = articles_.original(finding.location.file);
    if (!article) return fail(article.error());
    const fixes::NarrowStet tried = article->narrowest_stet({&finding, "a reason"});
    if (tried.fixes.empty()) {
      print(tried.refused + "\n");
      return false;
    }
    const auto what = [&](base::Span covers) {
      return "this lets stand " + standing(finding, article->bytes(), covers) + "\n";
    };
    print(what(tried.covers) + "reason: ");
    const auto reason = answer();
    if (!reason) return false;
    const std::string safe = fixes::safe_reason(*reason);
    if (safe.empty()) {
      print("a remark stands for a reason: nothing is written without one\n");
      return false;
    }
    fixes::NarrowStet made = article->narrowest_stet({&finding, safe});
    if (made.fixes.empty()) {
      print(made.refused + "\n");
      return false;
    }
    if (made.covers != tried.covers) print(what(made.covers));
    const bool whole_article = made.covers.end > article->bytes().size();
    answers_.push_back({.at = at});
    if (whole_article) {
      answers_.back().stands = safe;
    } else {
      answers_.back().fixes = std::move(made.fixes);
    }
    stand_with(at, made.covers);
    write(finding.location.file);
    return true;
  }

  // Findings after one of the same rule are answered with it where its stet covers them.
  void stand_with(std::size_t at, base::Span covers) {
    const findings::Finding& stands = *asked_[at];
    for (std::size_t i = at + 1; i < asked_.size(); ++i) {
      const findings::Location& place = asked_[i]->location;
      const bool is_covered = asked_[i]->rule == stands.rule && place.file == stands.location.file &&
                              covers.begin <= place.span.begin && place.span.begin < covers.end;
      if (!is_covered || is_settled(i)) continue;
      followed_.insert(i);
      answers_.push_back({.at = i, .follows = true});
    }
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
    std::vector<fixes::Stands> stands;
    for (const Answer& answer : answers_) {
      if (asked_[answer.at]->location.file != file) continue;
      wanted.insert(wanted.end(), answer.fixes.begin(), answer.fixes.end());
      if (!answer.stands.empty()) stands.push_back({asked_[answer.at], answer.stands});
    }
    if (!stands.empty()) {
      const auto article = articles_.original(file);
      if (!article) {
        fail(article.error());
        return;
      }
      fixes::Writing made = article->stets(stands);
      std::ranges::move(made.fixes, std::back_inserter(wanted));
    }
    if (const auto written = articles_.write(file, std::move(wanted)); !written)
      fail(written.error());
  }

  bool fail(const base::Error& error) {
    console_.report(error);
    failed_ = true;
    return false;
  }

  FixArticles articles_;
  std::set<std::string> documents_;
  std::optional<std::string> configuration_;
  Console& console_;
  std::vector<const findings::Finding*> asked_;
  std::vector<Answer> answers_;
  std::set<std::size_t> followed_;  // of asked_, answered with one before
  std::set<std::string> accepted_;  // folded
  bool quit_ = false;
  bool failed_ = false;
};

}  // namespace

Exit fix_interactively(const findings::Outcome& outcome, const Articles& articles,
                       const std::optional<std::string>& configuration, Console& console) {
  return Session(outcome, articles, configuration, console).run();
}

}  // namespace linter::commands
