#pragma once

#include "oracle/rules/promises/promise.h"
#include "oracle/rules/promises/sample_entries.h"

// What a call that adds, changes or deletes an entry promises.
namespace netioconf::oracle::rules::inline promises::promised {

// `says` what the table contains after success.
[[nodiscard]] consteval PromiseWords takes_effect(std::string_view says) {
  return {.promise = Promise::takes_effect,
          .says = says,
          .examples = {{[](Call call) {
                          return called(call, {success(call), table(call, {.own = deletes(call)})});
                        },
                        [](Call call) {
                          return called(call, {success(call), table(call, {.own = !deletes(call)})});
                        }}}};
}

inline constexpr PromiseWords unchanged_on_failure{
    .promise = Promise::unchanged_on_failure,
    .says = "a call that fails changes nothing",
    .follows_from = "no page says what a call that fails leaves in the table",
    .examples = {
        {[](Call call) {
           return called(call, {not_found(call, second_luid, 2), table(call, {.own = creates(call)})});
         },
         [](Call call) {
           return called(call, {not_found(call, second_luid, 2), table(call, {.own = !creates(call)})});
         }}}};

inline constexpr PromiseWords exactly_one_change{
    .promise = Promise::exactly_one_change,
    .says = "a call that succeeds changes only its own entry",
    .follows_from = "the page says only what happens to that entry",
    .examples = {{[](Call call) {
                    return called(call,
                                  {success(call), table(call, {.own = !deletes(call), .other = 0})});
                  },
                  [](Call call) {
                    return called(call, {success(call), table(call, {.own = !deletes(call)})});
                  }}}};

// Also promised by the calls that only read. No link has the index 2.
inline constexpr PromiseWords luid_first{
    .promise = Promise::luid_first,
    .says = "a non-zero LUID names the link, whatever the index is",
    .examples = {{[](Call call) { return called(call, {not_found(call, first_luid, 2)}); },
                  [](Call call) { return called(call, {success(call, 2)}); }}}};

inline constexpr PromiseWords row_untouched{
    .promise = Promise::row_untouched,
    .says = "the call reads the caller's row and does not write to it",
    .examples = {{[](Call call) {
                    Step step = success(call, 0);
                    step.reply = success(call, 1).reply;  // the call completed the names of the link
                    return called(call, {step});
                  },
                  [](Call call) { return called(call, {success(call, 0)}); }}}};

}  // namespace netioconf::oracle::rules::inline promises::promised
