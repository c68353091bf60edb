#include "linter/commands/fix_writing.h"

#include "linter/base/harmless.h"
#include "linter/source/source.h"

namespace linter::commands {

base::Result<Prepared> opened(const Articles& articles, const std::string& file, Console& console) {
  const auto found = articles.find(file);
  if (found == articles.end())
    return base::fail(base::ErrorCode::missing_path, "the file is not there any more", file);
  Prepared prepared;
  prepared.path = found->second.path;
  auto bytes = console.files().read(prepared.path, source::default_max_file_bytes);
  if (bytes && found->second.format->unpack != nullptr) {
    prepared.document = std::move(*bytes);
    bytes = fixes::document_text(prepared.document, file);
  }
  if (!bytes) return std::unexpected(std::move(bytes.error()));
  prepared.text = std::move(*bytes);
  return prepared;
}

fixes::Manuscript manuscript_of(const Articles& articles, const std::string& file,
                                const std::string& text) {
  const run::ReadableFile& readable = articles.at(file);
  return {file, text, {readable.format, readable.options}};
}

base::Result<void> unchanged(const Prepared& prepared, const std::string& file, Console& console) {
  const auto now = console.files().read(prepared.path, source::default_max_file_bytes);
  if (!now) return std::unexpected(now.error());
  if (*now == (prepared.document.empty() ? prepared.text : prepared.document)) return {};
  return base::fail(base::ErrorCode::write_failed,
                    "the file was changed by another program meanwhile and stays as it is: run "
                    "again",
                    file);
}

Written write(const Prepared& prepared, const std::string& file, Console& console) {
  base::Result<fixes::Mended> mended =
      prepared.document.empty()
          ? fixes::Mended{.bytes = fixes::applied(prepared.text, prepared.fixes),
                          .fixed = prepared.fixes.size()}
          : fixes::applied_to_document(prepared.document, file, prepared.fixes);
  if (mended && mended->fixed == 0) return {.left_out = std::move(mended->left_out)};
  base::Result<void> written;
  if (mended) {
    written = console.files().write(prepared.path, mended->bytes);
  } else {
    written = std::unexpected(mended.error());
  }
  if (written) return {.fixed = mended->fixed, .left_out = std::move(mended->left_out)};
  base::Error error = written.error();
  error.file = file;
  console.report(error);
  return {.exit = Exit::incomplete};
}

void tell(const std::string& named, std::string_view why, Console& console) {
  console.say(base::harmless_sentence(named) + ": " + base::harmless_sentence(why) + '\n');
}

}  // namespace linter::commands
