#include "fuzz/mutators/script_mutators.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "fuzz/mutators/boundary_values.h"
#include "fuzz/mutators/field_mutators.h"
#include "oracle/model/address.h"

namespace netioconf::fuzz::mutators {
namespace {

using oracle::Call;
using oracle::Operation;
using oracle::Script;

constexpr Call route_calls[] = {Call::create_route, Call::create_route, Call::create_route,
                                Call::set_route,    Call::set_route,    Call::get_route,
                                Call::get_route,    Call::delete_route, Call::initialize_route};
constexpr Call anycast_calls[] = {Call::create_anycast, Call::create_anycast, Call::get_anycast,
                                  Call::delete_anycast};

void insert(Script& script, std::size_t place, Operation operation) {
  script.operations.insert(script.operations.begin() + static_cast<std::ptrdiff_t>(place),
                           std::move(operation));
}

// Prefers the end of the script, where the state contains the results of all earlier operations.
std::size_t some_place(Chance& chance, const Script& script) {
  const std::size_t count = script.operations.size();
  return chance.one_in(3) ? chance.below(count + 1) : count;
}

template <class Kind, class Container>
std::vector<Kind*> all_of(Container& operations) {
  std::vector<Kind*> found;
  for (auto& operation : operations) {
    if (auto* call = std::get_if<Kind>(&operation)) found.push_back(call);
  }
  return found;
}

// The row of one of the script's route calls, if there is one.
std::optional<oracle::RouteRow> some_row_of(Chance& chance, Script& script) {
  const auto calls = all_of<oracle::RouteCall>(script.operations);
  if (calls.empty()) return std::nullopt;
  return chance.pick(calls)->row;
}

oracle::BestRouteCall some_best_route(Chance& chance, Script& script) {
  const auto row = some_row_of(chance, script);
  const LinkName link = some_link(chance, script.host);
  oracle::BestRouteCall call;
  if (chance.one_in(2)) {
    if (link.luid != 0) call.luid = link.luid;
    call.index = link.index;
  }
  call.destination =
      row ? row->destination.address
          : some_address(chance, chance.one_in(2) ? oracle::ipv4_family : oracle::ipv6_family);
  if (chance.one_in(2)) call.destination = beside(chance, *call.destination);
  return call;
}

Operation some_operation(Chance& chance, Script& script) {
  const oracle::Host& host = script.host;
  switch (chance.below(16)) {
    case 0:
    case 1:
    case 2:
      return oracle::AnycastCall{.call = chance.pick(anycast_calls), .row = some_anycast(chance, host)};
    case 3:
      return oracle::TableCall{
          .call = chance.one_in(3) ? Call::anycast_table : Call::route_table,
          .family = chance.one_in(4) ? some_family(chance) : oracle::unspecified_family,
          .keep = chance.one_in(3)};
    case 4:
    case 5:
      return some_best_route(chance, script);
    case 6: {
      const LinkName link = some_link(chance, host);
      return oracle::LinkCall{
          oracle::LinkRow{.family = chance.one_in(2) ? oracle::ipv4_family : oracle::ipv6_family,
                          .luid = link.luid,
                          .index = link.index}};
    }
    case 7:
      return oracle::NotifyCall{.family = chance.one_in(3) ? some_family(chance) : std::uint16_t{0},
                                .initial_notification = chance.one_in(2)};
    case 8:
      return oracle::CollectCall{static_cast<std::uint32_t>(chance.below(2))};
    case 9:
      if (chance.one_in(3)) return oracle::CancelCall{static_cast<std::uint32_t>(chance.below(2))};
      return oracle::KeptTableCall{chance.one_in(2) ? Call::free_table : Call::reread_table,
                                   static_cast<std::uint32_t>(chance.below(2))};
    default:
      return oracle::RouteCall{.call = chance.pick(route_calls), .row = some_route(chance, host)};
  }
}

void name_link(const LinkName& link, oracle::Operation& operation) {
  if (auto* route = std::get_if<oracle::RouteCall>(&operation); route != nullptr && route->row) {
    route->row->luid = link.luid;
    route->row->index = link.index;
  }
  if (auto* anycast = std::get_if<oracle::AnycastCall>(&operation); anycast != nullptr && anycast->row) {
    anycast->row->luid = link.luid;
    anycast->row->index = link.index;
  }
}

}  // namespace

void add_operation(Chance& chance, Script& script) {
  Operation operation = some_operation(chance, script);
  if (chance.one_in(3)) nudge(chance, script.host, operation);
  insert(script, some_place(chance, script), std::move(operation));
}

void begin_anew(Chance& chance, Script& script) {
  script = {.name = "", .host = oracle::plain_host(), .operations = {}};
  if (chance.one_in(4)) script.host = some_host(chance);
  if (chance.one_in(4)) {
    script.operations.emplace_back(oracle::AnycastCall{.row = some_anycast(chance, script.host)});
  } else {
    script.operations.emplace_back(oracle::RouteCall{.row = some_route(chance, script.host)});
  }
  if (chance.one_in(4)) nudge(chance, script.host, script.operations.front());
  do {
    echo_operation(chance, script);
  } while (chance.one_in(4));
}

void echo_operation(Chance& chance, Script& script) {
  if (script.operations.empty()) return add_operation(chance, script);
  const std::size_t place = chance.below(script.operations.size());
  Operation echo = script.operations[place];
  if (auto* route = std::get_if<oracle::RouteCall>(&echo)) route->call = chance.pick(route_calls);
  if (auto* anycast = std::get_if<oracle::AnycastCall>(&echo))
    anycast->call = chance.pick(anycast_calls);
  if (chance.one_in(2)) nudge(chance, script.host, echo);
  insert(script, chance.one_in(2) ? place + 1 : script.operations.size(), std::move(echo));
}

void renew_operation(Chance& chance, Script& script) {
  const auto routes = all_of<oracle::RouteCall>(script.operations);
  const auto anycasts = all_of<oracle::AnycastCall>(script.operations);
  Operation again;
  Operation deletion;
  if (!routes.empty() && (anycasts.empty() || chance.one_in(2))) {
    oracle::RouteCall call = *chance.pick(routes);
    call.call = Call::create_route;
    again = call;
    call.call = Call::delete_route;
    deletion = call;
  } else if (!anycasts.empty()) {
    oracle::AnycastCall call = *chance.pick(anycasts);
    call.call = Call::create_anycast;
    again = call;
    call.call = Call::delete_anycast;
    deletion = call;
  } else {
    return add_operation(chance, script);
  }
  if (!chance.one_in(4)) nudge(chance, script.host, again);
  script.operations.push_back(std::move(deletion));
  script.operations.push_back(std::move(again));
}

void nest_route(Chance& chance, Script& script) {
  std::optional<oracle::RouteRow> row = some_row_of(chance, script);
  if (!row) return add_operation(chance, script);
  oracle::BestRouteCall best{.destination = row->destination.address};
  if (chance.one_in(2)) best.luid = row->luid;
  row->destination.length = length_beside(chance, row->destination.length);
  row->destination.address = oracle::masked(row->destination.address, row->destination.length);
  if (chance.one_in(2)) row->metric = beside(chance, row->metric);
  script.operations.emplace_back(oracle::RouteCall{.row = row});
  script.operations.emplace_back(best);
}

void nudge_operation(Chance& chance, Script& script) {
  if (script.operations.empty()) return add_operation(chance, script);
  nudge(chance, script.host, chance.pick(script.operations));
}

void relink_operation(Chance& chance, Script& script) {
  if (script.operations.empty()) return add_operation(chance, script);
  const LinkName link =
      chance.one_in(4) ? any_link(chance, script.host) : some_link(chance, script.host);
  name_link(link, chance.pick(script.operations));
}

void rearrange_operations(Chance& chance, Script& script) {
  if (script.operations.empty()) return;
  const std::size_t place = chance.below(script.operations.size());
  if (chance.one_in(2)) {
    script.operations.erase(script.operations.begin() + static_cast<std::ptrdiff_t>(place));
  } else {
    std::swap(script.operations[place], chance.pick(script.operations));
  }
}

void shorten(Chance& chance, Script& script, std::size_t enough) {
  while (script.operations.size() > enough && !chance.one_in(4)) {
    const std::size_t place = chance.below(script.operations.size());
    script.operations.erase(script.operations.begin() + static_cast<std::ptrdiff_t>(place));
  }
}

void change_host(Chance& chance, Script& script) {
  script.host = some_host(chance);
  if (chance.one_in(2)) return;
  for (Operation& operation : script.operations) name_link(some_link(chance, script.host), operation);
}

void listen(Chance& chance, Script& script) {
  const auto calls = all_of<oracle::NotifyCall>(script.operations);
  if (calls.size() < 2) {
    insert(script, 0,
           oracle::NotifyCall{.family = chance.one_in(3) ? some_family(chance) : std::uint16_t{0},
                              .initial_notification = chance.one_in(3)});
  }
  if (chance.one_in(4)) insert(script, some_place(chance, script), oracle::CancelCall{0});
  script.operations.push_back(oracle::CollectCall{static_cast<std::uint32_t>(chance.below(2))});
}

}  // namespace netioconf::fuzz::mutators
