#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "reports/report.pb.h"

namespace netioconf::conformance::handed_in {

// Runs netioconf with these arguments. What it prints goes to the file.
using RunNetioconf =
    std::function<void(const std::vector<std::string>& arguments, const std::filesystem::path& printed)>;

// Why a report was not made again.
struct NotRepeated {
  std::string why;
  bool can_run_here = true;  // false: it needs something that this machine does not have
};

// Makes a report again with its command. Only commands that cannot do harm are run: a check of an
// implementation that belongs to this project, in the version of the report, or a judgement of traces.
[[nodiscard]] std::expected<reports::Report, NotRepeated> repeat(const reports::Report& report,
                                                                 const RunNetioconf& run);

}  // namespace netioconf::conformance::handed_in
