#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace netioconf::conformance {

// What a run of the command came to.
struct Ran {
  int status = 0;
  std::string out;
  std::string error;
};

// Runs `netioconf` with these arguments in this process.
[[nodiscard]] Ran run_netioconf(const std::vector<std::string>& arguments);

// report.json in a folder, without what depends on the way it was made: the command, and whether scripts
// were chosen.
[[nodiscard]] std::string findings_in(const std::string& folder);

// What a check found, without the name of what was checked.
[[nodiscard]] nlohmann::ordered_json findings_of(const std::string& implementation,
                                                 const std::string& scripts = "");

// Compared as a whole, and not shown: nobody reads half a megabyte.
[[nodiscard]] bool same(const nlohmann::ordered_json& one, const nlohmann::ordered_json& other);

// A folder of this test's own, empty.
[[nodiscard]] std::string scratch_folder(const std::string& name);

}  // namespace netioconf::conformance
