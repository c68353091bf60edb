#include "linter/word/package.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <functional>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "linter/base/files.h"
#include "linter/base/utf8.h"
#include "linter/word/libzip.h"

namespace linter::word {
namespace {

using base::ErrorCode;
using base::fail;
using std::string_view;

constexpr string_view compound_file_mark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr string_view zip_mark = "PK";
constexpr std::uint64_t least_bomb = 4ULL << 20;

// Whether an entry's name stays below the folder that the document would be unpacked to.
bool leads_out(string_view name) {
  if (name.starts_with('/') || name.find('\\') != string_view::npos ||
      name.find(':') != string_view::npos)
    return true;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find('/'), name.size());
    if (name.substr(0, end) == "..") return true;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return false;
}

struct Entry {
  std::uint64_t index = 0;
  std::uint64_t size = 0;
  std::uint64_t packed = 0;
  bool encrypted = false;
};

using Entries = std::map<std::string, Entry, std::less<>>;

struct Discard {
  const Libzip* zip;
  void operator()(zip_t* archive) const { zip->discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

struct Release {
  const Libzip* zip;
  void operator()(zip_source_t* source) const { zip->source_free(source); }
};
using ArchiveSource = std::unique_ptr<zip_source_t, Release>;

base::Result<const Libzip*> library(const std::string& file) {
  if (const Libzip* zip = libzip()) return zip;
  return fail(ErrorCode::missing_data,
              "Word documents are read with libzip, which is not on this machine: install libzip4",
              file);
}

// What the file is, when it is no zip file.
std::optional<string_view> refusal(string_view bytes) {
  if (bytes.starts_with(compound_file_mark)) {
    return "the document is encrypted with a password, or an old .doc under another name; save it "
           "as .docx without a password";
  }
  if (!bytes.starts_with(zip_mark))
    return "the file is no Word document (.docx is a zip file); save it as .docx again";
  return std::nullopt;
}

}  // namespace

struct Package::State {
  const Libzip* zip = nullptr;
  std::string bytes;
  std::string file;
  Archive archive{nullptr, Discard{nullptr}};
  Entries entries;

  // A reader of the bytes; libzip only looks at them.
  [[nodiscard]] Archive opened() const {
    ArchiveSource source(zip->source_buffer_create(bytes.data(), bytes.size(), 0, nullptr),
                         Release{zip});
    zip_t* const found =
        source == nullptr ? nullptr : zip->open_from_source(source.get(), ZIP_RDONLY, nullptr);
    if (found != nullptr) (void)source.release();  // the archive's now
    return Archive(found, Discard{zip});
  }

  [[nodiscard]] std::unexpected<base::Error> damaged(string_view what) const {
    return fail(ErrorCode::unreadable_file,
                fmt::format("the document is damaged ({}); open it in a word processor, let it be "
                            "repaired, and save it again",
                            what),
                file);
  }

  base::Result<void> list();
};

base::Result<void> Package::State::list() {
  const auto count =
      static_cast<std::uint64_t>(std::max<zip_int64_t>(zip->get_num_entries(archive.get(), 0), 0));
  if (count > max_parts) {
    return fail(
        ErrorCode::too_large,
        fmt::format("the document has {} parts, more than the {} that galley reads", count, max_parts), file);
  }
  std::set<std::string, std::less<>> names;
  for (std::uint64_t index = 0; index < count; ++index) {
    zip_stat_t stat;
    zip->stat_init(&stat);
    if (zip->stat_index(archive.get(), index, 0, &stat) != 0) return damaged("its list of parts");
    const std::string name = stat.name == nullptr ? "" : stat.name;
    if (leads_out(name)) {
      return fail(ErrorCode::unreadable_file,
                  "the document has a part named '" + name +
                      "', which leads out of it: no word processor writes such a file",
                  file);
    }
    if (!names.insert(base::lower(name)).second) {
      return fail(ErrorCode::unreadable_file,
                  "the document has two parts named '" + name +
                      "': which of them is read would differ from program to program",
                  file);
    }
    entries[name] = {.index = index,
                     .size = stat.size,
                     .packed = stat.comp_size,
                     .encrypted = (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
                                  stat.encryption_method != ZIP_EM_NONE};
  }
  return {};
}

Package::Package(std::unique_ptr<State> state) : state_(std::move(state)) {}
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;
Package::~Package() = default;

base::Result<Package> Package::open(std::string bytes, std::string file) {
  if (const auto refused = refusal(bytes))
    return fail(ErrorCode::unreadable_file, std::string(*refused), std::move(file));
  auto state = std::make_unique<State>();
  state->bytes = std::move(bytes);
  state->file = std::move(file);
  const auto zip = library(state->file);
  if (!zip) return std::unexpected(zip.error());
  state->zip = *zip;
  state->archive = state->opened();
  if (state->archive == nullptr) return state->damaged("its list of parts");
  if (auto listed = state->list(); !listed) return std::unexpected(std::move(listed.error()));
  return Package(std::move(state));
}

bool Package::has(string_view part) const {
  return state_->entries.contains(part);
}

const std::string& Package::file() const {
  return state_->file;
}

base::Result<std::string> Package::part(string_view name) const {
  const auto found = state_->entries.find(name);
  if (found == state_->entries.end())
    return state_->damaged(fmt::format("there is no part '{}'", name));
  const Entry& entry = found->second;
  if (entry.encrypted) {
    return fail(ErrorCode::unreadable_file, "the document is encrypted; save it without a password",
                state_->file);
  }
  const bool is_bomb = entry.size > least_bomb && entry.size / max_part_ratio > entry.packed;
  if (entry.size > max_part_bytes || is_bomb) {
    return fail(ErrorCode::too_large,
                fmt::format("'{}' in the document unpacks from {} to {} bytes; galley unpacks at "
                            "most {} of a part, and {} times its size: take pictures or text out, "
                            "or save it anew",
                            name, entry.packed, entry.size, max_part_bytes, max_part_ratio),
                state_->file);
  }
  const Libzip& zip = *state_->zip;
  zip_file_t* const opened = zip.fopen_index(state_->archive.get(), entry.index, 0);
  if (opened == nullptr) return state_->damaged(fmt::format("its part '{}'", name));
  std::string text(entry.size, '\0');
  std::uint64_t size = 0;
  zip_int64_t got = 0;
  while (size < entry.size &&
         (got = zip.fread(opened, text.data() + size, entry.size - size)) > 0) {
    size += static_cast<std::uint64_t>(got);
  }
  char beyond = 0;  // reading to the end checks the sum, too
  const bool complete = size == entry.size && zip.fread(opened, &beyond, 1) == 0;
  if (zip.fclose(opened) != 0 || !complete)
    return state_->damaged(fmt::format("its part '{}'", name));
  return text;
}

base::Result<std::string> Package::with(
    const std::map<std::string, std::string, std::less<>>& parts) const {
  const Libzip& zip = *state_->zip;
  const auto failed = [&](string_view why) {
    return fail(ErrorCode::write_failed,
                fmt::format("the document could not be put together ({})", why), state_->file);
  };
  // libzip 1.7 frees what it was lent when it writes: it gets bytes of its own.
  void* const own = std::malloc(state_->bytes.size());
  if (own == nullptr) return failed("no memory");
  std::memcpy(own, state_->bytes.data(), state_->bytes.size());
  ArchiveSource target(zip.source_buffer_create(own, state_->bytes.size(), 1, nullptr),
                       Release{&zip});
  if (target == nullptr) std::free(own);
  if (target == nullptr) return failed("no memory");
  zip.source_keep(target.get());
  zip_t* const opened = zip.open_from_source(target.get(), 0, nullptr);
  if (opened == nullptr) {
    zip.source_free(target.get());
    return failed("it cannot be opened");
  }
  Archive archive(opened, Discard{&zip});
  for (const auto& [name, text] : parts) {
    ArchiveSource source(zip.source_buffer(archive.get(), text.data(), text.size(), 0),
                         Release{&zip});
    if (source == nullptr) return failed("no memory");
    const auto found = state_->entries.find(name);
    const zip_int64_t index =
        found == state_->entries.end()
            ? zip.file_add(archive.get(), name.c_str(), source.get(), ZIP_FL_ENC_UTF_8)
        : zip.file_replace(archive.get(), found->second.index, source.get(), 0) == 0
            ? static_cast<zip_int64_t>(found->second.index)
            : -1;
    if (index < 0) return failed(zip.strerror(archive.get()));
    (void)source.release();  // the archive's now
    // the date that zip files begin with: the same bytes on every day
    constexpr std::uint16_t first_of_january_1980 = 0x21;
    zip.file_set_dostime(archive.get(), static_cast<std::uint64_t>(index), 0, first_of_january_1980,
                         0);
  }
  if (zip.close(archive.get()) != 0) return failed(zip.strerror(archive.get()));
  (void)archive.release();
  zip_stat_t stat;
  zip.stat_init(&stat);
  if (zip.source_stat(target.get(), &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0 ||
      zip.source_open(target.get()) != 0)
    return failed("it cannot be read back");
  std::string bytes(stat.size, '\0');
  const zip_int64_t got = zip.source_read(target.get(), bytes.data(), bytes.size());
  zip.source_close(target.get());
  if (got != static_cast<zip_int64_t>(bytes.size())) return failed("it cannot be read back");
  return bytes;
}

std::string part_name(string_view from, string_view target) {
  if (target.starts_with('/')) return base::normalised_path(target.substr(1));
  const std::size_t folder = from.rfind('/');
  const string_view base = folder == string_view::npos ? "" : from.substr(0, folder + 1);
  return base::normalised_path(std::string(base) + std::string(target));
}

}  // namespace linter::word
