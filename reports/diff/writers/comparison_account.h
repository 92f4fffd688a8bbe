#pragma once

#include <string>
#include <vector>

#include "reports/words/account.h"
#include "reports/diff/comparison.h"

// What is said about a comparison, once for all formats. All text is legible.
namespace netioconf::reports {

// The names of the implementations; two of one name are told apart by a number.
[[nodiscard]] std::vector<std::string> names_of(const Comparison& comparison);

// "emulated:literal and linux"
[[nodiscard]] std::string names_of(const Comparison& comparison, const std::vector<std::size_t>& runs);

// All that is to be said about a difference, source and replay included.
[[nodiscard]] std::vector<Line> account_of(const Comparison& comparison, const Difference& difference);

// "library:./libacme.so breaks route.metric", "anycast.multicast answered by 2 against 1"
[[nodiscard]] std::string title_of(const Comparison& comparison, const Difference& difference);

// "7 times in 3 scripts and in generated scripts"
[[nodiscard]] std::string times_seen(const Difference& difference);

// "agree", "differ" or, where there was nothing to compare, "empty".
[[nodiscard]] std::string_view outcome_word(const Comparison& comparison);

// The comparison in one line: "differ: 3 rules broken by some, 12 ambiguities".
[[nodiscard]] std::string verdict_text(const Comparison& comparison);

}  // namespace netioconf::reports
