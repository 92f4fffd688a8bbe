#pragma once

#include <expected>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace netioconf::reports::diff {

// A group of deviations as stored in a report.json.
struct StoredGroup {
  std::string rule;
  std::string reading;
  std::string function;
  std::string observed;
  std::uint64_t findings = 0;
  std::uint64_t new_findings = 0;
  std::vector<std::string> scripts;  // committed scripts in which it was observed, sorted
  std::string script;                // the shortest
  std::string path;                  // of its file; empty if it is in none
  std::string place;
  std::string replay;
  std::string call;     // at the place in the shortest script
  std::string allowed;  // statuses, joined by "or"
  std::string reply;
};

struct StoredScript {
  std::string name;
  std::string verdict;

  friend bool operator==(const StoredScript&, const StoredScript&) = default;
};

struct StoredReading {
  std::string question;
  std::string subject;
  bool decided = false;
  std::vector<std::string> answers;
};

// The parts of a report.json that are needed to compare two of them.
struct Stored {
  std::string path;
  std::string implementation;
  std::string profile;
  std::string command;
  std::string version;
  std::string outcome;
  std::vector<StoredGroup> groups;
  std::vector<StoredScript> scripts;  // committed scripts
  std::vector<StoredReading> readings;
  std::vector<std::string> rules;
  nlohmann::ordered_json whole;
};

// Reads the text of a report.json. The error is one line, "FILE:LINE: problem and fix". If a member is
// missing or has the wrong type, the error names the member instead of the line.
[[nodiscard]] std::expected<Stored, std::string> parse_stored(std::string_view text, std::string path);

}  // namespace netioconf::reports::diff
