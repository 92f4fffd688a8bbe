#pragma once

#include <filesystem>
#include <string>

namespace netioconf::conformance::cli {

// The results are exit statuses. Errors in scripts are lines `file:line: what, remedy` on standard
// output.

// Writes a script into the corpus in its canonical form. FILE is a script in text or binary form.
struct AddOptions {
  std::filesystem::path file;
  std::filesystem::path corpus;
  std::string rule;
  std::string idea;
  std::string words;
};
[[nodiscard]] int add_script(const AddOptions& options);

[[nodiscard]] int format_scripts(const std::filesystem::path& corpus);

// 1 if a script has an error.
[[nodiscard]] int lint_scripts(const std::filesystem::path& corpus);

}  // namespace netioconf::conformance::cli
