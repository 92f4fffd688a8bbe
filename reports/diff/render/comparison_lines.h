#pragma once

#include <string>
#include <vector>

#include "reports/diff/comparison.h"
#include "reports/words/finding_lines.h"

// The description of a comparison, shared by all formats. All text is legible.
namespace netioconf::reports::diff::render {

// The names of the implementations. Equal names are distinguished by a number.
[[nodiscard]] std::vector<std::string> names_of(const Comparison& comparison);

// "emulated:literal and linux"
[[nodiscard]] std::string names_of(const Comparison& comparison, const std::vector<std::size_t>& runs);

// The description of a difference, with source and replay command.
[[nodiscard]] std::vector<words::Line> difference_lines(const Comparison& comparison,
                                                        const Difference& difference);

// "library:./libacme.so breaks route.metric"; for an ambiguity the sides: "emulated:literal against
// linux"
[[nodiscard]] std::string title_of(const Comparison& comparison, const Difference& difference);

// "7 times in 3 scripts and in generated scripts"
[[nodiscard]] std::string times_seen(const Difference& difference);

// "agree", "differ", or "empty" if there was nothing to compare.
[[nodiscard]] std::string_view outcome_word(const Comparison& comparison);

// The comparison in one line: "differ: 3 where some break a rule, 12 ambiguities in the documents".
[[nodiscard]] std::string verdict_text(const Comparison& comparison);

}  // namespace netioconf::reports::diff::render
