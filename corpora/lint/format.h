#pragma once

#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/files/diagnostic.h"
#include "oracle/model/trace.h"

// The form of committed scripts: `<folder>/<rule id>/<idea>.textproto`, one idea for each script. The
// first line states the idea. The rest has the canonical form that encode() and print() produce.
namespace netioconf::corpora::lint {

// The same script in canonical form. It is an error if the conversion would lose something: a comment
// after the head, a number that does not fit its member, an operation without a call. `path` is only
// used in diagnostics.
[[nodiscard]] std::expected<std::string, std::string> formatted(std::string_view text,
                                                                std::string_view path);

// Converts every .textproto below the folder to canonical form and returns the files that changed. If
// one cannot be converted, no file is changed.
[[nodiscard]] std::expected<std::vector<std::filesystem::path>, std::string> format_files(
    const std::filesystem::path& folder);

// The reasons why files below the folder must not be committed, sorted by file name.
[[nodiscard]] std::vector<files::Diagnostic> lint(const std::filesystem::path& folder,
                                                  std::span<const std::string_view> rule_ids);

struct NewScript {
  std::string rule;  // id: the folder
  std::string idea;  // in snake_case: the stem
  oracle::Script script;
  std::string words;  // the first line states the idea in one sentence
};

// Writes `<folder>/<rule>/<idea>.textproto` and returns its path. It is an error if lint() would
// refuse it, if the file exists, or if a script has the same content. The caller must check that the
// rule exists.
[[nodiscard]] std::expected<std::filesystem::path, std::string> add(const std::filesystem::path& folder,
                                                                    const NewScript& script);

}  // namespace netioconf::corpora::lint
