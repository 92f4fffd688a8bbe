#include "fuzz/mutators/script_mutators.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "fuzz/mutators/boundary_values.h"
#include "fuzz/mutators/field_mutators.h"
#include "oracle/model/address.h"
#include "oracle/model/fields.h"

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
std::size_t some_place(Rng& rng, const Script& script) {
  const std::size_t count = script.operations.size();
  return rng.one_in(3) ? rng.below(count + 1) : count;
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
std::optional<oracle::RouteRow> some_row_of(Rng& rng, Script& script) {
  const auto calls = all_of<oracle::RouteCall>(script.operations);
  if (calls.empty()) return std::nullopt;
  return rng.pick(calls)->row;
}

oracle::BestRouteCall some_best_route(Rng& rng, Script& script) {
  const auto row = some_row_of(rng, script);
  const LinkIdentifier link = some_link(rng, script.host);
  oracle::BestRouteCall call;
  if (rng.one_in(2)) {
    if (link.luid != 0) call.luid = link.luid;
    call.index = link.index;
  }
  call.destination = row ? row->destination.address
                         : some_address(rng, rng.one_in(2) ? oracle::ipv4_family : oracle::ipv6_family);
  if (rng.one_in(2)) call.destination = beside(rng, *call.destination);
  return call;
}

Operation some_operation(Rng& rng, Script& script) {
  const oracle::Host& host = script.host;
  switch (rng.below(16)) {
    case 0:
    case 1:
    case 2:
      return oracle::AnycastCall{.call = rng.pick(anycast_calls), .row = some_anycast(rng, host)};
    case 3:
      return oracle::TableCall{.call = rng.one_in(3) ? Call::anycast_table : Call::route_table,
                               .family = rng.one_in(4) ? some_family(rng) : oracle::unspecified_family,
                               .keep = rng.one_in(3)};
    case 4:
    case 5:
      return some_best_route(rng, script);
    case 6: {
      const LinkIdentifier link = some_link(rng, host);
      return oracle::LinkCall{
          oracle::LinkRow{.family = rng.one_in(2) ? oracle::ipv4_family : oracle::ipv6_family,
                          .luid = link.luid,
                          .index = link.index}};
    }
    case 7:
      return oracle::NotifyCall{.family = rng.one_in(3) ? some_family(rng) : std::uint16_t{0},
                                .initial_notification = rng.one_in(2)};
    case 8:
      if (rng.one_in(2)) return oracle::AdvanceCall{some_lifetime_s(rng)};
      return oracle::CollectCall{static_cast<std::uint32_t>(rng.below(2))};
    case 9:
      if (rng.one_in(3)) return oracle::CancelCall{static_cast<std::uint32_t>(rng.below(2))};
      return oracle::KeptTableCall{rng.one_in(2) ? Call::free_table : Call::reread_table,
                                   static_cast<std::uint32_t>(rng.below(2))};
    default:
      return oracle::RouteCall{.call = rng.pick(route_calls), .row = some_route(rng, host)};
  }
}

void name_link(const LinkIdentifier& link, oracle::Operation& operation) {
  oracle::edit_link_name(operation, [&link](std::uint64_t& luid, std::uint32_t& index) {
    luid = link.luid;
    index = link.index;
  });
}

}  // namespace

void add_operation(Rng& rng, Script& script) {
  Operation operation = some_operation(rng, script);
  if (rng.one_in(3)) mutate_field(rng, script.host, operation);
  insert(script, some_place(rng, script), std::move(operation));
}

void begin_anew(Rng& rng, Script& script) {
  script = {.host = oracle::plain_host()};
  if (rng.one_in(4)) script.host = some_host(rng);
  if (rng.one_in(4)) {
    script.operations.emplace_back(oracle::AnycastCall{.row = some_anycast(rng, script.host)});
  } else {
    script.operations.emplace_back(oracle::RouteCall{.row = some_route(rng, script.host)});
  }
  if (rng.one_in(4)) mutate_field(rng, script.host, script.operations.front());
  do {
    echo_operation(rng, script);
  } while (rng.one_in(4));
}

void echo_operation(Rng& rng, Script& script) {
  if (script.operations.empty()) return add_operation(rng, script);
  const std::size_t place = rng.below(script.operations.size());
  Operation echo = script.operations[place];
  if (auto* route = std::get_if<oracle::RouteCall>(&echo)) route->call = rng.pick(route_calls);
  if (auto* anycast = std::get_if<oracle::AnycastCall>(&echo)) anycast->call = rng.pick(anycast_calls);
  if (rng.one_in(2)) mutate_field(rng, script.host, echo);
  insert(script, rng.one_in(2) ? place + 1 : script.operations.size(), std::move(echo));
}

void renew_operation(Rng& rng, Script& script) {
  const auto routes = all_of<oracle::RouteCall>(script.operations);
  const auto anycasts = all_of<oracle::AnycastCall>(script.operations);
  Operation again;
  Operation deletion;
  if (!routes.empty() && (anycasts.empty() || rng.one_in(2))) {
    oracle::RouteCall call = *rng.pick(routes);
    call.call = Call::create_route;
    again = call;
    call.call = Call::delete_route;
    deletion = call;
  } else if (!anycasts.empty()) {
    oracle::AnycastCall call = *rng.pick(anycasts);
    call.call = Call::create_anycast;
    again = call;
    call.call = Call::delete_anycast;
    deletion = call;
  } else {
    return add_operation(rng, script);
  }
  if (!rng.one_in(4)) mutate_field(rng, script.host, again);
  script.operations.push_back(std::move(deletion));
  script.operations.push_back(std::move(again));
}

void nest_route(Rng& rng, Script& script) {
  std::optional<oracle::RouteRow> row = some_row_of(rng, script);
  if (!row) return add_operation(rng, script);
  oracle::BestRouteCall best{.destination = row->destination.address};
  if (rng.one_in(2)) best.luid = row->luid;
  row->destination.length = length_beside(rng, row->destination.length);
  row->destination.address = oracle::masked(row->destination.address, row->destination.length);
  if (rng.one_in(2)) row->metric = beside(rng, row->metric);
  script.operations.emplace_back(oracle::RouteCall{.row = row});
  script.operations.emplace_back(best);
}

void let_time_pass(Rng& rng, Script& script) {
  const auto routes = all_of<oracle::RouteCall>(script.operations);
  oracle::RouteCall* const call = routes.empty() ? nullptr : rng.pick(routes);
  if (call == nullptr || !call->row) return add_operation(rng, script);
  oracle::RouteRow& row = *call->row;
  if (row.valid_lifetime_s == 0 || row.valid_lifetime_s == oracle::infinite_lifetime_s) {
    row.valid_lifetime_s = rng.one_in(2) ? 60 : 7200;
    row.preferred_lifetime_s = row.valid_lifetime_s / (rng.one_in(2) ? 1 : 2);
  }
  const std::uint32_t ends_s[] = {row.valid_lifetime_s, row.valid_lifetime_s, row.preferred_lifetime_s};
  const std::uint32_t passed_s = rng.pick(ends_s) + static_cast<std::uint32_t>(rng.below(3)) - 1;
  oracle::RouteCall later = *call;
  if (rng.one_in(4)) {
    script.operations.emplace_back(oracle::AdvanceCall{passed_s / 2});
    later.call = Call::set_route;
    script.operations.emplace_back(later);
  }
  script.operations.emplace_back(oracle::AdvanceCall{passed_s});
  if (!rng.one_in(2)) return;
  later.call = Call::get_route;
  script.operations.emplace_back(later);
}

void mutate_operation(Rng& rng, Script& script) {
  if (script.operations.empty()) return add_operation(rng, script);
  mutate_field(rng, script.host, rng.pick(script.operations));
}

void relink_operation(Rng& rng, Script& script) {
  if (script.operations.empty()) return add_operation(rng, script);
  const LinkIdentifier link = rng.one_in(4) ? any_link(rng, script.host) : some_link(rng, script.host);
  name_link(link, rng.pick(script.operations));
}

void rearrange_operations(Rng& rng, Script& script) {
  if (script.operations.empty()) return;
  const std::size_t place = rng.below(script.operations.size());
  if (rng.one_in(2)) {
    script.operations.erase(script.operations.begin() + static_cast<std::ptrdiff_t>(place));
  } else {
    std::swap(script.operations[place], rng.pick(script.operations));
  }
}

void shorten(Rng& rng, Script& script, std::size_t enough) {
  while (script.operations.size() > enough && !rng.one_in(4)) {
    const std::size_t place = rng.below(script.operations.size());
    script.operations.erase(script.operations.begin() + static_cast<std::ptrdiff_t>(place));
  }
}

void change_host(Rng& rng, Script& script) {
  script.host = some_host(rng);
  if (rng.one_in(2)) return;
  for (Operation& operation : script.operations) name_link(some_link(rng, script.host), operation);
}

void listen(Rng& rng, Script& script) {
  const auto calls = all_of<oracle::NotifyCall>(script.operations);
  if (calls.size() < 2) {
    insert(script, 0,
           oracle::NotifyCall{.family = rng.one_in(3) ? some_family(rng) : std::uint16_t{0},
                              .initial_notification = rng.one_in(3)});
  }
  if (rng.one_in(4)) insert(script, some_place(rng, script), oracle::CancelCall{0});
  script.operations.push_back(oracle::CollectCall{static_cast<std::uint32_t>(rng.below(2))});
}

}  // namespace netioconf::fuzz::mutators
