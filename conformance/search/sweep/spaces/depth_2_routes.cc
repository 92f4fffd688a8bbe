#include "conformance/search/sweep/spaces/arguments.h"
#include "conformance/search/sweep/spaces/calls.h"
#include "conformance/search/sweep/spaces/depth_2.h"
#include "conformance/search/sweep/spaces/host_family.h"
#include "conformance/search/sweep/spaces/lookups.h"
#include "conformance/search/sweep/spaces/row_variants.h"

namespace netioconf::conformance::search::sweep::spaces {
namespace {

using oracle::AnycastRow;
using oracle::Call;
using oracle::RouteRow;
using oracle::Script;

// A creation and a call after it.
template <class Row, std::size_t count>
Region two_calls(const SharedHost& host, Combinations<Row> firsts, const std::array<Call, count>& calls,
                 Combinations<Row> seconds) {
  const std::uint64_t size = firsts.size() * count * seconds.size();
  const auto write = [host, firsts = std::move(firsts), calls, seconds = std::move(seconds)](
                         std::uint64_t number, Script& script) {
    Digits digits{number};
    const Call which = calls[digits.take(count)];
    const Row second = seconds.at(digits.take(seconds.size()));
    const Row first = firsts.at(digits.take(firsts.size()));
    put(script, host, create(first), call(which, second));
  };
  return {.size = size, .write = write};
}

// Two creations and a call after them.
template <class Row, std::size_t count>
Region call_among_two(const SharedHost& host, std::vector<Row> variants,
                      const std::array<Call, count>& calls, Combinations<Row> rows) {
  const std::uint64_t size = (variants.size() - 1) * count * rows.size();
  const auto write = [host, variants = std::move(variants), calls, rows = std::move(rows)](
                         std::uint64_t number, Script& script) {
    Digits digits{number};
    const Call which = calls[digits.take(count)];
    const Row& variant = variants[1 + digits.take(variants.size() - 1)];
    put(script, host, create(variants.front()), create(variant),
        call(which, rows.at(digits.take(rows.size()))));
  };
  return {.size = size, .write = write};
}

// An entry that is created, deleted and created again. It must not keep members of the deleted entry.
template <class Row>
Region re_creations(const SharedHost& host, const std::array<Call, 2>& create_and_delete,
                    Combinations<Row> rows) {
  const auto write = [host, create_and_delete, rows](std::uint64_t number, Script& script) {
    const auto [create_it, delete_it] = create_and_delete;
    Digits digits{number};
    const bool plain_first = digits.take(2) == 0;
    const Row& plain = rows.parameters().plain;
    const Row other = rows.at(digits.take(rows.size()));
    const Row& first = plain_first ? plain : other;
    put(script, host, call(create_it, first), call(delete_it, first),
        call(create_it, plain_first ? other : plain));
  };
  return {.size = 2 * rows.size(), .write = write};
}

}  // namespace

Region two_route_calls_one_member() {
  return over(
      "two calls on routes, one member", families_on_every_host(), [](const HostFamily& host_family) {
        const auto parameters = route_parameters(*host_family.host, host_family.family);
        return joined(
            "",
            {two_calls(host_family.host, plain(parameters), route_calls, plain_and_singles(parameters)),
             two_calls(host_family.host, one_way(parameters), route_calls, plain(parameters))});
      });
}

Region two_anycast_calls_one_member() {
  return over("two calls on anycast addresses, one member", families_on_every_host(),
              [](const HostFamily& host_family) {
                const auto parameters = anycast_parameters(*host_family.host, host_family.family);
                return joined("", {two_calls(host_family.host, plain(parameters), anycast_calls,
                                             plain_and_singles(parameters)),
                                   two_calls(host_family.host, one_way(parameters), anycast_calls,
                                             plain(parameters))});
              });
}

Region recreated() {
  const auto host_families = families_on(shared(two_links()));
  return over(
      "entries created, deleted and created again", host_families, [](const HostFamily& host_family) {
        return joined(
            "", {re_creations(host_family.host, {Call::create_route, Call::delete_route},
                              one_way(route_parameters(*host_family.host, host_family.family))),
                 re_creations(host_family.host, {Call::create_anycast, Call::delete_anycast},
                              one_way(anycast_parameters(*host_family.host, host_family.family)))});
      });
}

Region route_call_among_two() {
  const auto host_families = families_on(shared(two_links()));
  return over("a call on routes with two routes present", host_families,
              [](const HostFamily& host_family) {
                return call_among_two(
                    host_family.host, route_variants(*host_family.host, host_family.family), route_calls,
                    plain_and_singles(route_parameters(*host_family.host, host_family.family)));
              });
}

Region anycast_call_among_two() {
  const auto host_families = families_on(shared(two_links()));
  return over(
      "a call on anycast addresses with two present", host_families, [](const HostFamily& host_family) {
        return call_among_two(
            host_family.host, anycast_variants(*host_family.host, host_family.family), anycast_calls,
            plain_and_singles(anycast_parameters(*host_family.host, host_family.family)));
      });
}

Region two_route_calls_two_members() {
  const auto host_families = families_on(shared(two_links()));
  return over(
      "two calls on routes, two members of one", host_families, [](const HostFamily& host_family) {
        const auto parameters = route_parameters(*host_family.host, host_family.family);
        return joined("",
                      {two_calls(host_family.host, plain(parameters), route_calls, pairs(parameters)),
                       two_calls(host_family.host, pairs(parameters), route_calls, plain(parameters))});
      });
}

Region two_route_calls_one_member_each() {
  const auto host_families = families_on(shared(two_links()));
  return over("two calls on routes, one member of each", host_families,
              [](const HostFamily& host_family) {
                const auto rows = one_way(route_parameters(*host_family.host, host_family.family));
                return two_calls(host_family.host, rows, route_calls, rows);
              });
}

Region two_anycast_calls_two_members() {
  const auto host_families = families_on(shared(two_links()));
  return over(
      "two calls on anycast addresses, two members", host_families, [](const HostFamily& host_family) {
        const auto parameters = anycast_parameters(*host_family.host, host_family.family);
        const auto ones = one_way(parameters);
        return joined("",
                      {two_calls(host_family.host, plain(parameters), anycast_calls, pairs(parameters)),
                       two_calls(host_family.host, pairs(parameters), anycast_calls, plain(parameters)),
                       two_calls(host_family.host, ones, anycast_calls, ones)});
      });
}

Region lookups_of_missing_routes() {
  return over(
      "lookups of missing routes, link and key", families_on_every_host(),
      [](const HostFamily& host_family) {
        const auto parameters = route_parameters(*host_family.host, host_family.family);
        Combinations<RouteRow> rows{parameters};
        const std::size_t link = position_of(*parameters, link_member);
        for (const std::string_view member : {destination_member, length_member, next_hop_member}) {
          rows.add({link, position_of(*parameters, member)});
        }
        return lookups(host_family.host, route_lookups, rows);
      });
}

Region lookups_of_missing_anycasts() {
  return over("lookups of missing anycast addresses, two members", families_on_every_host(),
              [](const HostFamily& host_family) {
                const auto rows = pairs(anycast_parameters(*host_family.host, host_family.family));
                return lookups(host_family.host, anycast_lookups, rows);
              });
}

}  // namespace netioconf::conformance::search::sweep::spaces
