#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace google::protobuf {
class Descriptor;
}

namespace netioconf::corpora::readable {

// A text in which numbers replace addresses and prefixes, and long names the short ones, so that
// protobuf can parse it as a message of script.proto. Each line stays on its line.
struct Expanded {
  // Characters of the source and what replaces them.
  struct Replacement {
    std::size_t offset = 0;
    std::size_t size = 0;
    std::string text;
  };

  std::string text;
  std::vector<Replacement> replacements;  // in the order of their offsets

  // The place in the source that an offset in `text` comes from.
  [[nodiscard]] std::size_t offset_in_source(std::size_t offset) const;
};

struct WrongText {
  std::size_t offset = 0;  // of the wrong word
  std::string what;
  std::string remedy;
};

// Replaces what is written in readable form in the text of a message of this type. Everything else stays
// as it is, right or wrong. An error: an address or a prefix is wrong, or a member is set twice.
[[nodiscard]] std::expected<Expanded, WrongText> expand(std::string_view text,
                                                        const google::protobuf::Descriptor& type);

}  // namespace netioconf::corpora::readable
