#include <array>

#include "conformance/search/sweep/spaces/arguments.h"
#include "conformance/search/sweep/spaces/calls.h"
#include "conformance/search/sweep/spaces/depth_2.h"
#include "conformance/search/sweep/spaces/host_family.h"

namespace netioconf::conformance::search::sweep::spaces {
namespace {

using oracle::AdvanceCall;
using oracle::Operation;
using oracle::RouteRow;

constexpr std::array<std::uint32_t, 7> valid_lifetimes_s = {
    1, 60, 3599, 3600, 86'400, oracle::infinite_lifetime_s - 1, oracle::infinite_lifetime_s};

// The seconds to the end of the lifetime: two, one, none, one too many.
constexpr std::array<std::uint32_t, 4> seconds_before_the_end = {2, 1, 0, 0xffffffff};

// The calls that show whether the route is there, and what is left of it.
std::array<Operation, 6> readings(const RouteRow& row) {
  return {call(oracle::Call::get_route, row),
          oracle::TableCall{.call = oracle::Call::route_table},
          best_route(row),
          create(row),
          call(oracle::Call::set_route, row),
          call(oracle::Call::delete_route, row)};
}

// A route that is created while the clock stands, and a call near the end of its lifetime.
Region near_the_end(const HostFamily& host_family) {
  const RouteRow plain = plain_route(*host_family.host, host_family.family);
  const std::size_t calls = readings(plain).size();
  const auto write = [host_family, plain, calls](std::uint64_t number, oracle::Script& script) {
    Digits digits{number};
    RouteRow row = plain;
    row.valid_lifetime_s = digits.one_of(valid_lifetimes_s);
    const std::uint32_t seconds = row.valid_lifetime_s - digits.one_of(seconds_before_the_end);
    row.preferred_lifetime_s = digits.take(2) == 0 ? 0 : row.valid_lifetime_s;
    row.immortal = static_cast<std::uint8_t>(digits.take(2));
    put(script, host_family.host, AdvanceCall{}, create(row), AdvanceCall{seconds},
        readings(row)[digits.take(calls)]);
  };
  return {.size = valid_lifetimes_s.size() * seconds_before_the_end.size() * 2 * 2 * calls,
          .write = write};
}

}  // namespace

Region routes_by_the_clock() {
  return over("a route near the end of its lifetime, by the clock", families_on_plain_host(),
              near_the_end);
}

}  // namespace netioconf::conformance::search::sweep::spaces
