#include "conformance/search/sweep/spaces/arguments.h"
#include "conformance/search/sweep/spaces/calls.h"
#include "conformance/search/sweep/spaces/host_family.h"
#include "conformance/search/sweep/spaces/regions.h"
#include "conformance/search/sweep/spaces/row_variants.h"

namespace netioconf::conformance::search::sweep::spaces {
namespace {

using oracle::AnycastRow;
using oracle::BestRouteCall;
using oracle::Call;
using oracle::RouteRow;
using oracle::Script;

// A creation and any two calls after it, with one member changed in each.
template <class Row, std::size_t count>
Region two_calls_after(const SharedHost& host, const Row& first, const std::array<Call, count>& calls,
                       Combinations<Row> rows) {
  const std::uint64_t size = count * count * rows.size() * rows.size();
  const auto write = [host, first, calls, rows = std::move(rows)](std::uint64_t number, Script& script) {
    Digits digits{number};
    const Call second = calls[digits.take(count)];
    const Row second_row = rows.at(digits.take(rows.size()));
    const Call third = calls[digits.take(count)];
    const Row third_row = rows.at(digits.take(rows.size()));
    put(script, host, create(first), call(second, second_row), call(third, third_row));
  };
  return {.size = size, .write = write};
}

// Two creations and any two calls after them, all with rows that are almost the same.
template <class Row, std::size_t count>
Region two_calls_among_variants(const SharedHost& host, std::vector<Row> rows,
                                const std::array<Call, count>& calls) {
  const std::uint64_t number_of_rows = rows.size();
  const std::uint64_t size = count * count * number_of_rows * number_of_rows * number_of_rows;
  const auto write = [host, rows = std::move(rows), calls](std::uint64_t number, Script& script) {
    Digits digits{number};
    const Call third = calls[digits.take(count)];
    const Row& third_row = digits.one_of(rows);
    const Call fourth = calls[digits.take(count)];
    const Row& fourth_row = digits.one_of(rows);
    put(script, host, create(rows.front()), create(digits.one_of(rows)), call(third, third_row),
        call(fourth, fourth_row));
  };
  return {.size = size, .write = write};
}

Region anycasts_in_threes() {
  return over("three calls on anycast addresses, one member of each", families_on(shared(two_links())),
              [](const HostFamily& host_family) {
                return two_calls_after(
                    host_family.host, plain_anycast(*host_family.host, host_family.family),
                    anycast_calls, one_way(anycast_parameters(*host_family.host, host_family.family)));
              });
}

Region routes_in_threes() {
  return over("three calls on routes, one member of each", families_on(shared(two_links())),
              [](const HostFamily& host_family) {
                return two_calls_after(host_family.host,
                                       plain_route(*host_family.host, host_family.family), route_calls,
                                       one_way(route_parameters(*host_family.host, host_family.family)));
              });
}

Region anycast_variants_in_fours() {
  return over("calls on two anycast addresses that are almost the same",
              families_on_hosts_with_two_links(), [](const HostFamily& host_family) {
                return two_calls_among_variants(host_family.host,
                                                anycast_variants(*host_family.host, host_family.family),
                                                anycast_calls);
              });
}

Region route_variants_in_fours() {
  return over("calls on two routes that are almost the same", families_on_hosts_with_two_links(),
              [](const HostFamily& host_family) {
                return two_calls_among_variants(host_family.host,
                                                route_variants(*host_family.host, host_family.family),
                                                route_calls);
              });
}

// The best route among three competing routes.
Region best_routes_among_three() {
  return over(
      "best routes with three competing routes", families_on(shared(two_links())),
      [](const HostFamily& host_family) {
        const auto rows = competing_routes(*host_family.host, host_family.family);
        BestRouteCall from_any;
        from_any.destination = places(host_family.family).inside;
        BestRouteCall from_first = from_any;
        from_first.luid = rows.front().luid;
        const std::vector<BestRouteCall> calls = {from_any, from_first};
        const auto write = [host = host_family.host, rows, calls](std::uint64_t number, Script& script) {
          Digits digits{number};
          const BestRouteCall& best = digits.one_of(calls);
          const RouteRow& first = digits.one_of(rows);
          const RouteRow& second = digits.one_of(rows);
          put(script, host, create(first), create(second), create(digits.one_of(rows)), best);
        };
        return Region{.size = calls.size() * rows.size() * rows.size() * rows.size(), .write = write};
      });
}

}  // namespace

std::vector<Region> regions_of_depth_3() {
  std::vector<Region> regions;
  regions.push_back(anycast_variants_in_fours());
  regions.push_back(route_variants_in_fours());
  regions.push_back(best_routes_among_three());
  regions.push_back(anycasts_in_threes());
  regions.push_back(routes_in_threes());
  return regions;
}

}  // namespace netioconf::conformance::search::sweep::spaces
