#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "corpora/files/temporary_folder.h"

namespace netioconf::conformance::cli {

using corpora::files::content_of;

// A mutant that most tests use, because a single script of route.lifetimes shows it.
inline const std::string compared_as_signed = "mutant:lifetimes-compared-as-signed";

// The result of a run of the command.
struct Ran {
  int status = 0;
  std::string out;
  std::string error;
};

// Runs `netioconf` with these arguments in this process.
[[nodiscard]] Ran run_netioconf(const std::vector<std::string>& arguments);

// The words of a command after the first one, which is the program.
[[nodiscard]] std::vector<std::string> arguments_in(const std::string& command);

// report.json in a folder.
[[nodiscard]] nlohmann::ordered_json report_in(const std::string& folder);

// The same without the parts that depend on how it was made: the command, and whether
// scripts were chosen.
[[nodiscard]] std::string findings_in(const std::string& folder);

// The findings of a check, without the name of the implementation.
[[nodiscard]] nlohmann::ordered_json findings_of(const std::string& implementation,
                                                 const std::string& scripts = "");

// Compares two reports, and prints where they differ: a report has half a megabyte.
[[nodiscard]] testing::AssertionResult same(const nlohmann::ordered_json& one,
                                            const nlohmann::ordered_json& other);

// An empty folder for this test only.
[[nodiscard]] std::string scratch_folder(const std::string& name);

}  // namespace netioconf::conformance::cli
