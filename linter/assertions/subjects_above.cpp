// What stands above a sentence that names no subject: its paragraph, list, row, headings, title.
#include <algorithm>
#include <array>
#include <string_view>

#include "linter/assertions/subject_confidence.h"
#include "linter/assertions/subjects.h"

namespace linter::assertions {

// How many other things the headings between a block and the heading above it name: whose section
// the block stands in may be theirs.
std::size_t Subjects::turns_between(std::uint32_t above, std::uint32_t block, ConceptId one) const {
  static constexpr std::size_t most = 3;
  std::array<ConceptId, most> others{};
  std::size_t count = 0;
  auto place = std::ranges::upper_bound(places_, above, {}, &Place::block);
  while (place != places_.end() && place->block <= block && count < most) {
    const std::uint32_t heading = place->block;
    const auto end = std::ranges::upper_bound(places_, heading, {}, &Place::block);
    const bool heads = prose::has(reading_->article.blocks[heading].scopes, prose::Scope::heading);
    const auto is_ours = [&](const Place& named) { return is_related(named.meaning, one); };
    if (heads && std::none_of(place, end, is_ours))
      for (; place != end && count < most; ++place)
        if (std::find(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(count),
                      place->meaning) == others.begin() + static_cast<std::ptrdiff_t>(count))
          others[count++] = place->meaning;
    place = end;
  }
  return count;
}

// Whether the title names it alone, and the article names it most.
bool Subjects::is_of_page(ConceptId one) const {
  return one == title_ && title_ == main_ && !title_compares_;
}

// What stands above, as far as no other heading has turned from it.
Subject Subjects::not_turned(Subject above, std::uint32_t from, std::uint32_t block) const {
  static constexpr std::size_t collection = 3;
  const std::size_t turns = turns_between(from, block, above.meaning);
  if (turns >= collection) return {};
  // a section of an article that is on one thing by its title may still be of that thing
  if (turns > 0)
    above.confidence =
        std::min(above.confidence, is_of_page(above.meaning) ? of_page : one_of_several);
  return above;
}

// The last subject of a block before a sentence; sure where the block names one alone.
Subject Subjects::in_block(std::uint32_t block, std::uint32_t before_sentence) const {
  Subject found;
  bool several = false;
  std::uint32_t in = UINT32_MAX;  // the sentence that names it
  for (auto place = std::ranges::lower_bound(places_, block, {}, &Place::block);
       place != places_.end() && place->block == block && place->sentence < before_sentence;
       ++place) {
    if (knowledge_->concept_of(place->meaning).named_only) continue;
    // "Chemical peels range from light peels to deep peels. They ...": of all of them
    if (found.meaning != knowledge::none && found.meaning != place->meaning &&
        place->sentence == in && knowledge_->is_a(place->meaning, found.meaning))
      continue;
    in = place->sentence;
    several = several || (found.meaning != knowledge::none && found.meaning != place->meaning);
    found = {place->meaning, Origin::paragraph, named_above, place->text};
  }
  if (several) found.confidence = found.meaning == title_ ? sure : one_of_several;
  return found;
}

std::uint32_t Subjects::row_head(std::uint32_t block) const {
  const std::vector<prose::Block>& blocks = reading_->article.blocks;
  while (block > 0 && !blocks[block].starts_item && blocks[block - 1].group == blocks[block].group)
    --block;
  return block;
}

// Whether a sentence between has gone on to another thing.
bool Subjects::is_turned_from(const Subject& here, std::uint32_t sentence) const {
  return std::ranges::any_of(turns_, [&](std::uint32_t turn) {
    return turn < sentence &&
           reading_->text.sentences[turn].block == reading_->text.sentences[sentence].block &&
           here.text.end <= reading_->text.sentences[turn].text.begin;
  });
}

// "Botox or fillers?", but not "Botox: yes or no?", "Whitening in the chair or at home".
bool Subjects::stands_beside_name(std::uint32_t token, std::uint32_t block) const {
  const std::vector<sentences::Token>& tokens = reading_->text.tokens;
  if (token == 0 || token + 2 >= tokens.size()) return false;
  const std::string_view next = reading_->view(tokens[token + 1].text);
  if (next == "not" || next == "no") return false;
  return std::ranges::any_of(places_, [&](const Place& place) {
    return place.block == block && (place.text.end == tokens[token - 1].text.end ||
                                    place.text.begin == tokens[token + 1].text.begin ||
                                    place.text.begin == tokens[token + 2].text.begin);
  });
}

// "Ruby vs alexandrite": what stands below is said of the one or the other.
bool Subjects::sets_against(std::uint32_t block) const {
  const auto tokens = std::span(reading_->text.tokens);
  return std::ranges::any_of(
      reading_->text.sentences_of_block(block), [&](const sentences::Sentence& sentence) {
        return std::ranges::any_of(
            tokens.subspan(sentence.first_token, sentence.end_token - sentence.first_token),
            [&](const sentences::Token& token) {
              const std::string_view text = reading_->view(token.text);
              return text == "vs" || text == "versus" || text == "Vs" || text == "VS";
            });
      });
}

// "X or Y?", "How does X compare with Y?": what stands below can be said of either.
bool Subjects::holds_two_sides(std::uint32_t block) const {
  static constexpr std::array<std::string_view, 7> words = {
      "compare", "compared", "compares", "than", "difference", "different", "alternative"};
  if (sets_against(block)) return true;
  for (const sentences::Sentence& sentence : reading_->text.sentences_of_block(block)) {
    for (std::uint32_t token = sentence.first_token; token < sentence.end_token; ++token) {
      const std::string_view text = reading_->view(reading_->text.tokens[token].text);
      if (std::ranges::find(words, text) != words.end()) return true;
      if (text == "or" && stands_beside_name(token, block)) return true;
    }
  }
  return false;
}

// "Getting rid of hair is hard. It has to be done again and again.": what comes before the text
// names its thing, and names it again and again, may be of the trouble that it is for.
bool Subjects::leads_up(std::uint32_t block) const {
  static constexpr std::size_t named_often = 3;
  const prose::Block& here = reading_->article.blocks[block];
  if (prose::has(here.scopes, prose::Scope::table) || prose::has(here.scopes, prose::Scope::list))
    return false;  // a table or list below a title is of it
  if (here.heading != prose::no_block && here.heading != reading_->article.title) return false;
  const auto behind_title =
      std::ranges::upper_bound(places_, reading_->article.title, {}, &Place::block);
  if (behind_title == places_.end() || behind_title->block <= block) return false;
  return std::ranges::count_if(behind_title, places_.end(), [&](const Place& place) {
           return is_related(place.meaning, title_);
         }) >= std::ptrdiff_t{named_often};
}

Subject Subjects::inherited(std::uint32_t sentence) const {
  Subject found = from_above(sentence);
  if (found.meaning == knowledge::none) return found;
  if (mixed_) found.confidence = std::min(found.confidence, here_only);
  if (several_ && is_far_from_naming(found.meaning, reading_->text.sentences[sentence].block))
    return {};
  return found;
}

// Whether nothing near a block names the thing: a long page has gone on to something else.
bool Subjects::is_far_from_naming(ConceptId one, std::uint32_t block) const {
  static constexpr std::uint32_t far = 40;
  for (auto place = std::ranges::upper_bound(places_, block, {}, &Place::block);
       place != places_.begin();) {
    --place;
    if (block - place->block > far) break;
    if (is_related(place->meaning, one)) return false;
  }
  return true;
}

// "## Surgery", "## Enzyme facial": what stands below is said of another thing than the article's.
bool Subjects::heads_other(std::uint32_t block) const {
  if (std::ranges::binary_search(strangers_, block)) return true;
  const auto place = std::ranges::lower_bound(places_, block, {}, &Place::block);
  return place != places_.end() && place->block == block && block != reading_->article.title &&
         knowledge_->concept_of(place->meaning).named_only && title_ != knowledge::none &&
         !is_related(place->meaning, title_);
}

bool Subjects::names(std::uint32_t sentence, ConceptId one) const {
  return std::ranges::any_of(std::ranges::equal_range(places_, sentence, {}, &Place::sentence),
                             [&](const Place& place) { return is_related(place.meaning, one); });
}

bool Subjects::names_other(std::uint32_t sentence, ConceptId than) const {
  return std::ranges::any_of(std::ranges::equal_range(places_, sentence, {}, &Place::sentence),
                             [&](const Place& place) { return !is_related(place.meaning, than); });
}

bool Subjects::names_any(std::uint32_t block) const {
  const auto place = std::ranges::lower_bound(places_, block, {}, &Place::block);
  return place != places_.end() && place->block == block;
}

Subject Subjects::own(ConceptId stand_in, std::uint32_t sentence) const {
  const std::uint32_t title = reading_->article.title;
  const std::uint32_t block = reading_->text.sentences[sentence].block;
  if (title == prose::no_block || names_any(title) || holds_two_sides(title) || names_any(block))
    return {};
  std::uint32_t heading = reading_->article.blocks[block].heading;
  for (int level = 0; level < 6 && heading != prose::no_block && heading < block; ++level) {
    if (names_any(heading) || heads_other(heading)) return {};
    heading = reading_->article.blocks[heading].heading;
  }
  return {stand_in, Origin::title, guessed, reading_->article.blocks[title].text};
}

Subject Subjects::from_above(std::uint32_t sentence) const {
  const std::uint32_t block = reading_->text.sentences[sentence].block;
  if (const Subject here = in_block(block, sentence); here.meaning != knowledge::none)
    return is_turned_from(here, sentence) ? Subject{} : here;
  const prose::Block& place = reading_->article.blocks[block];
  if (place.lead_in != prose::no_block) {
    if (const Subject above = in_block(place.lead_in, UINT32_MAX); above.meaning != knowledge::none)
      return above;
  }
  // A cell speaks of what its row or column is headed by.
  if (place.table_header != prose::no_block) {
    if (heads_other(row_head(block)) || heads_other(place.table_header)) return {};
    for (const std::uint32_t head : {row_head(block), place.table_header})
      if (Subject above = in_block(head, UINT32_MAX); above.meaning != knowledge::none)
        return above;
  }
  // Headings above, innermost first; a document nests at most six.
  std::uint32_t heading = place.heading;
  for (int level = 0; level < 6 && heading != prose::no_block && heading < block; ++level) {
    Subject above = in_block(heading, UINT32_MAX);
    if (above.meaning != knowledge::none) {
      above.origin = Origin::heading;
      if (holds_two_sides(heading)) above.confidence = std::min(above.confidence, one_of_several);
      if (heading == reading_->article.title && leads_up(block))
        above.confidence = std::min(above.confidence, of_page);
      return not_turned(above, heading, block);
    }
    if (heads_other(heading) || (heading != reading_->article.title && sets_against(heading)))
      return {};
    heading = reading_->article.blocks[heading].heading;
  }
  if (place.table_header != prose::no_block) return {only_, Origin::article, guessed, {}};
  if (only_ != knowledge::none) return {only_, Origin::article, named_above, places_.front().text};
  if (title_compares_) return {};
  if (title_ != knowledge::none) {
    Subject above =
        not_turned({title_, Origin::title, title_ == main_ ? sure_of_title : one_of_several,
                    reading_->article.blocks[reading_->article.title].text},
                   reading_->article.title, block);
    if (leads_up(block)) above.confidence = std::min(above.confidence, of_page);
    return above;
  }
  // What it names most often, unless its sections speak of one thing after the other.
  if (main_ != knowledge::none && counts_[main_] >= enough_names &&
      others_of(main_) * 2 <= counts_[main_]) {
    const bool stands_out =
        counts_[main_] >= 2 * enough_names && others_of(main_) * 4 <= counts_[main_];
    return not_turned({main_, Origin::article, stands_out ? likely : of_page, {}}, 0, block);
  }
  return {};
}

}  // namespace linter::assertions
