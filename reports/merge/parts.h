#pragma once

#include <expected>
#include <map>
#include <string>
#include <vector>

#include "reports/model/report.h"

namespace netioconf::reports::merge {

// Reports of runs, or of parts of runs, on one implementation. Each is there once, by a name that its
// content determines. So the union of several of these neither depends on their order nor counts
// anything twice.
struct PartSet {
  std::map<std::string, Report> reports;
};

// A report, and the file that contains it, for messages.
struct PartFile {
  std::string path;
  Report report;
};

// The name of the file of a part, without ".json".
[[nodiscard]] std::string part_name(const Report& report);

// The error, in one line, names two reports that do not belong together: another implementation, another
// profile, another version of the rules or another list of known deviations.
[[nodiscard]] std::expected<PartSet, std::string> parts_of(const std::vector<PartFile>& reports);

// Leaves out a part that did not end if the same shard of the same run ended and has every kind of
// deviation that it has, and one that ended if another report on the same shard found the same.
[[nodiscard]] PartSet joined(PartSet one, const PartSet& other);

}  // namespace netioconf::reports::merge
