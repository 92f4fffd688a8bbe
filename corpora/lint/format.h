#pragma once

#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/files/complaint.h"
#include "oracle/model/trace.h"

// The form in which scripts are committed: `<folder>/<rule id>/<idea>.textproto`, one idea each, said in
// the first line, all else in the one way that encode() and print() have.
namespace netioconf::corpora {

// The same script in canonical form. A text that can't be brought into it without loss (a comment behind
// the head, a number that its member can't hold, an operation without a call) is an error. `path` only
// names the text in complaints.
[[nodiscard]] std::expected<std::string, Unreadable> formatted(std::string_view text,
                                                               std::string_view path);

// Brings every .textproto below the folder into canonical form and gives those that changed. Nothing is
// changed if one can't be.
[[nodiscard]] std::expected<std::vector<std::filesystem::path>, Unreadable> format_files(
    const std::filesystem::path& folder);

// What keeps the files below the folder from being committed, in the order of names.
[[nodiscard]] std::vector<Complaint> lint(const std::filesystem::path& folder,
                                          std::span<const std::string_view> rule_ids);

struct NewScript {
  std::string rule;  // id: the folder
  std::string idea;  // in snake_case: the stem
  oracle::Script script;
  std::string words;  // the first line says the idea in one sentence
};

// Writes `<folder>/<rule>/<idea>.textproto` and gives its path. What lint() would complain of is an
// error, so is a file that exists or a script with the same content; only whether the rule exists is up
// to the caller.
[[nodiscard]] std::expected<std::filesystem::path, Unreadable> add(const std::filesystem::path& folder,
                                                                   const NewScript& script);

}  // namespace netioconf::corpora
