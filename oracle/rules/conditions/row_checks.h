#pragma once

#include "oracle/model/samples.h"
#include "oracle/rules/conditions/refusal.h"

// What every call checks of a row that names a link. A situation has `row`, nullptr if the caller passed
// NULL, and `link`, nullptr if the row names none.
namespace netioconf::oracle::rules::inline conditions {

template <class Situation>
using ExampleOf = CallExample<typename Situation::Arguments>;

template <class Example>
void unchanged(Example&) {}

template <class Example>
void name_link(Example& example, std::uint64_t luid, std::uint32_t index) {
  example.call.row = on(*example.call.row, luid, index);
}

template <class Situation>
[[nodiscard]] bool link_is_unspecified(const Situation& situation) {
  return situation.row != nullptr && situation.row->luid == 0 && situation.row->index == 0;
}

template <class Situation>
inline constexpr Check<Situation> null_row{
    .says = "a NULL row is refused",
    .applies = [](const Situation& situation) { return situation.row == nullptr; },
    .examples = {{[](ExampleOf<Situation>& example) { example.call.row.reset(); }, unchanged}}};

template <class Situation>
inline constexpr Check<Situation> link_unspecified{
    .says = "a row with neither LUID nor index is refused",
    .applies = link_is_unspecified<Situation>,
    .examples = {{[](ExampleOf<Situation>& example) { name_link(example, 0, 0); },
                  [](ExampleOf<Situation>& example) { name_link(example, 0, 1); }}}};

template <class Situation>
inline constexpr Check<Situation> link_known{
    .says = "a link that does not exist is not found",
    .applies =
        [](const Situation& situation) {
          return situation.row != nullptr && situation.link == nullptr &&
                 !link_is_unspecified(situation);
        },
    .examples = {{[](ExampleOf<Situation>& example) { name_link(example, first_luid + 1, 1); },
                  [](ExampleOf<Situation>& example) { name_link(example, first_luid, 99); }},
                 {[](ExampleOf<Situation>& example) { name_link(example, 0, 2); },
                  [](ExampleOf<Situation>& example) { name_link(example, 0, 1); }}}};

}  // namespace netioconf::oracle::rules::inline conditions
