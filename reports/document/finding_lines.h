#pragma once

#include "reports/document/document.h"
#include "reports/model/report.h"

namespace netioconf::reports::document {

// The description of a step of a script that the report contains, with source and replay command.
[[nodiscard]] Description finding_lines(const Report& report, const ScriptResult& script,
                                        const StepResult& step);

// The description of a group and of the step that shows it.
[[nodiscard]] Description group_lines(const Report& report, int group);

// Parts of these descriptions.
void add_mismatches(Description& lines, const std::string& rule,
                    const google::protobuf::RepeatedPtrField<MismatchWords>& mismatches);
[[nodiscard]] Line script_line(const std::string& name, const std::string& path);

// What makes deviations of two runs the same kind. It contains no path.
[[nodiscard]] std::string fingerprint_of(const std::string& rule, const std::string& reading,
                                         const std::string& function, const std::string& observed);

// The lines of a comment as one line.
[[nodiscard]] std::string on_one_line(std::string comment);

}  // namespace netioconf::reports::document
