#include "tests/support/docx.h"

#include <memory>
#include <stdexcept>
#include <zip.h>

namespace tests {
namespace {

constexpr const char* namespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

constexpr const char* relation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr const char* packaged = "http://schemas.openxmlformats.org/package/2006/";

std::string element(const std::string& name, const std::string& inside) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:" + name + " " +
         namespaces + ">" + inside + "</w:" + name + ">";
}

[[noreturn]] void fail(const std::string& what) {
  throw std::runtime_error("zip: " + what);
}

}  // namespace

std::string zip(const std::map<std::string, std::string>& parts, const std::string& password) {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  if (target == nullptr) fail("no buffer");
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  if (archive == nullptr) fail("cannot be made");
  for (const auto& [name, text] : parts) {
    zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) fail(zip_strerror(archive));
    constexpr std::uint16_t first_of_january_1980 = 0x21;
    zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, first_of_january_1980, 0);
    if (!password.empty()) {
      zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256,
                              password.c_str());
    }
  }
  if (zip_close(archive) != 0) fail(zip_strerror(archive));
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(target, &stat) != 0 || zip_source_open(target) != 0) fail("not readable");
  std::string bytes(stat.size, '\0');
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

std::map<std::string, std::string> unzip(std::string_view bytes) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive == nullptr) fail("none");
  std::map<std::string, std::string> parts;
  for (zip_int64_t index = 0; index < zip_get_num_entries(archive, 0); ++index) {
    zip_stat_t stat;
    zip_stat_index(archive, static_cast<zip_uint64_t>(index), 0, &stat);
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0);
    if (file == nullptr) fail(zip_strerror(archive));
    std::string text(stat.size, '\0');
    zip_fread(file, text.data(), text.size());
    zip_fclose(file);
    parts[stat.name] = std::move(text);
  }
  zip_discard(archive);
  return parts;
}

std::map<std::string, std::string> Docx::all_parts() const {
  std::map<std::string, std::string> all;
  std::string links;
  std::string types;
  const auto add = [&](const std::string& kind, const std::string& inside) {
    if (inside.empty()) return;
    all["word/" + kind + ".xml"] = element(kind, inside);
    links += "<Relationship Id=\"r-" + kind + "\" Type=\"" + relation + kind + "\" Target=\"" +
             kind + ".xml\"/>";
    types += "<Override PartName=\"/word/" + kind +
             ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
             "wordprocessingml." +
             kind + "+xml\"/>";
  };
  add("styles", styles);
  add("numbering", numbering);
  add("footnotes", footnotes);
  add("endnotes", endnotes);
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  const std::string list = std::string("<Relationships xmlns=\"") + packaged + "relationships\">";
  all["word/document.xml"] = element("document", "<w:body>" + body + "</w:body>");
  all["word/_rels/document.xml.rels"] = head + list + links + "</Relationships>";
  all["_rels/.rels"] = head + list + "<Relationship Id=\"r1\" Type=\"" + relation +
                       "officeDocument\" Target=\"word/document.xml\"/></Relationships>";
  all["[Content_Types].xml"] =
      head + "<Types xmlns=\"" + packaged +
      "content-types\"><Default Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
      "Extension=\"xml\" ContentType=\"application/xml\"/><Override "
      "PartName=\"/word/document.xml\" "
      "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+"
      "xml\"/>" +
      types + "</Types>";
  for (const auto& [name, text] : parts) all[name] = text;
  return all;
}

std::string run(std::string_view text, std::string_view properties) {
  std::string xml = "<w:r>";
  if (!properties.empty()) xml += "<w:rPr>" + std::string(properties) + "</w:rPr>";
  return xml + "<w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r>";
}

std::string paragraph(std::string_view text, std::string_view properties) {
  std::string xml = "<w:p>";
  if (!properties.empty()) xml += "<w:pPr>" + std::string(properties) + "</w:pPr>";
  return xml + run(text) + "</w:p>";
}

}  // namespace tests
