// galley policy new, and the cues of packs.
#include <string>
#include <vector>

#include "linter/base/files.h"
#include "linter/checks/policy/authoring.h"

namespace linter::checks::policy {

std::string new_pack(std::string_view id) {
  return "# A policy pack of one file. Name it in .galley.yaml:\n"
         "#   packs: [./" +
         std::string(id) +
         ".yaml]\n"
         "# and try it:\n"
         "#   galley policy test " +
         std::string(id) +
         ".yaml\n"
         "#   galley policy try --pack " +
         std::string(id) +
         ".yaml 'A text of your own.'\n"
         "pack: " +
         std::string(id) + R"(
about: Wording that our house does not use.

rules:
  # A rule needs a name, a kind, a message, and what its kind looks for.
  - rule: state-of-the-art
    kind: existence
    # {match} is what was found. Say what was seen, what the rule is, what to do.
    message: "“{match}” says nothing that a reader can check; say what is new about it."
    # Expressions (Perl syntax), whatever the case, whole words only.
    # A space is a space; write [- ] where a hyphen may stand too.
    patterns:
      - state[- ]of[- ]the[- ]art
      - cutting[- ]edge
    # error, warning or suggestion; warning where it is left out.
    severity: suggestion
    # From here on everything is optional.
    why: Readers skip praise that every clinic uses.
    instead: A laser that cools the skin while it works.
    # A match that overlaps one of these is left alone.
    except:
      - cutting[- ]edge of
    # Run by `galley policy test`: bad ones must be flagged, good ones must not.
    # The best good examples are the near misses.
    examples:
      bad:
        - We use state-of-the-art lasers.
        - Ours is a cutting edge clinic.
      good:
        - The scalpel is sharpened along the cutting edge of the blade.
        - The laser cools the skin while it works.
)";
}

std::vector<knowledge::Document> documents_of(std::span<const packs::Pack> packs) {
  std::vector<knowledge::Document> documents;
  for (const packs::Pack& pack : packs) {
    const std::string folder = base::parent_path(pack.files.front().path);
    std::vector<std::string> needs;
    for (const packs::Need& need : pack.needs) needs.push_back(need.pack);
    for (const packs::Document& document : pack.knowledge) {
      const std::string& path = pack.files[document.file].path;
      documents.push_back({pack.id, path, &document.document,
                           base::join_path(pack.id, base::relative_path(path, folder)), needs});
    }
  }
  return documents;
}

base::Loaded<knowledge::Knowledge> knowledge_of(std::span<const packs::Pack> packs) {
  return knowledge::compile(documents_of(packs));
}

base::Loaded<context::CueSet> cues_of(std::span<const packs::Pack> packs) {
  base::Loaded<context::CueSet> loaded;
  for (const packs::Pack& pack : packs) {
    for (const packs::Document& cues : pack.cues) {
      for (base::Error& error : loaded.value.add(cues.document, pack.files[cues.file].path))
        loaded.errors.push_back(std::move(error));
    }
  }
  return loaded;
}

}  // namespace linter::checks::policy
