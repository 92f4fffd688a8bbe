#include <optional>

#include "conformance/search/sweep/spaces/arguments.h"
#include "conformance/search/sweep/spaces/calls.h"
#include "conformance/search/sweep/spaces/depth_2.h"
#include "conformance/search/sweep/spaces/host_family.h"
#include "conformance/search/sweep/spaces/row_variants.h"

namespace netioconf::conformance::search::sweep::spaces {
namespace {

using oracle::AnycastRow;
using oracle::BestRouteCall;
using oracle::Call;
using oracle::KeptTableCall;
using oracle::RouteRow;
using oracle::Script;
using oracle::TableCall;

constexpr std::array<std::uint16_t, 3> table_families = {oracle::unspecified_family, oracle::ipv4_family,
                                                         oracle::ipv6_family};

// The calls for the best routes to the places of a family, on both links by each of their names and on
// any link.
std::vector<BestRouteCall> readings(const oracle::Host& host, std::uint16_t family) {
  const Places there = places(family);
  std::vector<BestRouteCall> calls;
  for (const oracle::SocketAddress& destination :
       {there.inside, there.second_inside, there.network, there.outside, there.far_away}) {
    BestRouteCall any;
    any.destination = destination;
    calls.push_back(any);
    for (const oracle::Link& link : host.links) {
      BestRouteCall call = any;
      call.luid = link.luid;
      calls.push_back(call);
    }
    any.index = host.links.back().index;
    calls.push_back(any);
  }
  return calls;
}

// Tables of two entries; NULL for the table where one entry exists.
template <class Row>
Region read(const SharedHost& host, Call which, std::vector<Row> rows) {
  const Region of_two = {.size = table_families.size() * rows.size(),
                         .write = [host, which, rows](std::uint64_t number, Script& script) {
                           Digits digits{number};
                           const TableCall table{.call = which, .family = digits.one_of(table_families)};
                           put(script, host, create(rows.front()), create(digits.one_of(rows)), table);
                         }};
  const Region of_none = {
      .size = table_families.size(),
      .write = [host, which, row = rows.front()](std::uint64_t number, Script& script) {
        put(script, host, create(row),
            TableCall{.call = which, .family = table_families[number], .null_table = true});
      }};
  return joined("", {of_two, of_none});
}

// A kept table does not change, and can be freed once.
template <class Row, std::size_t count>
Region kept(const SharedHost& host, Call table, std::vector<Row> rows,
            const std::array<Call, count>& calls) {
  const TableCall keep{.call = table, .keep = true};
  const Region read_again = {.size = count * rows.size(),
                             .write = [host, keep, rows, calls](std::uint64_t number, Script& script) {
                               Digits digits{number};
                               const Call which = calls[digits.take(count)];
                               put(script, host, create(rows.front()), keep,
                                   call(which, digits.one_of(rows)),
                                   KeptTableCall{.call = Call::reread_table});
                             }};
  const Region freed = {
      .size = rows.size() - 1,
      .write = [host, keep, rows = of_one_family(rows)](std::uint64_t number, Script& script) {
        put(script, host, create(rows[number]), keep, KeptTableCall{.call = Call::free_table},
            TableCall{.call = keep.call});
      }};
  return joined("", {read_again, freed});
}

}  // namespace

// Without pairs of link and destination, because depth 1 has them on every host.
Region best_routes_without_routes() {
  return over("best routes without any route, two members", families_on_plain_host(),
              [](const HostFamily& host_family) {
                const auto parameters = best_route_parameters(*host_family.host, host_family.family);
                Combinations<BestRouteCall> calls{parameters};
                for (std::size_t first = 0; first < parameters->members.size(); ++first) {
                  for (std::size_t second = std::max<std::size_t>(first + 1, 2);
                       second < parameters->members.size(); ++second) {
                    calls.add({first, second});
                  }
                }
                return Region{
                    .size = calls.size(),
                    .write = [host = host_family.host, calls](std::uint64_t number, Script& script) {
                      put(script, host, calls.at(number));
                    }};
              });
}

Region best_routes_to_one() {
  return over("best routes with one route", families_on_every_host(), [](const HostFamily& host_family) {
    const RouteRow row = plain_route(*host_family.host, host_family.family);
    const auto calls = plain_and_singles(best_route_parameters(*host_family.host, host_family.family));
    return Region{.size = calls.size(),
                  .write = [host = host_family.host, row, calls](std::uint64_t number, Script& script) {
                    put(script, host, create(row), calls.at(number));
                  }};
  });
}

Region best_routes_among_two() {
  const auto host_families = families_on(shared(two_links()));
  return over("best routes with two competing routes", host_families, [](const HostFamily& host_family) {
    const auto rows = competing_routes(*host_family.host, host_family.family);
    const auto calls = readings(*host_family.host, host_family.family);
    const auto write = [host = host_family.host, rows, calls](std::uint64_t number, Script& script) {
      Digits digits{number};
      const BestRouteCall& best = digits.one_of(calls);
      const RouteRow& first = digits.one_of(rows);
      put(script, host, create(first), create(digits.one_of(rows)), best);
    };
    return Region{.size = calls.size() * rows.size() * rows.size(), .write = write};
  });
}

Region tables_of_two() {
  const auto host_families = families_on(shared(two_links()));
  return over("tables of two entries", host_families, [](const HostFamily& host_family) {
    return joined("", {read(host_family.host, Call::route_table,
                            route_variants(*host_family.host, host_family.family)),
                       read(host_family.host, Call::anycast_table,
                            anycast_variants(*host_family.host, host_family.family))});
  });
}

Region tables_kept() {
  const auto host_families = families_on(shared(two_links()));
  return over("tables kept while entries change", host_families, [](const HostFamily& host_family) {
    return joined("", {kept(host_family.host, Call::route_table,
                            route_variants(*host_family.host, host_family.family), route_calls),
                       kept(host_family.host, Call::anycast_table,
                            anycast_variants(*host_family.host, host_family.family), anycast_calls)});
  });
}

// An entry must not appear in the table of the other kind, nor change with an entry of the other kind.
Region routes_beside_anycasts() {
  const auto host_families = families_on(shared(two_links()));
  return over(
      "routes together with anycast addresses", host_families, [](const HostFamily& host_family) {
        const auto routes = of_one_family(route_variants(*host_family.host, host_family.family));
        const auto anycasts = of_one_family(anycast_variants(*host_family.host, host_family.family));
        const Region a_route_first = {
            .size = anycast_calls.size() * anycasts.size() * routes.size(),
            .write = [host = host_family.host, routes, anycasts](std::uint64_t number, Script& script) {
              Digits digits{number};
              const Call which = anycast_calls[digits.take(anycast_calls.size())];
              const AnycastRow& anycast = digits.one_of(anycasts);
              put(script, host, create(digits.one_of(routes)), call(which, anycast),
                  TableCall{.call = Call::route_table}, TableCall{.call = Call::anycast_table});
            }};
        const Region an_anycast_first = {
            .size = route_calls.size() * anycasts.size() * routes.size(),
            .write = [host = host_family.host, routes, anycasts](std::uint64_t number, Script& script) {
              Digits digits{number};
              const Call which = route_calls[digits.take(route_calls.size())];
              const RouteRow& route = digits.one_of(routes);
              put(script, host, create(digits.one_of(anycasts)), call(which, route),
                  TableCall{.call = Call::anycast_table}, TableCall{.call = Call::route_table});
            }};
        return joined("", {a_route_first, an_anycast_first});
      });
}

}  // namespace netioconf::conformance::search::sweep::spaces
