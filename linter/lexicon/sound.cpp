#include "linter/lexicon/sound.h"

namespace linter::lexicon {
namespace {

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}
bool is_front(char c) {
  return c == 'e' || c == 'i' || c == 'y';
}

// Reads letters, writes codes.
struct Reader {
  std::string letters;
  std::string code;
  std::size_t at = 0;

  [[nodiscard]] char look(std::size_t ahead) const {
    return at + ahead < letters.size() ? letters[at + ahead] : '\0';
  }
  [[nodiscard]] char back() const { return at > 0 ? letters[at - 1] : '\0'; }
  [[nodiscard]] bool starts(std::string_view text) const {
    return letters.compare(at, text.size(), text) == 0;
  }
  void write(char c) {
    if (code.empty() || code.back() != c) code += c;
  }

  void skip_silent_start();
  void read_c();
  void read_g();
  void read_s();
  void read_t();
  void read_one();
};

void Reader::skip_silent_start() {
  for (const std::string_view silent : {"kn", "gn", "pn", "wr", "ps", "mn"}) {
    if (starts(silent)) {
      at = 1;
      return;
    }
  }
  if (look(0) == 'x') {
    write('s');
    at = 1;
  } else if (starts("wh")) {
    write('w');
    at = 2;
  }
}

void Reader::read_c() {
  if (look(1) == 'h') {
    write(back() == 's' || std::string_view("rlnm").find(look(2)) != std::string_view::npos ? 'k'
                                                                                            : 'x');
    ++at;
  } else if (starts("cia") || starts("cio") || starts("ciou")) {
    write('x');
  } else if (is_front(look(1))) {
    if (back() != 's') write('s');
  } else {
    write('k');
  }
}

void Reader::read_g() {
  if (look(1) == 'h') {
    if (is_vowel(look(2)) && at == 0) write('k');
    ++at;
  } else if (look(1) == 'n' && (at + 2 == letters.size() || starts("gned"))) {
    return;
  } else if (is_front(look(1)) && back() != 'g') {
    write('j');
  } else {
    write('k');
  }
}

void Reader::read_s() {
  if (look(1) == 'h') {
    write('x');
    ++at;
  } else if (starts("sio") || starts("sia")) {
    write('x');
  } else {
    write('s');
  }
}

void Reader::read_t() {
  if (look(1) == 'h') {
    write('0');
    ++at;
  } else if (starts("tio") || starts("tia")) {
    write('x');
  } else if (!starts("tch")) {
    write('t');
  }
}

void Reader::read_one() {
  const char c = look(0);
  switch (c) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
      if (at == 0) write('a');
      break;
    case 'b':
      if (!(back() == 'm' && at + 1 == letters.size())) write('b');
      break;
    case 'c':
      read_c();
      break;
    case 'd':
      write(look(1) == 'g' && is_front(look(2)) ? 'j' : 't');
      break;
    case 'g':
      read_g();
      break;
    case 'h':
      if (is_vowel(look(1)) && !is_vowel(back())) write('h');
      break;
    case 'k':
      if (back() != 'c') write('k');
      break;
    case 'p':
      write(look(1) == 'h' ? 'f' : 'p');
      if (look(1) == 'h') ++at;
      break;
    case 'q':
      write('k');
      break;
    case 's':
      read_s();
      break;
    case 't':
      read_t();
      break;
    case 'v':
      write('f');
      break;
    case 'w':
    case 'y':
      if (is_vowel(look(1)) && (at == 0 || is_vowel(back()))) write(c);
      break;
    case 'x':
      write('k');
      write('s');
      break;
    case 'z':
      write('s');
      break;
    default:
      write(c);
  }
  ++at;
}

}  // namespace

std::string sound_code(std::string_view folded) {
  Reader reader;
  for (const char c : folded) {
    if (c >= 'a' && c <= 'z') reader.letters += c;
  }
  reader.skip_silent_start();
  while (reader.at < reader.letters.size()) reader.read_one();
  return std::move(reader.code);
}

std::uint32_t sound_key(std::string_view folded) {
  const std::string code = sound_code(folded);
  if (code.empty()) return 0;
  std::uint32_t hash = 2166136261U;
  for (const char c : code) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash == 0 ? 1 : hash;
}

}  // namespace linter::lexicon
