#include "linter/reports/xml.h"

#include "linter/base/harmless.h"

namespace linter::reports {
namespace {

class SinkWriter final : public pugi::xml_writer {
 public:
  explicit SinkWriter(const Sink& sink) : sink_(sink) {}
  void write(const void* data, std::size_t size) override {
    if (open_) open_ = sink_({static_cast<const char*>(data), size});
  }
  [[nodiscard]] bool open() const { return open_; }

 private:
  const Sink& sink_;
  bool open_ = true;
};

}  // namespace

void set(pugi::xml_node node, const char* name, std::string_view value) {
  node.append_attribute(name).set_value(base::harmless_sentence(value).c_str());
}

void set(pugi::xml_node node, const char* name, std::uint64_t value) {
  node.append_attribute(name).set_value(static_cast<unsigned long long>(value));
}

void set_text(pugi::xml_node node, std::string_view text) {
  node.text().set(base::harmless_sentence(text).c_str());
}

bool write_document(const pugi::xml_document& document, const Sink& sink) {
  SinkWriter writer(sink);
  document.save(writer, "  ", pugi::format_default, pugi::encoding_utf8);
  return writer.open();
}

}  // namespace linter::reports
