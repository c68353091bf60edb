#include "linter/config/configuration.h"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <unordered_set>
#include <utility>

#include "linter/base/hash.h"
#include "linter/base/yaml.h"
#include "linter/config/confined_files.h"
#include "linter/config/read_values.h"

namespace linter::config {
namespace {

using base::ErrorCode;
using base::yaml::Kind;
using base::yaml::Reader;
using base::yaml::Value;

// The deepest folder that holds both.
std::string common_folder(std::string a, std::string_view b) {
  while (!is_within(b, a)) a = base::parent_path(a);
  return a;
}

class ConfigurationReader {
 public:
  ConfigurationReader(const base::FileSystem& files, const std::string& boundary)
      : disk_(files), files_(files, {boundary}) {
    loaded_.value.boundary = boundary;
  }

  base::Loaded<Configuration> read(const std::string& path) {
    loaded_.value.root = base::parent_path(path);
    read_file(path, disk_);
    return std::move(loaded_);
  }

 private:
  void give_up(const std::string& path, base::Error error) {
    error.file = path;
    loaded_.errors.push_back(std::move(error));
    loaded_.value.usable = false;
  }

  void read_file(const std::string& path, const base::FileSystem& files) {
    auto bytes = files.read(path, max_configuration_bytes);
    if (!bytes) return give_up(path, std::move(bytes.error()));
    Configuration& configuration = loaded_.value;
    configuration.files.push_back({path, base::hex_digest(*bytes)});
    configuration.root = common_folder(configuration.root, base::parent_path(path));
    auto parsed = base::yaml::parse(*bytes, path);
    const bool is_empty = parsed.value.kind == Kind::null && parsed.errors.empty();
    std::ranges::move(parsed.errors, std::back_inserter(loaded_.errors));
    if (is_empty) return;
    if (parsed.value.kind != Kind::mapping) configuration.usable = false;
    if (parsed.value.kind == Kind::null) return;  // not YAML at all: said above
    open_.push_back(path);
    read_layers(parsed.value, path);
    open_.pop_back();
  }

  void read_layers(const Value& document, const std::string& path) {
    const Place place{path, base::parent_path(path), files_, loaded_.errors};
    Reader reader(document, path, loaded_.errors);
    Layer own;
    std::vector<Layer> overrides;
    for (const Key& key : keys()) {
      if (!key.at_top) continue;
      const auto* part = std::get_if<Part>(&key.meaning);
      if (part == nullptr) {
        read_key(key, reader, place, {}, own);
      } else if (*part == Part::extends) {
        for (const Text& base : read_texts(key, reader, place)) extend(base, reader);
      } else if (*part == Part::overrides) {
        overrides = read_overrides(key, reader, place);
      }
    }
    reader.finish();
    std::vector<Layer>& layers = loaded_.value.layers;
    layers.push_back(std::move(own));
    std::ranges::move(overrides, std::back_inserter(layers));
  }

  void extend(const Text& base, Reader& reader) {
    Value at;
    at.position = {base.origin.line, base.origin.column};
    if (std::ranges::find(open_, base.value) != open_.end()) {
      reader.report(ErrorCode::bad_value, "'extends' goes round in a circle: " + circle(base.value),
                    at);
      return;
    }
    const auto& known = loaded_.value.files;
    if (std::ranges::find(known, base.value, &ConfigurationFile::path) != known.end()) return;
    if (known.size() < max_configuration_files) return read_file(base.value, files_);
    reader.report(
        ErrorCode::bad_value,
        "a configuration is made of at most " + std::to_string(max_configuration_files) + " files",
        at);
    loaded_.value.usable = false;
  }

  // "a/.galley.yaml -> b.yaml -> a/.galley.yaml", seen from the boundary.
  [[nodiscard]] std::string circle(const std::string& path) const {
    std::string text;
    const auto shown = [&](const std::string& file) {
      return base::relative_path(file, loaded_.value.boundary);
    };
    for (auto at = std::ranges::find(open_, path); at != open_.end(); ++at)
      text += shown(*at) + " -> ";
    return text + shown(path);
  }

  std::vector<Layer> read_overrides(const Key& key, Reader& reader, const Place& place) {
    std::vector<Layer> overrides;
    const auto items = reader.sequence(key.name);
    if (items.size() > max_overrides) {
      reader.report(ErrorCode::bad_value,
                    "at most " + std::to_string(max_overrides) + " overrides are read",
                    items[max_overrides]);
    }
    for (std::size_t i = 0; i < std::min(items.size(), max_overrides); ++i) {
      const std::string path = reader.path_of(key.name) + "[" + std::to_string(i) + "]";
      Reader item(items[i], place.file, loaded_.errors, path);
      if (items[i].kind == Kind::mapping) overrides.push_back(read_override(item, place));
    }
    return overrides;
  }

  static Layer read_override(Reader& reader, const Place& place) {
    const base::yaml::Position& at = reader.value().position;
    Layer layer;
    layer.origin = {place.file, at.line, at.column};
    layer.reason = reader.required_string(name_of(Part::reason));
    const Key& paths = *key_named(name_of(Part::paths));
    if (reader.take(paths.name) == nullptr) {
      reader.report(ErrorCode::missing_key, "'" + reader.path_of(paths.name) + "' is missing",
                    reader.value());
      layer.paths.emplace();
    } else {
      layer.paths = read_patterns(paths, reader, place);
    }
    for (const Key& key : keys()) {
      if (key.in_overrides) read_key(key, reader, place, layer.reason, layer);
    }
    report_misplaced(reader);
    reader.finish();
    return layer;
  }

  // Keys that are known, but not for some paths only.
  static void report_misplaced(Reader& reader) {
    for (const Key& key : keys()) {
      if (key.in_overrides || !reader.has(key.name)) continue;
      reader.report(ErrorCode::unknown_key,
                    "'" + std::string(key.name) +
                        "' holds for the whole configuration: move it to the top of the file",
                    *reader.take(key.name));
    }
  }

  static std::string_view name_of(Part part) {
    const auto found = std::ranges::find_if(keys(), [&](const Key& key) {
      const auto* own = std::get_if<Part>(&key.meaning);
      return own != nullptr && *own == part;
    });
    return found->name;
  }

  const base::FileSystem& disk_;
  ConfinedFiles files_;  // for everything but the file that was found
  base::Loaded<Configuration> loaded_;
  std::vector<std::string> open_;  // the files that are being read, each extending the next
};

// Appends what is new. The views stay valid: `into` does not grow beyond what was reserved.
void add(Texts& into, const Texts& texts) {
  into.reserve(into.size() + texts.size());
  std::unordered_set<std::string_view> known;
  for (const Text& text : into) known.insert(text.value);
  for (const Text& text : texts) {
    if (known.contains(text.value)) continue;
    into.push_back(text);
    known.insert(into.back().value);
  }
}

// Both are sorted; of two entries for one rule the new one stays.
void add(std::vector<RuleLevel>& into, const std::vector<RuleLevel>& rules) {
  std::vector<RuleLevel> all;
  std::ranges::merge(rules, into, std::back_inserter(all), {}, &RuleLevel::rule, &RuleLevel::rule);
  const auto old = std::ranges::unique(all, {}, &RuleLevel::rule);
  all.erase(old.begin(), old.end());
  into = std::move(all);
}

void apply(const Layer& layer, Settings& settings) {
  for (const Key* key : layer.given) {
    std::visit(
        [&]<class Member>(Member member) {
          if constexpr (!std::is_same_v<Member, Part>) {
            auto& into = settings.*member;
            const auto& value = layer.values.*member;
            if constexpr (requires { add(into, value); }) {
              if (key->adds) return add(into, value);
            }
            into = value;
          }
        },
        key->meaning);
  }
}

}  // namespace

base::Loaded<Configuration> read_configuration(const base::FileSystem& files,
                                               const std::string& path,
                                               const std::string& boundary) {
  return ConfigurationReader(files, boundary).read(path);
}

std::vector<bool> layers_for(const Configuration& configuration, std::string_view path) {
  std::vector<bool> layers;
  layers.reserve(configuration.layers.size());
  for (const Layer& layer : configuration.layers)
    layers.push_back(!layer.paths || layer.paths->cover(path));
  return layers;
}

Settings settings_of(const Configuration& configuration, const std::vector<bool>& layers) {
  Settings settings = default_settings();
  for (std::size_t i = 0; i < layers.size(); ++i) {
    if (layers[i]) apply(configuration.layers[i], settings);
  }
  return settings;
}

Settings settings_for(const Configuration& configuration, std::string_view path) {
  return settings_of(configuration, layers_for(configuration, path));
}

}  // namespace linter::config
