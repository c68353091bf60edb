#include "linter/lexicon/speller.h"

#include <algorithm>
#include <array>
#include <hunspell/hunspell.hxx>
#include <iconv.h>
#include <mutex>
#include <vector>

namespace linter::lexicon {
namespace {

constexpr std::size_t longest_word = 100;

// From UTF-8 to a dictionary's own encoding.
class Encoder {
 public:
  explicit Encoder(const std::string& encoding)
      : utf8_(encoding == "UTF-8" || encoding == "utf-8"),
        converter_(utf8_ ? invalid() : iconv_open(encoding.c_str(), "UTF-8")) {}
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;
  ~Encoder() {
    if (converter_ != invalid()) iconv_close(converter_);
  }

  // Empty when the encoding has no such characters.
  [[nodiscard]] std::string encode(std::string_view word) const {
    if (utf8_) return std::string(word);
    if (converter_ == invalid()) return {};
    std::string input(word);
    std::array<char, 4 * longest_word> output{};
    char* from = input.data();
    char* to = output.data();
    std::size_t from_left = input.size();
    std::size_t to_left = output.size();
    iconv(converter_, nullptr, nullptr, nullptr, nullptr);
    if (iconv(converter_, &from, &from_left, &to, &to_left) == static_cast<std::size_t>(-1))
      return {};
    return {output.data(), output.size() - to_left};
  }

 private:
  static iconv_t invalid() { return reinterpret_cast<iconv_t>(-1); }
  bool utf8_;
  iconv_t converter_;
};

struct Handle {
  Hunspell hunspell;
  Encoder encoder;
  Handle(const std::string& aff, const std::string& dic)
      : hunspell(aff.c_str(), dic.c_str()), encoder(hunspell.get_dict_encoding()) {}
};

// Hunspell takes "<?xml?>" and what holds a NUL for words.
bool is_plain(std::string_view word) {
  return !word.empty() && word.size() <= longest_word && std::ranges::none_of(word, [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '<';
  });
}

}  // namespace

struct Speller::Pool {
  std::string aff;
  std::string dic;
  std::mutex mutex;
  std::vector<std::unique_ptr<Handle>> idle;

  std::unique_ptr<Handle> take() {
    const std::lock_guard lock(mutex);
    if (idle.empty()) return std::make_unique<Handle>(aff, dic);
    std::unique_ptr<Handle> handle = std::move(idle.back());
    idle.pop_back();
    return handle;
  }
  void give_back(std::unique_ptr<Handle> handle) {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(handle));
  }
};

Speller::Speller(std::string aff, std::string dic) : pool_(std::make_unique<Pool>()) {
  pool_->aff = std::move(aff);
  pool_->dic = std::move(dic);
}
Speller::Speller(Speller&&) noexcept = default;
Speller& Speller::operator=(Speller&&) noexcept = default;
Speller::~Speller() = default;

bool Speller::accepts(std::string_view word) const {
  if (!is_plain(word)) return false;
  std::unique_ptr<Handle> handle = pool_->take();
  const std::string encoded = handle->encoder.encode(word);
  const bool accepted = !encoded.empty() && handle->hunspell.spell(encoded);
  pool_->give_back(std::move(handle));
  return accepted;
}

const std::string& Speller::dictionary() const {
  return pool_->dic;
}

}  // namespace linter::lexicon
