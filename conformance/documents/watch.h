#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace netioconf::conformance::documents {

// A sentence that a rule or a finding relies on.
struct Watched {
  std::string id;  // of the rule or the finding
  std::string page;
  std::string section;
  std::uint64_t hash = 0;
  std::uint64_t before = 0;  // the sentence before it on its page; 0: none
  std::uint64_t after = 0;

  friend bool operator==(const Watched&, const Watched&) = default;
};

enum class SentenceState : std::uint8_t {
  there,
  moved,    // to another section or page
  changed,  // replaced by another sentence
  gone,
  no_page,
};

struct Seen {
  Watched watched;
  SentenceState now = SentenceState::there;
  std::string where;  // of a moved sentence, as "CreateIpForwardEntry2, Remarks"

  friend bool operator==(const Seen&, const Seen&) = default;
};

// Looks for each sentence in the pages of a folder. A page is NAME.md, where NAME is the name of the
// page in any case, with hyphens or underscores, and optionally with a word and a hyphen before it.
[[nodiscard]] std::expected<std::vector<Seen>, std::string> look_for(
    const std::vector<Watched>& watched, const std::filesystem::path& folder);

}  // namespace netioconf::conformance::documents
