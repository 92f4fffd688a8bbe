#include "oracle/model/samples.h"
#include "oracle/rules/call_rules.h"

// netioconf_advance, which makes lifetimes visible.
namespace netioconf::oracle::rules {
namespace {

constexpr Citation row_members{"MIB_IPFORWARD_ROW2", "Members"};

// A route that is valid for a minute, and the route table after so many seconds.
Trace read_after(std::uint32_t seconds, const std::optional<RouteRow>& seen) {
  const RouteRow row = a_short_lived_route();
  const Step read = seen ? table_of({*seen}) : no_table(Call::route_table, number::not_found);
  return trace_of({advanced(0), created(row), advanced(seconds), read});
}

RouteRow aged(std::uint32_t seconds) { return with(a_short_lived_route(), &RouteRow::age_s, seconds); }

constexpr PromiseWords expiry{
    .promise = Promise::exactly_one_change,
    .says = "a route exists until its valid lifetime has passed, and no longer",
    .reading = readings::last_moment.id,
    .examples = {{[](Call) { return read_after(59, std::nullopt); },
                  [](Call) { return read_after(59, aged(59)); }},
                 {[](Call) { return read_after(61, aged(61)); },
                  [](Call) { return read_after(61, std::nullopt); }}}};

constexpr auto effects =
    of_call(Call::advance_clock, std::to_array<Effect>({
                                     effect("clock.expiry", row_members[12], expiry),
                                 }));

}  // namespace

Effects advance_clock_effects() { return effects; }

}  // namespace netioconf::oracle::rules
