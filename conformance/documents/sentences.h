#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace netioconf::conformance {

// A sentence of a page, as its number: no page is kept anywhere.
struct Sentence {
  std::string section;  // "Return value"; "Introduction" before the first one
  std::uint64_t hash = 0;

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

// The same for every writing of the same words: what only marks them up, spaces and letter case don't
// count.
[[nodiscard]] std::uint64_t hash_of(std::string_view sentence);

// A page in Markdown, cut into sentences. A row of a table gives each of its sentences the first cell,
// since that is what it is about.
struct CutSentence {
  std::string section;
  std::string words;
};
[[nodiscard]] std::vector<CutSentence> cut(std::string_view page);
[[nodiscard]] std::vector<Sentence> sentences_of(std::string_view page);

}  // namespace netioconf::conformance
