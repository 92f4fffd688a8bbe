#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace netioconf::conformance {

// A sentence that a rule relies on, or that a finding is about.
struct Watched {
  std::string id;  // of the rule or the finding
  std::string page;
  std::string section;
  std::uint64_t hash = 0;
  std::uint64_t before = 0;  // the sentence in front of it on its page; 0: none
  std::uint64_t after = 0;

  friend bool operator==(const Watched&, const Watched&) = default;
};

enum class Whereabouts : std::uint8_t {
  there,
  moved,    // to another section or page
  changed,  // another sentence stands in its place
  gone,
  no_page,
};

struct Seen {
  Watched watched;
  Whereabouts now = Whereabouts::there;
  std::string where;  // of one that moved: "CreateIpForwardEntry2, Remarks"

  friend bool operator==(const Seen&, const Seen&) = default;
};

// Reads oracle/sentences.tsv: a line each with id, page, section and three numbers, with tabs between;
// lines with a number sign in front are comments. The error is one line.
[[nodiscard]] std::expected<std::vector<Watched>, std::string> parse_watched(std::string_view text,
                                                                             std::string_view path);

// Looks for each sentence in the pages of a folder: NAME.md, where NAME is the page's in any case, with
// hyphens for underscores, and perhaps a word with a hyphen in front.
[[nodiscard]] std::expected<std::vector<Seen>, std::string> look_for(
    const std::vector<Watched>& watched, const std::filesystem::path& folder);

}  // namespace netioconf::conformance
