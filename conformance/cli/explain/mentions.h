#pragma once

#include <set>
#include <string_view>

namespace netioconf::conformance::cli::explain {

// Whether the text contains the word, regardless of capitals.
[[nodiscard]] bool contains_word(std::string_view text, std::string_view word);

// Whether the name is that of the member, of a part of it or of the whole: "DestinationPrefix" and
// "PrefixLength" are names of "DestinationPrefix.PrefixLength".
[[nodiscard]] bool names_member(std::string_view name, std::string_view member);

// Whether the text mentions the member or the parameter: "PreferredLifetime" or "preferred lifetime",
// and "LUID" for InterfaceLuid.
[[nodiscard]] bool mentions(std::string_view text, std::string_view name);
// The same for the last word of the name: "context" for CallerContext.
[[nodiscard]] bool mentions_last_word(std::string_view text, std::string_view name);

// The ids of the rules with an example that differs from its counterpart in this member or parameter.
[[nodiscard]] std::set<std::string_view> rules_by_examples(std::string_view name);

}  // namespace netioconf::conformance::cli::explain
