// Cue words as data: what denies, hedges, asks, quotes, ... and how far it reaches.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/image.h"
#include "linter/base/result.h"
#include "linter/base/yaml.h"
#include "linter/lexicon/triggers.h"

namespace linter::context {

enum class Category : std::uint8_t {
  negated,       // "not", "no", "never", "free of": the span is denied
  hedged,        // "may", "can", "possibly", "generally": less than certain
  certain,       // "will", "always", "guaranteed"
  universal,     // "all", "every", "everyone", "any"
  excepted,      // "except", "other than", "apart from"
  frequent,      // "often", "commonly", "usually"
  infrequent,    // "rarely", "in rare cases"
  approximate,   // "virtually", "almost", "nearly"
  conditional,   // "if", "when performed by", "provided that"
  attributed,    // "some believe", "many claim", "it is said": not the author's own assertion
  quoted,        // inside quotation marks or a block quotation
  testimonial,   // a person's own experience: a quotation in the first person, "says Dana"
  myth,          // under a heading or lead that calls it a myth
  question,      // asked, without a bare answer
  advice,        // imperative, "should", "we recommend"
  warned,        // "beware of", "be wary of anyone who promises": named in order to reject it
  compared,      // "less ... than", "-er than", "compared with"
  historical,    // past experience: "used to", "years ago", "history of"
  hypothetical,  // "would", "if ... were", "unless"
};
using Categories = std::uint32_t;
[[nodiscard]] constexpr Categories bit(Category category) {
  return 1U << static_cast<unsigned>(category);
}
[[nodiscard]] constexpr bool has(Categories set, Category category) {
  return (set & bit(category)) != 0;
}
[[nodiscard]] std::span<const std::string_view> category_names();  // in the enumerators' order
[[nodiscard]] std::string_view category_about(Category category);
[[nodiscard]] std::optional<Category> category_named(std::string_view name);

// The compiled cues of all packs in use. Immutable; shared between threads.
class CueSet {
 public:
  CueSet();
  CueSet(CueSet&&) noexcept;
  CueSet& operator=(CueSet&&) noexcept;
  ~CueSet();

  struct Index;
  [[nodiscard]] const Index& index() const { return *index_; }
  [[nodiscard]] std::size_t size() const;

  // Adds the cues of one parsed file (a mapping with the key `cues`, see docs/cues.md); faults come
  // back with positions.
  [[nodiscard]] std::vector<base::Error> add(const base::yaml::Value& document,
                                             std::string_view file);

  // The cues as an image, and back; nothing when the image is not sound. What is read needs the
  // image as long as it lives, and takes no more cues.
  void put(base::ImageWriter& image) const;
  [[nodiscard]] static std::optional<CueSet> get(base::ImageReader& image);

 private:
  std::unique_ptr<Index> index_;
};

}  // namespace linter::context
