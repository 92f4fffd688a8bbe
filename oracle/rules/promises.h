#pragma once

#include <array>
#include <span>
#include <string_view>

#include "oracle/model/rule.h"
#include "oracle/readings/questions.h"

// The rules that are not refusals. Calls share the words of most promises.
namespace netioconf::oracle::rules {

struct PromiseWords {
  Promise promise;
  std::string_view says;
  std::string_view reading = "";
  Kind kind = Kind::effect;
};

[[nodiscard]] consteval Rule effect(std::string_view id, Citation source, PromiseWords words) {
  return {.id = id,
          .kind = words.kind,
          .source = source,
          .says = words.says,
          .reading = words.reading,
          .promise = words.promise};
}

namespace promised {

inline constexpr PromiseWords unchanged_on_failure{Promise::unchanged_on_failure,
                                                   "a call that fails changes nothing"};
inline constexpr PromiseWords exactly_one_change{Promise::exactly_one_change,
                                                 "a call that succeeds changes only its own entry"};
inline constexpr PromiseWords luid_first{Promise::luid_first,
                                         "a non-zero LUID names the link, whatever the index is"};
inline constexpr PromiseWords row_untouched{Promise::row_untouched,
                                            "the call reads the caller's row and does not write to it"};
inline constexpr PromiseWords both_identifiers{
    Promise::both_identifiers, "a row that is read names the link by its LUID and by its index"};
inline constexpr PromiseWords key_members{
    Promise::key_members, "a row that is read has the destination and next hop of its route"};
inline constexpr PromiseWords keeps_members{
    Promise::keeps_members,
    "a route has the lifetimes, site prefix, protocol and flags that the caller set",
    readings::flags_read_back.id};
inline constexpr PromiseWords metric{Promise::metric, "Metric is an offset to the metric of the link",
                                     readings::metric_read_back.id};
inline constexpr PromiseWords age{
    Promise::age, "Age is the time since the route was added or modified; the caller's value is ignored",
    "", Kind::ignored};
inline constexpr PromiseWords origin{
    Promise::origin, "the stack sets Origin; the caller's value is ignored", "", Kind::ignored};
inline constexpr PromiseWords scope_id{
    Promise::scope_id, "ScopeId is the link's; the caller's value is ignored", "", Kind::ignored};
inline constexpr PromiseWords readable{Promise::readable,
                                       "a table contains as many rows as its NumEntries says"};
inline constexpr PromiseWords complete{Promise::complete,
                                       "a table contains every entry and no other row"};
inline constexpr PromiseWords only_its_family{
    Promise::only_its_family, "a table for a family contains only entries of that family"};
inline constexpr PromiseWords each_entry_once{Promise::each_entry_once,
                                              "a table contains each entry once"};

}  // namespace promised

}  // namespace netioconf::oracle::rules
