#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/documents/watch.h"

namespace netioconf::conformance::documents {

// A sentence of a page: oracle/sentences.tsv.
struct PlacedSentence {
  std::string page;
  std::string section;
  unsigned number = 0;  // in the section, from 1
  std::uint64_t hash = 0;

  friend bool operator==(const PlacedSentence&, const PlacedSentence&) = default;
};

// A sentence that a rule or a finding relies on.
struct Cited {
  std::string id;  // of the rule or the finding
  std::string page;
  std::string section;
  unsigned number = 0;

  friend bool operator==(const Cited&, const Cited&) = default;
};

// Reads oracle/sentences.tsv. Each line has a page, a section, a decimal number and a hash, separated by
// tabs. Lines that start with a number sign are comments. The error is one line.
[[nodiscard]] std::expected<std::vector<PlacedSentence>, std::string> parse_sentences(
    std::string_view text, std::string_view path);

// Reads reports/findings/sentences.tsv in the same way: an id, a page, a section and a decimal number.
[[nodiscard]] std::expected<std::vector<Cited>, std::string> parse_cited(std::string_view text,
                                                                         std::string_view path);

// The cited sentences with their hashes and those of their neighbours. The error names a citation whose
// sentence is not in the table.
[[nodiscard]] std::expected<std::vector<Watched>, std::string> watched(
    const std::vector<Cited>& cited, const std::vector<PlacedSentence>& table);

// Lines as in oracle/sentences.tsv for a page that is cited by this name.
[[nodiscard]] std::string sentence_lines(std::string_view name, std::string_view page);

}  // namespace netioconf::conformance::documents
