// Documents for reports in XML. pugixml is known here alone.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "linter/reports/report.h"

namespace linter::reports {

// Sets an attribute; the value is made harmless first, since XML 1.0 has no way to write most
// control characters.
void set(pugi::xml_node node, const char* name, std::string_view value);
void set(pugi::xml_node node, const char* name, std::uint64_t value);
void set_text(pugi::xml_node node, std::string_view text);

// Writes the document with its declaration; false when the sink takes no more.
[[nodiscard]] bool write_document(const pugi::xml_document& document, const Sink& sink);

}  // namespace linter::reports
