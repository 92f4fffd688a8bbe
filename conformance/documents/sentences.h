#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace netioconf::conformance::documents {

// A sentence of a page, as its hash, so that no text of a page is stored.
struct Sentence {
  std::string section;  // "Return value"; "Introduction" before the first one
  std::uint64_t hash = 0;

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

// The hash of the words of a sentence. Markup, spaces and letter case do not change it.
[[nodiscard]] std::uint64_t hash_of(std::string_view sentence);

// A page in Markdown, cut into sentences. The sentences in a row of a table start with the row's first
// cell, because the row is about it.
struct CutSentence {
  std::string section;
  std::string words;
};
[[nodiscard]] std::vector<CutSentence> cut(std::string_view page);
[[nodiscard]] std::vector<Sentence> sentences_of(std::string_view page);

}  // namespace netioconf::conformance::documents
