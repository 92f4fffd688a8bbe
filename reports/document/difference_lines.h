#pragma once

#include "reports/comparison.pb.h"
#include "reports/document/document.h"

namespace netioconf::reports::document {

// "emulated:literal and linux"
[[nodiscard]] std::string names_of(const Comparison& comparison,
                                   const google::protobuf::RepeatedField<std::uint32_t>& runs);

// "library:./libacme.so breaks route.metric"; for an ambiguity the sides: "emulated:literal against
// linux"
[[nodiscard]] std::string title_of(const Comparison& comparison, const DifferenceWords& difference);

// Whether these implementations break the rule of a difference.
[[nodiscard]] bool breaks_it(const DifferenceWords& difference, const AgreeingWords& agreeing);

// The description of a difference, with source and replay command.
[[nodiscard]] Description difference_lines(const Comparison& comparison,
                                           const DifferenceWords& difference);

}  // namespace netioconf::reports::document
