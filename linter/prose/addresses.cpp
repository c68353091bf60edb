#include "linter/prose/addresses.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace linter::prose {
namespace {

using std::string_view;

constexpr std::size_t npos = string_view::npos;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_lower(c) || is_upper(c) || static_cast<signed char>(c) < 0;
}
bool is_name(char c) {
  return is_letter(c) || is_digit(c) || c == '_';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool all_of(string_view text, bool (*test)(char)) {
  return !text.empty() && std::ranges::all_of(text, test);
}
bool any_of(string_view text, bool (*test)(char)) {
  return std::ranges::any_of(text, test);
}

// Extensions of files that articles speak of. Sorted.
constexpr std::array extensions = std::to_array<string_view>(
    {"7z",    "adoc",  "avi",  "bash", "bat",   "bin",  "bmp", "bz2",  "c",    "cc",   "cfg",
     "cmd",   "conf",  "cpp",  "crt",  "cs",    "css",  "csv", "db",   "deb",  "dll",  "dmg",
     "doc",   "docx",  "env",  "epub", "exe",   "gif",  "go",  "gz",   "h",    "hpp",  "htm",
     "html",  "ico",   "ics",  "ini",  "ipynb", "iso",  "jar", "java", "jpeg", "jpg",  "js",
     "json",  "jsonl", "jsx",  "kt",   "lock",  "log",  "lua", "md",   "mdx",  "mjs",  "mkv",
     "mov",   "mp3",   "mp4",  "msi",  "odt",   "ods",  "ogg", "pdf",  "pem",  "php",  "plist",
     "png",   "ppt",   "pptx", "ps1",  "psd",   "py",   "rb",  "rpm",  "rs",   "rst",  "rtf",
     "sass",  "scss",  "sh",   "sql",  "svg",   "tar",  "tex", "tgz",  "tif",  "tiff", "toml",
     "ts",    "tsv",   "tsx",  "ttf",  "txt",   "vue",  "wav", "webm", "webp", "whl",  "woff",
     "woff2", "xls",   "xlsx", "xml",  "xz",    "yaml", "yml", "zip",  "zsh"});

// Top-level domains that no sentence begins with. Sorted.
constexpr std::array domains = std::to_array<string_view>(
    {"ai",   "app", "au",    "biz",       "blog", "br",  "ca",   "ch",   "clinic", "cn",
     "co",   "com", "cz",    "de",        "dev",  "dk",  "edu",  "es",   "eu",     "example",
     "fi",   "fr",  "gov",   "gr",        "hu",   "ie",  "il",   "info", "int",    "io",
     "jp",   "kr",  "local", "localhost", "ly",   "mil", "mx",   "net",  "news",   "nhs",
     "nl",   "nz",  "onion", "online",    "org",  "pl",  "pt",   "ro",   "ru",     "se",
     "shop", "sk",  "tr",    "tv",        "ua",   "uk",  "wiki", "xyz",  "za"});

// Top-level domains that are English words too: only with "www." before or a path behind.
constexpr std::array word_domains =
    std::to_array<string_view>({"as", "at", "be", "do", "gg", "health", "in", "is", "it", "me",
                                "my", "no", "page", "site", "so", "to", "us"});

template <std::size_t size>
bool holds(const std::array<string_view, size>& words, string_view word) {
  return std::ranges::binary_search(words, word);
}

// `text` in lower case when it is written in one case throughout ("PDF", "pdf"), for table
// look-ups.
struct Folded {
  std::array<char, 8> letters{};
  std::size_t size = 0;
  explicit Folded(string_view text) {
    const bool mixed = any_of(text, is_upper) && any_of(text, is_lower);
    if (mixed || text.size() > letters.size()) return;
    size = text.size();
    std::ranges::transform(text, letters.begin(), [](char c) {
      return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    });
  }
  [[nodiscard]] string_view view() const { return {letters.data(), size}; }
};

bool is_domain_label(string_view label) {
  return !label.empty() && label.front() != '-' && label.back() != '-' &&
         std::ranges::all_of(label, [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

// "clinic.co.uk", "www.skin.health"; `bare`: nothing stands around it that marks an address.
bool is_domain(string_view host, bool bare) {
  const bool marked = host.starts_with("www.") || host.starts_with("WWW.");
  const std::size_t last = host.rfind('.');
  if (last == npos || last == 0) return false;
  const Folded top(host.substr(last + 1));
  const bool known =
      holds(domains, top.view()) || ((marked || !bare) && holds(word_domains, top.view()));
  const bool shouted = is_upper(host.back()) && any_of(host, is_lower);  // "levels.CO"
  const bool short_label = last == 1 && top.view() != "com" && top.view() != "co";
  if (!known || shouted || short_label) return false;
  for (std::size_t begin = 0; begin < host.size();) {
    const std::size_t end = std::min(host.find('.', begin), host.size());
    if (!is_domain_label(host.substr(begin, end - begin))) return false;
    begin = end + 1;
  }
  return true;
}

bool is_email(string_view word, std::size_t at) {
  const string_view local = word.substr(0, at);
  const string_view host = word.substr(at + 1);
  const std::size_t dot = host.find('.');
  return any_of(local, is_name) && dot != npos && dot > 0 &&
         all_of(host.substr(host.rfind('.') + 1), is_letter);
}

// "config.yaml", ".env", "*.css": something before a known extension.
bool is_file_name(string_view word) {
  const std::size_t dot = word.rfind('.');
  if (dot == npos || dot + 1 == word.size()) return false;
  const Folded extension(word.substr(dot + 1));
  const string_view stem = word.substr(0, dot);
  const bool one_letter = dot + 2 == word.size();  // "main.c", not "vitamin.C" or "a.c."
  if (one_letter && (stem.size() < 3 || is_upper(word.back()))) return false;
  return holds(extensions, extension.view()) && std::ranges::all_of(stem, [](char c) {
           return is_name(c) || c == '.' || c == '-' || c == '*' || c == '+';
         });
}

// ".gitignore", ".bashrc", ".pre-commit-config"
bool is_dot_file(string_view word) {
  if (word.size() < 4 || word[0] != '.' || !is_lower(word[1])) return false;
  return word.ends_with("ignore") || word.ends_with("rc") || word.ends_with("config") ||
         word.ends_with("attributes") || word.ends_with("profile") || word.find('-') != npos;
}

// "/usr/lib", "./x", "src/main.cpp", "docs/guide/", "a_b/c"; never "and/or", "24/7", "1/2",
// "he/she/they".
bool is_path(string_view word) {
  const std::size_t slash = word.find('/');
  if (slash == npos) return false;
  const auto slashes = std::ranges::count(word, '/');
  if (word.starts_with("./") || word.starts_with("../") || word.starts_with("~/")) return true;
  if (!any_of(word, is_letter)) return false;
  if (word.front() == '/' || word.back() == '/') return slashes > 1;
  const string_view last = word.substr(word.rfind('/') + 1);
  return is_file_name(last) || is_domain(word.substr(0, slash), false) || word.find('_') != npos ||
         word.find("/.") != npos;
}

// "C:\x", "\\server\share", "dir\sub\file", "\alpha"
bool is_backslashed(string_view word) {
  const std::size_t first = word.find('\\');
  if (first == npos || word.size() < 3) return false;
  const bool drive = first == 2 && word[1] == ':' && is_letter(word[0]);
  const bool leading = first == 0 && (word[1] == '\\' || is_letter(word[1]));
  return drive || leading || word.find('\\', first + 1) != npos ||
         is_file_name(word.substr(first + 1));
}

// "%s", "%1$d", "%05.2f", "%PATH%"
bool is_percent_placeholder(string_view word) {
  if (word.size() < 2 || word[0] != '%') return false;
  if (word.size() > 2 && word.back() == '%')
    return all_of(word.substr(1, word.size() - 2), is_name);
  constexpr string_view conversions = "sdifgxXuc";
  const string_view flags = word.substr(1, word.size() - 2);
  return conversions.find(word.back()) != npos && std::ranges::all_of(flags, [](char c) {
           return is_digit(c) || c == '$' || c == '.' || c == 'l';
         });
}

// ":smile:", ":+1:"
bool is_emoji_shortcode(string_view word) {
  if (word.size() < 3 || word.front() != ':' || word.back() != ':') return false;
  const string_view name = word.substr(1, word.size() - 2);
  const bool named = std::ranges::all_of(
      name, [](char c) { return is_lower(c) || is_digit(c) || c == '_' || c == '-' || c == '+'; });
  return named && (any_of(name, is_lower) || name == "+1" || name == "-1" || name == "100");
}

// A commit's or file's digest, or a UUID: at least seven hexadecimal digits, figures and letters
// well mixed.
bool is_hash(string_view word) {
  if (word.size() < 7) return false;
  std::size_t digits = 0;
  std::size_t letters = 0;
  std::size_t turns = 0;  // from letters to figures
  bool figure = false;
  for (const char c : word) {
    if (c == '-') continue;
    if (!is_hex(c)) return false;
    turns += is_digit(c) && !figure ? 1U : 0U;
    figure = is_digit(c);
    ++(figure ? digits : letters);
  }
  return digits > 1 && letters > 0 && digits + letters >= 7 && (turns > 1 || word.size() > 9);
}

// What follows '#': a name, or the digits of a colour; "#1" and "#1-rated" are prose.
bool is_hashtag(string_view rest) {
  const bool colour =
      all_of(rest, is_hex) && (rest.size() == 3 || rest.size() == 6 || rest.size() == 8);
  const bool tag = is_letter(rest.front()) &&
                   std::ranges::all_of(rest, [](char c) { return is_name(c) || c == '-'; });
  return tag || (colour && any_of(rest, is_letter));
}

bool is_sigil_word(string_view word) {
  const string_view rest = word.substr(1);
  switch (word.front()) {
    case '@':
      return rest.size() > 1 && is_name(rest.front()) && any_of(rest, is_letter);
    case '#':
      return is_hashtag(rest);
    case '$':
      return !rest.empty() && !is_digit(rest.front()) && all_of(rest, is_name);
    case '%':
      return is_percent_placeholder(word);
    case ':':
      return is_emoji_shortcode(word);
    default:
      return false;
  }
}

}  // namespace

bool is_machine_word(string_view word) {
  if (word.size() < 2) return false;
  if (is_sigil_word(word)) return true;
  const std::size_t at = word.find('@');
  if (at != npos && at > 0 && is_email(word, at)) return true;
  if (word.starts_with("mailto:") || word.starts_with("tel:+")) return true;
  if (is_backslashed(word) || is_path(word)) return true;
  const string_view host = word.substr(0, word.find(':'));  // "localhost:8080", "example.com:443"
  if (word.find('.') != npos && (is_file_name(word) || is_dot_file(word) || is_domain(host, true)))
    return true;
  return is_hash(word) || (word.starts_with("0x") && all_of(word.substr(2), is_hex));
}

}  // namespace linter::prose
