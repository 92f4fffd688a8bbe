#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oracle/model/rule.h"
#include "oracle/model/status.h"
#include "oracle/readings/reading.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::conformance::cli::explain {

// What several rules are about: a function, a structure, a member, a parameter, an enumeration or one of
// its values, or a group of rules.
struct Subject {
  std::string what;                // "CreateIpForwardEntry2, a function"
  std::string_view parts_are;      // "members", "parameters" or "values"
  std::vector<std::string> parts;  // of a function, a structure or an enumeration
  oracle::StatusSet statuses;      // that the page of a function names, or with which the rules refuse
  std::vector<const oracle::Rule*> rules;
  std::vector<const oracle::readings::Reading*> readings;
  std::vector<const oracle::rules::Unpromised*> unpromised;  // sentences about a parameter
};

// The subject of that name: "CreateIpForwardEntry2" or "create_route", "MIB_IPFORWARD_ROW2", "Metric" or
// "MIB_IPFORWARD_ROW2.Metric", "SourceAddress", "MibAddInstance", "route". nullopt if there is none.
[[nodiscard]] std::optional<Subject> find_subject(std::string_view name);

// The names of all subjects, for suggestions.
[[nodiscard]] std::vector<std::string> subject_names();

}  // namespace netioconf::conformance::cli::explain
