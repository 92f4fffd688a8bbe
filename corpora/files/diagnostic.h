#pragma once

#include <cstddef>
#include <string>

namespace netioconf::corpora::files {

// What is wrong with a file, where, and how to fix it.
struct Diagnostic {
  std::string path;
  std::size_t line = 0;    // from 1; 0: the file as a whole
  std::size_t column = 0;  // from 1; 0: the line as a whole
  std::string what;
  std::string remedy;  // empty if there is no advice

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// One line without a full stop: "a.textproto:3:5: what is wrong (how to fix it)".
[[nodiscard]] std::string describe(const Diagnostic& diagnostic);

}  // namespace netioconf::corpora::files
