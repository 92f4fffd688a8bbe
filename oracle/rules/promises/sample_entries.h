#pragma once

#include "oracle/model/calls.h"
#include "oracle/model/steps.h"

// Steps with two sample entries of the table that a call changes or reads: the own entry is the subject
// of the call, the other one has another family.
namespace netioconf::oracle::rules::inline promises {

// The own entries. The next hop of the route is all zeros, which may be read as no address only if it
// was passed so.
[[nodiscard]] RouteRow own_route();
[[nodiscard]] AnycastRow own_anycast();

// The entries that the call needs, followed by these steps.
[[nodiscard]] Trace called(Call call, const Steps& steps);

// The call succeeds with the own entry. The LUID names its link; the index may name another one.
[[nodiscard]] Step success(Call call, std::uint32_t index = 1);
[[nodiscard]] Step not_found(Call call, std::uint64_t luid, std::uint32_t index);

// How often a table contains the entries.
struct Shown {
  int own = 1;
  int other = 1;
};
[[nodiscard]] Step table(Call call, Shown shown, std::uint16_t family = unspecified_family);
[[nodiscard]] std::uint16_t family_of_own(Call call);

// The trace in which the call, or Get if the call returns no row, returns the own entry as this row.
[[nodiscard]] Trace read_as(Call call, const RouteRow& seen);
[[nodiscard]] Trace read_as(Call call, const AnycastRow& seen);
// As the own entry, but with this index.
[[nodiscard]] Trace read_with_index(Call call, std::uint32_t index);

}  // namespace netioconf::oracle::rules::inline promises
