// Makes words/<name>.words: galley-build-words AFF DIC SCOWL-FOLDER WORDNET-FOLDER OUT. Run by the
// build.
#include <cstdio>
#include <string>

#include "linter/base/files.h"
#include "linter/base/hash.h"
#include "linter/lexicon/building/sources.h"
#include "linter/lexicon/near_index.h"
#include "linter/lexicon/word_set.h"

namespace linter::lexicon::building {
namespace {

struct Inputs {
  std::string aff;
  std::string dic;
  std::string scowl;
  std::string wordnet;
};

struct Sets {
  std::string common;
  std::string near;  // of the common set
  std::string rare;
  std::string names;
};

// A word that only the dictionary lists, and no list of one dialect, belongs to all.
void share_unlisted(Entries& entries) {
  constexpr auto american = static_cast<Dialects>(Dialect::american);
  for (auto& [word, entry] : entries) {
    if (!entry.listed_american && entry.lower_dialects == american)
      entry.lower_dialects = all_dialects;
    if (entry.capital_dialects == american) entry.capital_dialects = all_dialects;
  }
}

base::Result<Sets> make(const base::FileSystem& files, const Inputs& inputs) {
  constexpr std::uint64_t limit = 64ULL << 20;
  const auto aff = files.read(inputs.aff, limit);
  if (!aff) return std::unexpected(aff.error());
  const auto dic = files.read(inputs.dic, limit);
  if (!dic) return std::unexpected(dic.error());
  Entries common;
  Entries rare;
  if (auto added = add_hunspell(inputs.aff, *aff, inputs.dic, *dic, common); !added) {
    return std::unexpected(added.error());
  }
  if (auto added = add_scowl(files, inputs.scowl, common, rare); !added)
    return std::unexpected(added.error());
  if (auto added = add_wordnet(files, inputs.wordnet, common, rare); !added) {
    return std::unexpected(added.error());
  }
  share_unlisted(common);
  keep_safe_rare(common, rare);
  const std::string digest = base::hex_digest(*aff + *dic);
  Entries names;
  if (auto added = add_names(files, inputs.scowl, common, names); !added)
    return std::unexpected(added.error());
  Sets sets{word_set_bytes(common, dialect_pairs(common), digest),
            {},
            word_set_bytes(rare, {}, digest),
            word_set_bytes(names, {}, digest)};
  const auto set = WordSet::from_bytes(sets.common, "the common set");
  if (!set) return std::unexpected(set.error());
  sets.near =
      NearIndex::build(set->size(), [&](WordIndex i) { return set->text(i); }).bytes(set->digest());
  return sets;
}

base::Result<void> write(base::FileSystem& files, const std::string& out,
                         const base::Result<Sets>& sets) {
  if (!sets) return std::unexpected(sets.error());
  if (auto written = files.write(out + ".words", sets->common); !written) return written;
  if (auto written = files.write(out + ".near", sets->near); !written) return written;
  if (auto written = files.write(out + ".names.words", sets->names); !written) return written;
  return files.write(out + ".rare.words", sets->rare);
}

}  // namespace
}  // namespace linter::lexicon::building

int main(int argc, char** argv) {
  namespace building = linter::lexicon::building;
  if (argc != 6) {
    std::fputs("usage: galley-build-words AFF DIC SCOWL-FOLDER WORDNET-FOLDER OUT\n", stderr);
    return 2;
  }
  const auto files = linter::base::disk();
  const auto written = building::write(
      *files, argv[5], building::make(*files, {argv[1], argv[2], argv[3], argv[4]}));
  if (written.has_value()) return 0;
  std::fprintf(stderr, "%s: %s\n", written.error().file.c_str(), written.error().message.c_str());
  return 1;
}
