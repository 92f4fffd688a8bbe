#include "conformance/export/reproducers.h"

#include <algorithm>

#include "conformance/export/programs.h"
#include "corpora/codec/codec.h"
#include "corpora/text/text.h"
#include "reports/model/report.h"

namespace netioconf::conformance::exporting {
namespace {

using Exports = google::protobuf::RepeatedPtrField<reports::Export>;

constexpr int count_max = 200;

void add_program(const std::string& form, const std::expected<std::string, std::string>& program,
                 Exports& exports) {
  reports::Export& added = *exports.Add();
  added.set_form(form);
  if (program) added.set_text(*program);
  if (!program) added.set_why_not(program.error());
}

// Adds the programs to the text of the script.
void add_programs(const std::string& name, const std::string& comment, oracle::readings::Profile profile,
                  Exports& exports) {
  const auto message = corpora::text::parse_script(exports.at(0).text(), name);
  if (!message) return;
  oracle::Script script = corpora::codec::decode(*message);
  script.name = name;
  auto reproduction = reproduce(script, profile);
  if (reproduction) reproduction->comment = comment;
  for (const std::string form : {"c", "gtest", "powershell", "ip"}) {
    add_program(form,
                reproduction ? program_as(form, *reproduction) : std::unexpected(reproduction.error()),
                exports);
  }
}

}  // namespace

reports::Report with_reproducers(reports::Report report) {
  const int count = std::min(report.groups_size(), count_max);
  for (int i = 0; i < count; ++i) {
    reports::ScriptResult& script =
        *report.mutable_scripts(static_cast<int>(report.groups(i).shortest().index()));
    if (script.exports_size() == 1)
      add_programs(script.name(), script.comment(), profile_of(report), *script.mutable_exports());
  }
  return report;
}

reports::Comparison with_reproducers(reports::Comparison comparison) {
  const int count = std::min(comparison.differences_size(), count_max);
  for (int i = 0; i < count; ++i) {
    reports::ComparedScript& script = *comparison.mutable_differences(i)->mutable_shortest();
    add_programs(script.name(), script.comment(), profile_of(comparison.reports(0)),
                 *script.mutable_exports());
  }
  return comparison;
}

}  // namespace netioconf::conformance::exporting
