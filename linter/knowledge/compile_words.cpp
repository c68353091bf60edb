// Sets of wordings, and what terms look like with them.

#include "linter/knowledge/builder.h"

namespace linter::knowledge {

namespace yaml = base::yaml;

void Builder::declare_words(const yaml::Value& item) {
  declare(item, "words", words_ids_, words_places_, [&](const std::string& name) {
    knowledge_.phrases.name_set(name);
    words_.emplace_back();
  });
}

void Builder::read_words(const yaml::Value& item) {
  yaml::Reader reader(item, document_->file, errors_, "words");
  const std::string name = reader.required_string("words");
  reader.optional_string("about");
  const std::vector<std::string> wordings = reader.strings("are");
  if (wordings.empty())
    reader.report(base::ErrorCode::bad_value, "words need one wording or more under are:", item);
  for (const std::string& wording : wordings) {
    if (name.empty()) break;
    const auto added = knowledge_.phrases.add_to_set(name, wording, stemmer_);
    if (!added) report(added.error().code, added.error().message, at_key(reader, "are").position);
    words_[*words_ids_.find(name)].push_back(wording);
  }
  reader.finish();
}

// "<fade> ~ away" as "<fade|wear off> ~ away".
std::string Builder::spelled_out(std::string_view phrase) const {
  std::string text;
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t end = phrase[at] == '<' ? phrase.find('>', at) : std::string_view::npos;
    const auto set = end == std::string_view::npos
                         ? std::nullopt
                         : words_ids_.find(phrase.substr(at + 1, end - at - 1));
    if (!set) {
      text += phrase[at++];
      continue;
    }
    char before = '<';
    for (const std::string& wording : words_[*set]) {
      text += before;
      text += wording;
      before = '|';
    }
    text += '>';
    at = end + 1;
  }
  return text;
}

// When all sets are known.
void Builder::add_terms() {
  for (const auto& [kind, phrase] : terms_) {
    const std::string text = spelled_out(phrase);
    Term term = kind;
    term.text = text;
    knowledge_.terms.add(term);
  }
}

}  // namespace linter::knowledge
