#include "conformance/search/properties/operations.h"

#include <cstring>
#include <optional>
#include <utility>

#include "conformance/search/properties/addresses.h"
#include "conformance/search/properties/rows.h"
#include "conformance/search/properties/values.h"
#include "corpora/arbitrary/nouns.h"
#include "oracle/state/key.h"

namespace netioconf::conformance::search::properties {
namespace {

namespace gen = rc::gen;
using oracle::Call;
using oracle::Operation;
using oracle::SocketAddress;

rc::Gen<bool> seldom() { return gen::weightedElement<bool>({{24, false}, {1, true}}); }

rc::Gen<HostDependentOperation> fixed(rc::Gen<Operation> operations) {
  return gen::map(std::move(operations), [](const Operation& operation) -> HostDependentOperation {
    return [operation](const Fixture&) { return operation; };
  });
}

enum class Passing : std::uint8_t { well, as_null, misaligned_by_1, misaligned_by_4 };

std::uint8_t misalignment(Passing passing) {
  if (passing == Passing::misaligned_by_1) return 1;
  return passing == Passing::misaligned_by_4 ? 4 : 0;
}

template <class RowCall, class Row>
rc::Gen<HostDependentOperation> row_calls(rc::Gen<Call> calls, rc::Gen<HostDependentRow<Row>> rows) {
  // The pages promise nothing about a misaligned row, so it is rare.
  const auto passings = gen::weightedElement<Passing>({{60, Passing::well},
                                                       {3, Passing::as_null},
                                                       {1, Passing::misaligned_by_1},
                                                       {1, Passing::misaligned_by_4}});
  return gen::map(gen::tuple(std::move(calls), std::move(rows), passings),
                  [](const auto& made) -> HostDependentOperation {
                    return [made](const Fixture& fixture) {
                      const auto& [call, row, passing] = made;
                      RowCall operation{.call = call, .row = {}, .misalignment = misalignment(passing)};
                      if (passing != Passing::as_null) operation.row = row(fixture);
                      return Operation(operation);
                    };
                  });
}

// The destination of a best route.
using HostDependentDestination = std::function<oracle::SocketAddress(const Fixture&)>;

rc::Gen<HostDependentDestination> destinations_at(SocketAddress (*place)(const oracle::Prefix& prefix,
                                                                         std::size_t number)) {
  return gen::map(gen::pair(some_position(), some_position()),
                  [place](const auto& made) -> HostDependentDestination {
                    return [place, made](const Fixture& fixture) {
                      const auto& routes = fixture.routes;
                      return place(routes[made.first % routes.size()].destination, made.second);
                    };
                  });
}

SocketAddress first_of(const oracle::Prefix& prefix, std::size_t) { return prefix.address; }
SocketAddress in_or_beside(const oracle::Prefix& prefix, std::size_t number) {
  return with_bit_flipped(prefix.address, static_cast<std::uint32_t>(number));
}
// Flips the bit before the last bit of the prefix, the last bit, or the bit after the prefix.
SocketAddress at_the_edge_of(const oracle::Prefix& prefix, std::size_t number) {
  const std::uint32_t bits = oracle::address_bits(prefix.address.family);
  return with_bit_flipped(prefix.address,
                          static_cast<std::uint32_t>(prefix.length + number % 3 + bits - 1) % bits);
}

rc::Gen<HostDependentDestination> elsewhere(rc::Gen<FamilyDependentAddress> addresses) {
  return gen::map(gen::pair(std::move(addresses), some_family()),
                  [](const auto& made) -> HostDependentDestination {
                    return [made](const Fixture&) {
                      SocketAddress address = made.first(made.second);
                      if (!oracle::is_ip(made.second)) address.family = made.second;
                      return address;
                    };
                  });
}

rc::Gen<HostDependentDestination> some_destination() {
  return gen::weightedOneOf<HostDependentDestination>({{4, destinations_at(first_of)},
                                                       {4, destinations_at(in_or_beside)},
                                                       {3, destinations_at(at_the_edge_of)},
                                                       {1, elsewhere(special_address())},
                                                       {1, elsewhere(ordinary_address())}});
}

// By LUID and index like a row, by index with a NULL LUID, or by neither.
enum class Naming : std::uint8_t { like_a_row, null_luid, neither, null_and_zero };

void name_link(Naming naming, const LinkName& name, oracle::BestRouteCall& call) {
  if (naming == Naming::like_a_row) call.luid = name.luid;
  if (naming == Naming::like_a_row || naming == Naming::null_luid) call.index = name.index;
  if (naming == Naming::neither) call.luid = 0;
}

}  // namespace

rc::Gen<HostDependentOperation> some_route_call() {
  static const auto calls =
      row_calls<oracle::RouteCall>(gen::weightedElement<Call>({{8, Call::create_route},
                                                               {4, Call::set_route},
                                                               {4, Call::get_route},
                                                               {4, Call::delete_route}}),
                                   some_route());
  return calls;
}

rc::Gen<HostDependentOperation> some_anycast_call() {
  static const auto calls = row_calls<oracle::AnycastCall>(
      gen::weightedElement<Call>(
          {{4, Call::create_anycast}, {3, Call::get_anycast}, {2, Call::delete_anycast}}),
      some_anycast());
  return calls;
}

rc::Gen<HostDependentOperation> some_best_route_call() {
  static const auto namings = gen::weightedElement<Naming>({{6, Naming::like_a_row},
                                                            {2, Naming::null_luid},
                                                            {2, Naming::neither},
                                                            {2, Naming::null_and_zero}});
  static const auto names =
      gen::weightedOneOf<HostDependentLinkName>({{3, name_of_a_link()}, {1, some_link_name()}});
  static const auto odd = gen::weightedElement<int>({{40, 0}, {2, 1}, {2, 2}, {2, 3}, {2, 4}, {2, 5}});
  static const auto calls = gen::map(gen::tuple(namings, names, some_destination(), odd),
                                     [](const auto& made) -> HostDependentOperation {
                                       return [made](const Fixture& fixture) {
                                         const auto& [naming, name, destination, oddity] = made;
                                         oracle::BestRouteCall call;
                                         name_link(naming, name(fixture.host), call);
                                         if (oddity != 1) call.destination = destination(fixture);
                                         call.null_best_route = oddity == 2;
                                         call.null_best_source = oddity == 3;
                                         if (oddity == 4) call.sort_options = 0xffffffff;
                                         if (oddity == 5) call.source = oracle::ipv4(10, 0, 0, 1);
                                         return Operation(call);
                                       };
                                     });
  return calls;
}

rc::Gen<HostDependentOperation> some_link_call() {
  static const auto calls =
      gen::map(gen::tuple(some_family(), some_link_name(), some_number(), seldom()),
               [](const auto& made) -> HostDependentOperation {
                 return [made](const Fixture& fixture) {
                   const auto& [family, name_on, metric, null_row] = made;
                   const LinkName name = name_on(fixture.host);
                   oracle::LinkCall call;
                   if (!null_row) {
                     call.row = oracle::LinkRow{
                         .family = family, .luid = name.luid, .index = name.index, .metric = metric};
                   }
                   return Operation(call);
                 };
               });
  return calls;
}

rc::Gen<HostDependentOperation> some_table_call() {
  static const auto families = gen::weightedOneOf<std::uint16_t>(
      {{4, gen::just(oracle::unspecified_family)}, {4, some_ip_family()}, {1, some_family()}});
  static const auto tables = fixed(
      gen::map(gen::tuple(gen::weightedElement<Call>({{2, Call::route_table}, {1, Call::anycast_table}}),
                          families, seldom(), gen::element(false, false, true)),
               [](const auto& made) {
                 const auto& [call, family, null_table, keep] = made;
                 return Operation(oracle::TableCall{
                     .call = call, .family = family, .null_table = null_table, .keep = keep});
               }));
  return tables;
}

rc::Gen<HostDependentOperation> some_kept_table_call() {
  static const auto calls =
      fixed(gen::map(gen::pair(gen::element(Call::free_table, Call::reread_table, Call::reread_table),
                               gen::element<std::uint32_t>(0, 0, 1, 2)),
                     [](const auto& made) {
                       return Operation(oracle::KeptTableCall{.call = made.first, .table = made.second});
                     }));
  return calls;
}

rc::Gen<HostDependentOperation> some_initialize_call() {
  static const auto calls = fixed(gen::map(some_octet(), [](std::uint8_t filling) {
    oracle::RouteRow row;
    std::memset(static_cast<void*>(&row), filling, sizeof row);
    return Operation(oracle::RouteCall{.call = Call::initialize_route, .row = row});
  }));
  return calls;
}

rc::Gen<HostDependentOperation> some_notify_call() {
  static const auto families = gen::weightedOneOf<std::uint16_t>(
      {{3, gen::just(oracle::unspecified_family)}, {3, some_ip_family()}, {1, some_family()}});
  static const auto null = gen::weightedElement<int>({{40, 0}, {1, 1}, {1, 2}});
  static const auto calls =
      fixed(gen::map(gen::tuple(families, gen::arbitrary<bool>(), null), [](const auto& made) {
        const auto& [family, initial, which] = made;
        return Operation(oracle::NotifyCall{.family = family,
                                            .initial_notification = initial,
                                            .null_callback = which == 1,
                                            .null_handle = which == 2});
      }));
  return calls;
}

rc::Gen<HostDependentOperation> some_cancel_call() {
  return fixed(gen::map(gen::element<std::uint32_t>(0, 0, 1),
                        [](std::uint32_t number) { return Operation(oracle::CancelCall{number}); }));
}

rc::Gen<HostDependentOperation> some_advance_call() {
  static const auto calls = fixed(
      gen::map(gen::element<std::uint32_t>(0, 0, 1, 2, 58, 59, 60, 61, 3599, 3600, 3601, 0xffffffff),
               [](std::uint32_t seconds) { return Operation(oracle::AdvanceCall{seconds}); }));
  return calls;
}

rc::Gen<HostDependentOperation> any_call() {
  static const auto calls =
      fixed(gen::map(corpora::arbitrary::arbitrary_operation(), [](const Operation& operation) {
        const auto* best_route = std::get_if<oracle::BestRouteCall>(&operation);
        if (best_route == nullptr || !best_route->destination) return operation;
        oracle::BestRouteCall tidy = *best_route;
        tidy.destination = oracle::bare(*tidy.destination);
        return Operation(tidy);
      }));
  return calls;
}

}  // namespace netioconf::conformance::search::properties
