#include "tests/bench/generated_corpus.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace bench {
namespace {

using Words = std::span<const std::string_view>;

// In patterns: a letter in braces stands for a word of that list.
struct Vocabulary {
  Words patterns;
  Words nouns;       // {n}
  Words verbs;       // {v}, third person
  Words adjectives;  // {a}
  Words adverbs;     // {d}
  Words times;       // {t}
};

constexpr std::array<std::string_view, 24> manual_patterns{
    "The {n} {v} the {n} before the {n} is read.",
    "When the {n} is {a}, each {n} {d} {v} its own {n}.",
    "Use `--{n}` if the {n} should stay {a}.",
    "A {n} that {v} more than one {n} is reported {t}.",
    "See [the {n} guide](https://example.org/{n}/{n}) for a {a} {n}.",
    "This **{n}** is {a}; the *{n}* of the {n} is not.",
    "You can {d} change the {n}, but a {a} {n} {v} faster.",
    "By default the {n} {v} every {n} {t}.",
    "It isn't necessary to restart the {n} after the {n} has changed.",
    "For a {a} {n}, set the {n} in the {n} file and run the {n} again.",
    "Each {n} holds a {n}, a {n} and {d} a {a} {n}.",
    "If no {n} is given, the {n} of the {n} decides.",
    "The maintainers' {n} “{a} {n}” describes how the {n} {v} a {n}.",
    "Older versions {d} kept the {n} — newer ones don't.",
    "{N} adds a {a} {n} to the {n} {t}.",
    "What the {n} {v} depends on the {n} and on how {a} the {n} is.",
    "Neither the {n} nor the {n} may be {a} while the {n} runs.",
    "An example: the {n} `{n}_{n}` {v} 42 of 128 {n} entries.",
    "Before you begin, make sure that the {n} is {a} and that a {n} exists.",
    "The first {n} is {d} the {a} one; the others follow {t}.",
    "To remove a {n}, name it in the {n} and wait until the {n} {v} it.",
    "Both {n} and {n} are {a}, which is why the {n} {v} them together.",
    "Note that a {a} {n} {d} {v} nothing.",
    "There is one {n} for each {n}, and its {n} is written {t}."};

constexpr std::array<std::string_view, 24> clinic_patterns{
    "Most patients {d} feel {a} {n} {t}.",
    "The {n} {v} the {n} of the skin {t}.",
    "After the {n} the skin may look {a} and feel warm {t}.",
    "Is the {n} safe? It is not right for everyone, and a nurse will ask about your {n} first.",
    "A {n} is {d} followed by {a} {n}, which fades {t}.",
    "People with {n} should not have a {n} unless their doctor agrees.",
    "Our clinicians say that the {n} {v} {n}, but results differ from person to person.",
    "{N} is a {a} {n} that {v} fine lines and uneven {n}.",
    "Some bruising or {n} can last {t}.",
    "The {n} reaches a depth of 0.5 to 2.5 mm and {d} takes 45 minutes.",
    "You may need three to six sessions before the {n} looks {a}.",
    "There is no {n} that works for every skin, and nobody can promise a {a} result.",
    "Avoid the sun {t}, and use a {a} sunscreen over the {n}.",
    "We never use a {n} on broken skin or near the {n}.",
    "Compared with a {n}, the {n} {v} less {n} and needs less {n}.",
    "If the {n} stays {a} for more than a week, call the clinic.",
    "The {n} was tested on 120 adults, of whom 84% saw a {a} change {t}.",
    "“I was nervous,” says one client, “but the {n} felt {a}.”",
    "It's best to plan the {n} {t} before an event.",
    "Unlike {n}, this {n} does not reach below the {n}.",
    "Rare risks are infection, {n} and {a} scarring.",
    "In our clinic a doctor {d} {v} the {n} before any {n}.",
    "The effect of a {n} is not permanent: a {a} top-up {t} keeps it.",
    "A {n} with {n} costs from 180 to 420 pounds."};

constexpr std::array<std::string_view, 40> manual_nouns{
    "file",      "option",  "server",  "request",  "folder",   "module",      "setting",
    "token",     "window",  "message", "table",    "version",  "cache",       "worker",
    "stream",    "header",  "branch",  "package",  "plugin",   "schema",      "profile",
    "container", "queue",   "editor",  "account",  "password", "certificate", "gateway",
    "endpoint",  "index",   "backup",  "release",  "variable", "function",    "template",
    "session",   "archive", "network", "database", "dashboard"};
constexpr std::array<std::string_view, 40> clinic_nouns{
    "treatment", "microneedling", "peel",        "laser",       "redness",   "swelling",
    "cream",     "serum",         "collagen",    "texture",     "scarring",  "pigmentation",
    "filler",    "injection",     "needle",      "tip",         "procedure", "consultation",
    "recovery",  "discomfort",    "dryness",     "eczema",      "acne",      "rosacea",
    "melasma",   "retinol",       "moisturiser", "clinic",      "session",   "dermis",
    "tone",      "elasticity",    "bruise",      "anaesthetic", "device",    "handpiece",
    "allergy",   "infection",     "healing",     "peeling"};
constexpr std::array<std::string_view, 16> manual_verbs{
    "reads",  "writes",  "opens",  "closes",  "checks", "replaces", "sends", "receives",
    "stores", "removes", "copies", "updates", "lists",  "starts",   "keeps", "finds"};
constexpr std::array<std::string_view, 16> clinic_verbs{
    "improves", "softens",  "reduces",  "treats",  "supports", "stimulates", "calms",    "examines",
    "smooths",  "tightens", "restores", "reaches", "helps",    "causes",     "lightens", "evens"};
constexpr std::array<std::string_view, 20> manual_adjectives{
    "new",      "empty",  "local",     "remote", "valid",   "hidden",  "large",
    "small",    "active", "temporary", "shared", "private", "default", "optional",
    "required", "unused", "recent",    "slow",   "open",    "complete"};
constexpr std::array<std::string_view, 20> clinic_adjectives{
    "mild",    "gentle",    "visible",  "temporary",  "slight",  "dry",  "tight",
    "pink",    "sensitive", "smoother", "noticeable", "gradual", "deep", "superficial",
    "lasting", "medical",   "careful",  "sore",       "tender",  "even"};
constexpr std::array<std::string_view, 10> some_adverbs{"usually", "often", "rarely",  "sometimes",
                                                        "always",  "never", "quickly", "slowly",
                                                        "mostly",  "safely"};
constexpr std::array<std::string_view, 10> manual_times{
    "once",       "twice a day",         "at startup", "in the background", "after each change",
    "on request", "before the next run", "every hour", "at the end",        "as soon as possible"};
constexpr std::array<std::string_view, 10> clinic_times{
    "for a day or two",       "within a week", "after about a month", "for up to three days",
    "during the first hours", "in most cases", "six weeks later",     "over several months",
    "on the same day",        "twice a year"};

constexpr Vocabulary manual{manual_patterns,   manual_nouns, manual_verbs,
                            manual_adjectives, some_adverbs, manual_times};
constexpr Vocabulary clinic{clinic_patterns,   clinic_nouns, clinic_verbs,
                            clinic_adjectives, some_adverbs, clinic_times};

// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from every standard library.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) { return next() % limit; }
  bool one_in(std::size_t count) { return below(count) == 0; }
  std::string_view of(Words words) { return words[below(words.size())]; }

 private:
  std::uint64_t next() {
    std::uint64_t value = state_ += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
  }

  std::uint64_t state_;
};

// Common and rare words of the American dictionary, in an order of their own.
std::vector<std::string> dictionary_words() {
  constexpr const char* path = "/usr/share/hunspell/en_US.dic";
  std::ifstream file(path);
  std::vector<std::string> words;
  for (std::string line; std::getline(file, line);) {
    line.resize(std::min(line.size(), line.find('/')));
    const bool plain =
        std::ranges::all_of(line, [](char letter) { return letter >= 'a' && letter <= 'z'; });
    if (plain && line.size() > 3 && line.size() < 11) words.push_back(line);
  }
  if (words.empty()) throw std::system_error(ENOENT, std::generic_category(), path);
  Dice dice(words.size());
  for (std::size_t i = words.size() - 1; i > 0; --i) std::swap(words[i], words[dice.below(i + 1)]);
  return words;
}

class Writer {
 public:
  Writer(Style style, std::uint64_t seed, const std::vector<std::string>& fresh)
      : style_(style),
        words_(style == Style::clinic ? clinic : manual),
        fresh_(fresh),
        dice_(seed),
        name_(made_up_name()) {}

  std::string article(std::size_t bytes) {
    out_ = "---\ntitle: " + title() + "\n---\n\n# " + title() + "\n\n";
    while (out_.size() < bytes) block();
    return std::move(out_);
  }

 private:
  // A name that no dictionary has; each article speaks of one.
  std::string made_up_name() {
    constexpr std::array<std::string_view, 12> parts{"Vel", "tor", "Nu",  "mira", "dex", "Sol",
                                                     "ynt", "ora", "Kel", "vane", "phi", "zen"};
    std::string text;
    for (std::size_t i = 2 + dice_.below(2); i > 0; --i) text += dice_.of(parts);
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
  }

  // The n-th word about n times as rare as the first.
  const std::string& fresh_word() {
    const std::size_t limit = std::size_t{1} << dice_.below(15);
    return fresh_[dice_.below(std::min(limit, fresh_.size()))];
  }

  std::string word(char list) {
    switch (list) {
      case 'v':
        return std::string(dice_.of(words_.verbs));
      case 'a':
        return std::string(dice_.of(words_.adjectives));
      case 'd':
        return std::string(dice_.of(words_.adverbs));
      case 't':
        return std::string(dice_.of(words_.times));
      case 'N':
        return name_;
      default:
        return dice_.below(10) < 3 ? fresh_word() : std::string(dice_.of(words_.nouns));
    }
  }

  std::string sentence() {
    const std::string_view pattern = dice_.of(words_.patterns);
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] == '{') {
        text += word(pattern[i + 1]);
        i += 2;
      } else {
        text += pattern[i];
      }
    }
    return text;
  }

  std::string title() {
    std::string text = "How " + word('a') + " is a " + word('n') + " " + word('t');
    return dice_.one_in(2) ? text + "?" : text;
  }

  void paragraph() {
    for (std::size_t i = 2 + dice_.below(4); i > 0; --i) {
      out_ += sentence();
      out_ += dice_.one_in(2) ? '\n' : ' ';
    }
    out_ += "\n\n";
  }

  void list() {
    const bool numbered = dice_.one_in(3);
    for (std::size_t i = 1; i <= 3 + dice_.below(4); ++i) {
      out_ += (numbered ? std::to_string(i) + ". " : "- ") + sentence() + '\n';
    }
    out_ += '\n';
  }

  void code() {
    out_ += "```sh\n";
    for (std::size_t i = 3 + dice_.below(8); i > 0; --i) {
      out_ += word('n') + " --" + word('n') + "=" + word('a') + "_" + word('n') + "\n";
    }
    out_ += "```\n\n";
  }

  void table() {
    out_ += "| " + word('n') + " | " + word('n') + " |\n|---|---|\n";
    for (std::size_t i = 2 + dice_.below(5); i > 0; --i) {
      out_ += "| `" + word('n') + "` | " + sentence() + " |\n";
    }
    out_ += '\n';
  }

  void block() {
    const bool is_manual = style_ == Style::documentation;
    const std::size_t kind = dice_.below(20);
    if (kind < 2) {
      out_ += "## " + title() + "\n\n";
    } else if (kind < 5) {
      list();
    } else if (kind < 8 && is_manual) {
      code();
    } else if (kind < 9) {
      table();
    } else {
      paragraph();
    }
  }

  Style style_;
  const Vocabulary& words_;
  const std::vector<std::string>& fresh_;
  Dice dice_;
  std::string name_;
  std::string out_;
};

void write(const std::string& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) throw std::system_error(errno, std::generic_category(), path);
}

}  // namespace

std::string make_article(Style style, std::uint64_t seed, std::size_t bytes) {
  static const std::vector<std::string> fresh = dictionary_words();
  return Writer(style, seed, fresh).article(bytes);
}

std::uint64_t make_corpus(Style style, const std::string& folder, std::uint64_t bytes) {
  constexpr std::size_t article_size = 12'000;
  std::uint64_t written = 0;
  for (std::uint64_t number = 0; written < bytes; ++number) {
    const std::string chapter = folder + '/' + std::to_string(number / 100);
    std::filesystem::create_directories(chapter);
    const std::string article = make_article(style, number, article_size);
    write(chapter + "/article-" + std::to_string(number) + ".md", article);
    written += article.size();
  }
  return written;
}

}  // namespace bench
