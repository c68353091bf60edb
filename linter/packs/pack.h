// A policy pack as it was read: what its files say, not yet compiled.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "linter/base/yaml.h"
#include "linter/findings/finding.h"

namespace linter::packs {

struct Example {
  std::string text;
  std::string format = "markdown";
  std::vector<std::string> beside{};     // other articles of its corpus, in the same format
  std::optional<std::uint32_t> count{};  // how many findings a bad one must give; else at least one
  base::yaml::Position position;
};

struct Jurisdiction {
  std::string id;
  std::string name;
  std::string url;
};

struct Need {
  std::string pack;
  base::yaml::Position position;  // in the head file
};

// What articles are about, told by their words.
struct Topic {
  std::string id;
  std::vector<std::string> words;  // "needl*" stands for every word that begins so
  std::uint32_t per_thousand = 5;  // mentions that an article needs in a thousand words
};

// Name -> expression, for {{name}} in patterns.
using Fragments = std::map<std::string, std::string, std::less<>>;

struct PackFile {
  std::string path;     // as errors show it
  std::string digest;   // hexadecimal
  Fragments fragments;  // of its own patterns; they come before those of the pack
};

// What every rule says, whatever its kind. The keys of the kind are still in `body`.
struct RuleDefinition {
  std::string id;    // "pack.rule"
  std::string name;  // "rule"
  std::string kind;  // as written; whether there is such a kind is for the policy check to say
  std::string message;
  std::string about;
  std::string why;
  std::string instead;
  findings::Severity severity = findings::Severity::warning;
  findings::Category category = findings::Category::wording;
  std::vector<Example> bad;
  std::vector<Example> good;
  std::vector<findings::Citation> sources;
  std::vector<std::string> jurisdictions;
  std::vector<std::string> links;
  std::string family;  // empty: the rule is its own family
  bool yields = false;  // silent on words that another rule of its pack speaks of
  std::string topic;   // one of the pack's topics; empty: articles about anything
  bool stet_never = false;
  std::uint32_t since = 1;
  std::uint32_t file = 0;  // index into Pack::files
  base::yaml::Value body;  // the whole mapping, with positions
};

// A file whose content is for another layer to read: context cues, or concepts, frames and facts.
struct Document {
  std::uint32_t file = 0;  // index into Pack::files
  base::yaml::Value document;
};

// A plain value that owns everything it refers to.
struct Pack {
  std::string id;
  bool only_needed = false;  // by a pack that was asked for, and not asked for itself
  std::uint32_t version = 1;
  std::string about;
  std::string licence;
  std::string origin;
  std::string notice;
  std::string language;  // BCP 47; empty: every language
  std::vector<Need> needs;
  std::vector<Jurisdiction> jurisdictions;
  std::vector<Topic> topics;
  std::string topic;            // of its rules, where they do not say otherwise
  std::vector<PackFile> files;  // pack.yaml first, then by path
  Fragments fragments;          // of files that have no rules, for the patterns of all files
  std::vector<RuleDefinition> rules;
  std::vector<RuleDefinition> faulty;  // what a kind finds wrong with them is told, too
  std::vector<Document> cues;       // for context::CueSet::add
  std::vector<Document> knowledge;  // for knowledge::compile
  std::string digest;               // over the names and bytes of all files
};

}  // namespace linter::packs
