#include "conformance/search/sweep/spaces/depth_1.h"

#include <algorithm>
#include <array>

#include "conformance/search/sweep/spaces/arguments.h"
#include "conformance/search/sweep/spaces/calls.h"
#include "conformance/search/sweep/spaces/host_family.h"
#include "conformance/search/sweep/spaces/lookups.h"
#include "conformance/search/sweep/spaces/regions.h"
#include "conformance/search/values/values.h"
#include "corpora/codec/many.h"
#include "oracle/rules/examples.h"

namespace netioconf::conformance::search::sweep::spaces {
namespace {

using oracle::AnycastRow;
using oracle::BestRouteCall;
using oracle::Call;
using oracle::LinkRow;
using oracle::RouteRow;
using oracle::Script;

// A route from its creation to its deletion, with reads in between.
Region route_lives(const SharedHost& host, Combinations<RouteRow> rows) {
  const std::uint64_t size = rows.size();
  return {.size = size, .write = [host, rows = std::move(rows)](std::uint64_t number, Script& script) {
            const RouteRow row = rows.at(number);
            put(script, host, create(row), call(Call::get_route, row), best_route(row),
                call(Call::delete_route, row));
          }};
}

Region anycast_lives(const SharedHost& host, Combinations<AnycastRow> rows) {
  const std::uint64_t size = rows.size();
  return {.size = size, .write = [host, rows = std::move(rows)](std::uint64_t number, Script& script) {
            const AnycastRow row = rows.at(number);
            put(script, host, create(row), call(Call::get_anycast, row),
                call(Call::delete_anycast, row));
          }};
}

Region best_routes(const SharedHost& host, Combinations<BestRouteCall> calls) {
  const std::uint64_t size = calls.size();
  return {.size = size, .write = [host, calls = std::move(calls)](std::uint64_t number, Script& script) {
            put(script, host, calls.at(number));
          }};
}

// NULL instead of a row or a table.
Region null_arguments() {
  return over("NULL arguments", families_on_every_host(), [](const HostFamily& host_family) {
    return Region{.size = host_family.family == oracle::ipv4_family ? 10U : 0U,
                  .write = [host = host_family.host](std::uint64_t number, Script& script) {
                    if (number < 4) {
                      put(script, host, oracle::RouteCall{.call = route_calls[number], .row = {}});
                    } else if (number < 7) {
                      put(script, host,
                          oracle::AnycastCall{.call = anycast_calls[number - 4], .row = {}});
                    } else if (number == 7) {
                      put(script, host, oracle::LinkCall{});
                    } else {
                      const Call table = number == 8 ? Call::route_table : Call::anycast_table;
                      put(script, host, oracle::TableCall{.call = table, .null_table = true});
                    }
                  }};
  });
}

Region tables() {
  return over("tables", families_on_every_host(), [](const HostFamily& host_family) {
    const bool first = host_family.family == oracle::ipv4_family;
    return Region{.size = first ? 2 * values::families().size() : 0,
                  .write = [host = host_family.host, kinds = values::families()](std::uint64_t number,
                                                                                 Script& script) {
                    Digits digits{number};
                    const Call which = digits.take(2) == 0 ? Call::route_table : Call::anycast_table;
                    put(script, host, oracle::TableCall{.call = which, .family = digits.one_of(kinds)});
                  }};
  });
}

// Every family with every name of a link.
Region link_metrics() {
  return over("metrics of links", families_on_every_host(), [](const HostFamily& host_family) {
    std::vector<Region> parts;
    if (host_family.family != oracle::ipv4_family) return joined("", {});
    for (const std::uint16_t family : values::families()) {
      const auto rows = plain_and_singles(link_parameters(*host_family.host, family));
      parts.push_back({.size = rows.size(),
                       .write = [host = host_family.host, rows](std::uint64_t number, Script& script) {
                         put(script, host, oracle::LinkCall{.row = rows.at(number)});
                       }});
    }
    return joined("", std::move(parts));
  });
}

// On three hosts only, because a wait for callbacks from another thread takes long.
Region notifications() {
  std::vector<Region> parts;
  const std::vector<oracle::Host> hosts = {two_links(), {.ipv4 = false, .ipv6 = false}};
  for (const oracle::Host& host : hosts) {
    parts.push_back({.size = 2 * values::families().size(),
                     .write = [host = shared(host), kinds = values::families()](std::uint64_t number,
                                                                                Script& script) {
                       Digits digits{number};
                       oracle::NotifyCall notify;
                       notify.initial_notification = digits.take(2) == 1;
                       notify.family = digits.one_of(kinds);
                       const bool known = notify.family == 0 || oracle::is_ip(notify.family);
                       const bool notified = notify.initial_notification && known;
                       const oracle::CollectCall collect{.at_least = notified ? 1U : 0U};
                       if (!known) return put(script, host, notify, collect);
                       put(script, host, notify, collect, oracle::CancelCall{});
                     }});
  }
  return joined("notifications", std::move(parts));
}

// The previous contents of a row must not matter.
Region initializations() {
  return over("initialized rows", families_on_plain_host(), [](const HostFamily& host_family) {
    const auto rows = plain_and_singles(route_parameters(*host_family.host, host_family.family));
    return Region{.size = rows.size(),
                  .write = [host = host_family.host, rows](std::uint64_t number, Script& script) {
                    put(script, host, call(Call::initialize_route, rows.at(number)));
                  }};
  });
}

Region routes_with_one_member(std::string name, const std::vector<HostFamily>& host_families) {
  return over(std::move(name), host_families, [](const HostFamily& host_family) {
    const auto rows = plain_and_singles(route_parameters(*host_family.host, host_family.family));
    return joined("",
                  {route_lives(host_family.host, rows), lookups(host_family.host, route_lookups, rows)});
  });
}

Region anycasts_with_one_member(std::string name, const std::vector<HostFamily>& host_families) {
  return over(std::move(name), host_families, [](const HostFamily& host_family) {
    const auto rows = plain_and_singles(anycast_parameters(*host_family.host, host_family.family));
    return joined(
        "", {anycast_lives(host_family.host, rows), lookups(host_family.host, anycast_lookups, rows)});
  });
}

Region best_routes_with_one_member(std::string name, const std::vector<HostFamily>& host_families) {
  return over(std::move(name), host_families, [](const HostFamily& host_family) {
    return best_routes(host_family.host,
                       plain_and_singles(best_route_parameters(*host_family.host, host_family.family)));
  });
}

// The two members of a prefix.
Region routes_with_any_prefix() {
  return over("routes, address and length of the prefix", families_on_plain_host(),
              [](const HostFamily& host_family) {
                const auto parameters = route_parameters(*host_family.host, host_family.family);
                Combinations<RouteRow> rows{parameters};
                rows.add({position_of(*parameters, destination_member),
                          position_of(*parameters, length_member)});
                return route_lives(host_family.host, rows);
              });
}

// On every host: the name of the link with the members that decide whether the link is valid.
Region routes_with_link_and_key() {
  return over("routes, link and key", families_on_every_host(), [](const HostFamily& host_family) {
    const auto parameters = route_parameters(*host_family.host, host_family.family);
    Combinations<RouteRow> rows{parameters};
    const std::size_t link = position_of(*parameters, link_member);
    const std::size_t destination = position_of(*parameters, destination_member);
    const std::size_t next_hop = position_of(*parameters, next_hop_member);
    rows.add({link, destination});
    rows.add({link, next_hop});
    return route_lives(host_family.host, rows);
  });
}

Region anycasts_with_two_members() {
  return over("anycast addresses, two members", families_on_every_host(),
              [](const HostFamily& host_family) {
                return anycast_lives(host_family.host,
                                     pairs(anycast_parameters(*host_family.host, host_family.family)));
              });
}

Region best_routes_with_link_and_destination() {
  return over(
      "best routes, link and destination", families_on_every_host(), [](const HostFamily& host_family) {
        const auto parameters = best_route_parameters(*host_family.host, host_family.family);
        Combinations<BestRouteCall> calls{parameters};
        calls.add(
            {position_of(*parameters, link_member), position_of(*parameters, "DestinationAddress")});
        return best_routes(host_family.host, calls);
      });
}

bool is_prefix(std::string_view first, std::string_view second) {
  return first == destination_member && second == length_member;
}

bool is_link_and_key(std::string_view first, std::string_view second) {
  return first == link_member && (second == destination_member || second == next_hop_member);
}

// Without the pairs that have their own region.
Region routes_with_two_members() {
  return over(
      "routes, any other two members", families_on_plain_host(), [](const HostFamily& host_family) {
        const auto parameters = route_parameters(*host_family.host, host_family.family);
        const auto& members = parameters->members;
        Combinations<RouteRow> rows{parameters};
        for (std::size_t first = 0; first < members.size(); ++first) {
          for (std::size_t second = first + 1; second < members.size(); ++second) {
            const bool there_already = is_prefix(members[first].name, members[second].name) ||
                                       is_link_and_key(members[first].name, members[second].name);
            if (!there_already) rows.add({first, second});
          }
        }
        return route_lives(host_family.host, rows);
      });
}

// Two members that a rule compares, with a third that can make an exception.
Region routes_with_three_members() {
  return over("routes, three members", families_on_plain_host(), [](const HostFamily& host_family) {
    const auto parameters = route_parameters(*host_family.host, host_family.family);
    const auto position = [&](std::string_view name) { return position_of(*parameters, name); };
    Combinations<RouteRow> rows{parameters};
    rows.add({position(valid_member), position(preferred_member), position("Immortal")});
    rows.add({position(valid_member), position(preferred_member), position(site_prefix_member)});
    rows.add({position(length_member), position(next_hop_member), position(site_prefix_member)});
    return Region{.size = rows.size(),
                  .write = [host = host_family.host, rows](std::uint64_t number, Script& script) {
                    put(script, host, create(rows.at(number)));
                  }};
  });
}

// The examples on both sides of the boundary of every refusal, as in oracle/rules, with a read of the
// route table.
Region examples_of_rules() {
  auto scripts = std::make_shared<std::vector<Script>>();
  for (const oracle::rules::RuleExample& example : oracle::rules::examples()) {
    Script script{.host = example.host, .operations = example.before};
    script.operations.push_back(example.call);
    script.operations.emplace_back(oracle::TableCall{.call = Call::route_table});
    if (std::ranges::find(*scripts, script) == scripts->end()) scripts->push_back(std::move(script));
  }
  return {.name = "examples of rules",
          .size = scripts->size(),
          .write = [scripts](std::uint64_t number, Script& script) { script = (*scripts)[number]; }};
}

template <class CallOnRow>
void put_many(Script& script, const SharedHost& host, const CallOnRow& first, std::uint32_t count,
              Call table) {
  put(script, host);
  for (std::uint32_t number = 0; number < count; ++number)
    script.operations.push_back(corpora::codec::nth_of_many(first, number));
  script.operations.emplace_back(oracle::TableCall{.call = table});
}

// Tables with more rows than fit in 64, in eight bits and in 1024.
Region large_tables() {
  return over("large tables", families_on_plain_host(), [](const HostFamily& host_family) {
    static constexpr std::array<std::uint32_t, 3> counts = {70, 300, 1100};
    return Region{.size = 2 * counts.size(),
                  .write = [host_family](std::uint64_t number, Script& script) {
                    Digits digits{number};
                    const SharedHost& host = host_family.host;
                    const bool routes = digits.take(2) == 0;
                    const std::uint32_t count = digits.one_of(counts);
                    if (routes) {
                      RouteRow first = plain_route(*host, host_family.family);
                      first.destination.length = host_family.family == oracle::ipv4_family ? 28 : 64;
                      put_many(script, host, create(first), count, Call::route_table);
                    } else {
                      put_many(script, host, create(plain_anycast(*host, host_family.family)), count,
                               Call::anycast_table);
                    }
                  }};
  });
}

}  // namespace

std::vector<Region> regions_of_depth_1() {
  std::vector<Region> regions;
  const std::vector<HostFamily> here = families_on_plain_host();
  const std::vector<HostFamily> elsewhere = families_on_other_hosts();
  regions.push_back(null_arguments());
  regions.push_back(tables());
  regions.push_back(waiting(notifications()));
  regions.push_back(routes_with_one_member("routes, one member", here));
  regions.push_back(anycasts_with_one_member("anycast addresses, one member", here));
  regions.push_back(best_routes_with_one_member("best routes, one member", here));
  regions.push_back(initializations());
  regions.push_back(examples_of_rules());
  regions.push_back(routes_with_any_prefix());
  regions.push_back(routes_with_every_length());
  regions.push_back(routes_with_one_member("routes, one member, other hosts", elsewhere));
  regions.push_back(anycasts_with_one_member("anycast addresses, one member, other hosts", elsewhere));
  regions.push_back(best_routes_with_one_member("best routes, one member, other hosts", elsewhere));
  regions.push_back(link_metrics());
  regions.push_back(routes_with_link_and_key());
  regions.push_back(anycasts_with_two_members());
  regions.push_back(best_routes_with_link_and_destination());
  regions.push_back(routes_with_two_members());
  regions.push_back(routes_with_three_members());
  regions.push_back(large_tables());
  return regions;
}

}  // namespace netioconf::conformance::search::sweep::spaces
