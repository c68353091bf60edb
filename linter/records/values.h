// Findings and what belongs to them as JSON that can be read back whole. The JSON report is for
// other programs and leaves out what only galley needs.
#pragma once

#include "linter/base/json.h"
#include "linter/base/result.h"
#include "linter/findings/outcome.h"
#include "linter/records/fields.h"
#include "linter/suppression/stets.h"
#include "linter/suppression/wordings.h"

namespace linter::records {

// The file is left out: it is the record's key, or has a field of its own.
void set_location(base::Json& json, const findings::Location& location);
[[nodiscard]] findings::Location read_location(Fields& fields, std::string file);

void set_finding(base::Json& json, const findings::Finding& finding);
[[nodiscard]] findings::Finding read_finding(Fields& fields, std::string file);

[[nodiscard]] base::Json json_of(const suppression::Stet& stet);
[[nodiscard]] suppression::Stet read_stet(Fields& fields);

[[nodiscard]] base::Json json_of(const suppression::Use& use);
[[nodiscard]] suppression::Use read_use(Fields& fields, std::string file);

void set_error(base::Json& json, const base::Error& error);
[[nodiscard]] base::Error read_error(Fields& fields);

// What `read` makes of each element of a list, whose faults become the list's.
template <class Read>
auto read_each(Fields& fields, std::string_view key, Read read) {
  std::vector<decltype(read(fields))> all;
  const base::Json* values = fields.list(key);
  if (values == nullptr) return all;
  for (const base::Json& value : *values) {
    Fields own(value);
    all.push_back(read(own));
    if (!own.good()) fields.refuse(std::string(key) + ": " + own.fault());
  }
  return all;
}

[[nodiscard]] base::Json json_of(const findings::Datum& datum);
[[nodiscard]] findings::Datum read_datum(Fields& fields);

}  // namespace linter::records
