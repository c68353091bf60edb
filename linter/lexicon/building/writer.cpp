#include <algorithm>
#include <cstring>
#include <map>
#include <stdexcept>

#include "linter/base/hash.h"
#include "linter/lexicon/building/sources.h"
#include "linter/lexicon/sound.h"
#include "linter/lexicon/word_set_format.h"

namespace linter::lexicon::building {
namespace {

namespace format = word_set_format;
using format::Section;
using Sections = std::array<std::string, format::section_count>;

void append(std::string& section, std::uint32_t value) {
  std::array<char, 4> bytes{};
  std::memcpy(bytes.data(), &value, bytes.size());
  section.append(bytes.data(), bytes.size());
}

std::string& part(Sections& sections, Section section) {
  return sections[static_cast<std::size_t>(section)];
}

std::uint32_t attribute(const Entry& entry) {
  return (std::uint32_t{entry.tier} << format::tier_shift) | (entry.forms << format::forms_shift) |
         (dialects_of(entry) << format::dialects_shift) |
         (std::uint32_t{entry.offensive} << format::offensive_shift);
}

// What is said of a word is said of many: the words have the number of what is said of them.
void add_words(const Entries& entries, Sections& sections) {
  std::string& text = part(sections, Section::text);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint16_t> kinds;
  for (const auto& [word, entry] : entries) {
    append(part(sections, Section::text_offsets), static_cast<std::uint32_t>(text.size()));
    text += word;
    const auto next = static_cast<std::uint16_t>(kinds.size());
    const auto [kind, is_new] = kinds.try_emplace({attribute(entry), entry.parts}, next);
    if (kinds.size() > UINT16_MAX) throw std::length_error("too many kinds of words");
    std::array<char, 2> bytes{};
    std::memcpy(bytes.data(), &kind->second, bytes.size());
    part(sections, Section::kinds_of).append(bytes.data(), bytes.size());
    if (!is_new) continue;
    append(part(sections, Section::kinds), kind->first.first);
    append(part(sections, Section::kinds), kind->first.second);
  }
  append(part(sections, Section::text_offsets), static_cast<std::uint32_t>(text.size()));
}

void add_exact_spellings(const Entries& entries, Sections& sections) {
  std::string& text = part(sections, Section::text);
  std::uint32_t index = 0;
  for (const auto& [word, entry] : entries) {
    if (!entry.exact.empty()) {
      append(part(sections, Section::exact_words), index);
      append(part(sections, Section::exact_offsets), static_cast<std::uint32_t>(text.size()));
      bool first = true;
      for (const std::string& spelling : entry.exact) {
        if (!first) text += ' ';
        text += spelling;
        first = false;
      }
    }
    ++index;
  }
  append(part(sections, Section::exact_offsets), static_cast<std::uint32_t>(text.size()));
}

void add_number_pairs(std::vector<std::pair<std::uint32_t, std::uint32_t>> rows, std::string& first,
                      std::string& second) {
  std::ranges::sort(rows);
  for (const auto& [a, b] : rows) {
    append(first, a);
    append(second, b);
  }
}

}  // namespace

std::string word_set_bytes(const Entries& entries, const Pairs& pairs, std::string_view inputs) {
  Sections sections;
  add_words(entries, sections);
  add_exact_spellings(entries, sections);
  std::vector<std::string_view> words;
  words.reserve(entries.size());
  for (const auto& [word, entry] : entries) words.push_back(word);
  const auto index_of = [&](const std::string& word) {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(words, word) - words.begin());
  };
  std::vector<std::pair<std::uint32_t, std::uint32_t>> both_ways;
  for (const auto& [other, american] : pairs) {
    const auto from = index_of(other);
    const auto to = index_of(american);
    both_ways.emplace_back(from, to);
    both_ways.emplace_back(to, from);
  }
  // an American word may have several partners: the first in byte order stands
  std::ranges::sort(both_ways);
  const auto repeated =
      std::ranges::unique(both_ways, {}, &std::pair<std::uint32_t, std::uint32_t>::first);
  both_ways.erase(repeated.begin(), repeated.end());
  for (const auto& [from, to] : both_ways) {
    append(part(sections, Section::pairs), from);
    append(part(sections, Section::pairs), to);
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> sounds;
  std::uint32_t index = 0;
  for (const auto& [word, entry] : entries) {
    if (const std::uint32_t key = sound_key(word); key != 0) sounds.emplace_back(key, index);
    ++index;
  }
  add_number_pairs(std::move(sounds), part(sections, Section::sound_keys),
                   part(sections, Section::sound_words));

  format::Header header{};
  header.magic = format::magic;
  header.version = format::version;
  header.byte_order = format::byte_order;
  header.words = static_cast<std::uint32_t>(entries.size());
  std::string payload;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    header.sizes[i] = static_cast<std::uint32_t>(sections[i].size());
    payload += sections[i];
    payload.resize(format::padded(payload.size()));
  }
  const std::size_t last = format::padded(header.sizes[format::first_sound]) +
                           format::padded(header.sizes[format::first_sound + 1]);
  const std::string_view all = payload;
  header.sounds_digest = base::hash64(all.substr(all.size() - last));
  std::ranges::copy(inputs.substr(0, header.inputs.size()), header.inputs.begin());
  header.digest = format::digest_of(header, all.substr(0, all.size() - last));
  std::string bytes(sizeof(header), '\0');
  std::memcpy(bytes.data(), &header, sizeof(header));
  return bytes + payload;
}

}  // namespace linter::lexicon::building
