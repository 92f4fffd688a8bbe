#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "corpora/files/diagnostic.h"

namespace netioconf::corpora::merge {

// The traces of several files of traces, each once. It keeps them in memory.
class TraceSet {
 public:
  // Adds what can be read of a file. The error is one line.
  [[nodiscard]] std::expected<void, std::string> add(const std::filesystem::path& file);

  // Writes one file for each implementation, system and date: <folder>/<name>.traces.gz, whose traces
  // are sorted by their scripts. A file is marked as complete if every file that
  // its traces come from was complete.
  [[nodiscard]] std::expected<void, std::string> write(const std::filesystem::path& folder) const;

  // The implementations that were recorded.
  [[nodiscard]] std::set<std::string> implementations() const;
  [[nodiscard]] std::size_t traces() const;
  // "FILE: ends in the middle of trace 3"
  [[nodiscard]] const std::vector<std::string>& cut_files() const { return cut_files_; }

 private:
  using Origin = std::array<std::string, 3>;  // implementation, system, date
  struct Recorded {
    std::set<std::pair<std::string, std::string>> traces;  // the script's name and the message
    bool is_complete = true;
  };

  std::map<Origin, Recorded> recorded_;
  std::vector<std::string> cut_files_;
};

}  // namespace netioconf::corpora::merge
