#include "conformance/search/sweep/spaces/arguments.h"
#include "conformance/search/sweep/spaces/calls.h"
#include "conformance/search/sweep/spaces/depth_2.h"
#include "conformance/search/sweep/spaces/row_variants.h"
#include "conformance/search/sweep/spaces/settings.h"

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
  return {.name = "", .size = size, .write = write};
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
  return {.name = "", .size = size, .write = write};
}

// An entry that is created, deleted and created again. It must not keep members of the deleted entry.
template <class Row>
Region re_creations(const SharedHost& host, const std::array<Call, 2>& create_and_delete,
                    Combinations<Row> rows) {
  const auto write = [host, create_and_delete, rows](std::uint64_t number, Script& script) {
    const auto [create_it, delete_it] = create_and_delete;
    Digits digits{number};
    const bool plain_first = digits.take(2) == 0;
    const Row& plain = rows.shape().plain;
    const Row other = rows.at(digits.take(rows.size()));
    const Row& first = plain_first ? plain : other;
    put(script, host, call(create_it, first), call(delete_it, first),
        call(create_it, plain_first ? other : plain));
  };
  return {.name = "", .size = 2 * rows.size(), .write = write};
}

// A lookup in an empty table.
template <class Row, std::size_t count>
Region lookups(const SharedHost& host, const std::array<Call, count>& calls, Combinations<Row> rows) {
  const std::uint64_t size = count * rows.size();
  const auto write = [host, calls, rows = std::move(rows)](std::uint64_t number, Script& script) {
    Digits digits{number};
    const Call which = calls[digits.take(count)];
    put(script, host, call(which, rows.at(digits.take(rows.size()))));
  };
  return {.name = "", .size = size, .write = write};
}

}  // namespace

Region two_route_calls_one_member() {
  return over("two calls on routes, one member", every_setting(), [](const HostFamily& setting) {
    const auto shape = route_shape(*setting.host, setting.family);
    return joined("", {two_calls(setting.host, plain(shape), route_calls, plain_and_singles(shape)),
                       two_calls(setting.host, one_way(shape), route_calls, plain(shape))});
  });
}

Region two_anycast_calls_one_member() {
  return over("two calls on anycast addresses, one member", every_setting(),
              [](const HostFamily& setting) {
                const auto shape = anycast_shape(*setting.host, setting.family);
                return joined(
                    "", {two_calls(setting.host, plain(shape), anycast_calls, plain_and_singles(shape)),
                         two_calls(setting.host, one_way(shape), anycast_calls, plain(shape))});
              });
}

Region re_created() {
  const auto settings = settings_on(shared(two_links()));
  return over("entries created, deleted and created again", settings, [](const HostFamily& setting) {
    return joined("", {re_creations(setting.host, {Call::create_route, Call::delete_route},
                                    one_way(route_shape(*setting.host, setting.family))),
                       re_creations(setting.host, {Call::create_anycast, Call::delete_anycast},
                                    one_way(anycast_shape(*setting.host, setting.family)))});
  });
}

Region route_call_among_two() {
  const auto settings = settings_on(shared(two_links()));
  return over("a call on routes with two routes present", settings, [](const HostFamily& setting) {
    return call_among_two(setting.host, route_variants(*setting.host, setting.family), route_calls,
                          plain_and_singles(route_shape(*setting.host, setting.family)));
  });
}

Region anycast_call_among_two() {
  const auto settings = settings_on(shared(two_links()));
  return over("a call on anycast addresses with two present", settings, [](const HostFamily& setting) {
    return call_among_two(setting.host, anycast_variants(*setting.host, setting.family), anycast_calls,
                          plain_and_singles(anycast_shape(*setting.host, setting.family)));
  });
}

Region two_route_calls_two_members() {
  const auto settings = settings_on(shared(two_links()));
  return over("two calls on routes, two members of one", settings, [](const HostFamily& setting) {
    const auto shape = route_shape(*setting.host, setting.family);
    return joined("", {two_calls(setting.host, plain(shape), route_calls, pairs(shape)),
                       two_calls(setting.host, pairs(shape), route_calls, plain(shape))});
  });
}

Region two_route_calls_one_member_each() {
  const auto settings = settings_on(shared(two_links()));
  return over("two calls on routes, one member of each", settings, [](const HostFamily& setting) {
    const auto rows = one_way(route_shape(*setting.host, setting.family));
    return two_calls(setting.host, rows, route_calls, rows);
  });
}

Region two_anycast_calls_two_members() {
  const auto settings = settings_on(shared(two_links()));
  return over("two calls on anycast addresses, two members", settings, [](const HostFamily& setting) {
    const auto shape = anycast_shape(*setting.host, setting.family);
    const auto ones = one_way(shape);
    return joined("", {two_calls(setting.host, plain(shape), anycast_calls, pairs(shape)),
                       two_calls(setting.host, pairs(shape), anycast_calls, plain(shape)),
                       two_calls(setting.host, ones, anycast_calls, ones)});
  });
}

Region lookups_of_routes_in_vain() {
  return over("lookups of missing routes, link and key", every_setting(), [](const HostFamily& setting) {
    const auto shape = route_shape(*setting.host, setting.family);
    Combinations<RouteRow> rows{shape};
    const std::size_t link = position_of(*shape, link_member);
    for (const std::string_view member : {destination_member, length_member, next_hop_member}) {
      rows.add({link, position_of(*shape, member)});
    }
    return lookups(setting.host, route_lookups, rows);
  });
}

Region lookups_of_anycasts_in_vain() {
  return over("lookups of missing anycast addresses, two members", every_setting(),
              [](const HostFamily& setting) {
                const auto rows = pairs(anycast_shape(*setting.host, setting.family));
                return lookups(setting.host, anycast_lookups, rows);
              });
}

}  // namespace netioconf::conformance::search::sweep::spaces
