#include "conformance/properties/operations.h"

#include <cstring>
#include <optional>
#include <utility>

#include "conformance/properties/addresses.h"
#include "conformance/properties/rows.h"
#include "conformance/properties/values.h"

namespace netioconf::conformance {
namespace {

namespace gen = rc::gen;
using oracle::Call;
using oracle::Operation;

// A value that is there nearly always.
template <class Value>
rc::Gen<std::optional<Value>> seldom_null(rc::Gen<Value> values) {
  return gen::weightedOneOf<std::optional<Value>>(
      {{24, gen::map(std::move(values), [](const Value& value) { return std::optional(value); })},
       {1, gen::just(std::optional<Value>())}});
}

rc::Gen<bool> seldom() { return gen::weightedElement<bool>({{24, false}, {1, true}}); }

// Misaligned rows promise nothing, so they come last of all.
rc::Gen<std::uint8_t> misalignment() {
  return gen::weightedElement<std::uint8_t>({{60, 0}, {1, 1}, {1, 4}});
}

template <class Row, class RowCall>
rc::Gen<Operation> row_call(rc::Gen<Call> calls, rc::Gen<Row> rows) {
  return gen::map(gen::tuple(std::move(calls), seldom_null(std::move(rows)), misalignment()),
                  [](const auto& made) {
                    const auto& [call, row, misaligned] = made;
                    return Operation(RowCall{.call = call, .row = row, .misalignment = misaligned});
                  });
}

// Any address in the prefix of a route, or just outside of it.
rc::Gen<oracle::SocketAddress> some_destination(const Setting& setting) {
  const auto route = gen::elementOf(setting.routes);
  const auto bits = gen::resize(rc::kNominalSize, gen::inRange<std::uint32_t>(0, 128));
  const auto in_or_beside = gen::map(gen::pair(route, bits), [](const auto& made) {
    return with_bit_flipped(made.first.destination.address, made.second);
  });
  const auto itself =
      gen::map(route, [](const oracle::RouteRow& row) { return row.destination.address; });
  const auto last_of_it = gen::map(route, [](const oracle::RouteRow& row) {
    return with_bit_flipped(row.destination.address, row.destination.length);
  });
  static const auto others = gen::mapcat(some_ip_family(), some_address);
  static const auto special = gen::mapcat(some_ip_family(), special_address);
  return gen::weightedOneOf<oracle::SocketAddress>(
      {{4, itself}, {4, in_or_beside}, {2, last_of_it}, {1, special}, {1, others}});
}

// By LUID and by index like a row, or by neither.
rc::Gen<std::pair<std::optional<std::uint64_t>, std::uint32_t>> some_search(const oracle::Host& host) {
  using Name = std::pair<std::optional<std::uint64_t>, std::uint32_t>;
  const auto named = [](const LinkName& name) { return Name(name.luid, name.index); };
  const auto with_null = [](const LinkName& name) { return Name(std::nullopt, name.index); };
  return gen::weightedOneOf<Name>({{5, gen::map(name_of_a_link(host), named)},
                                   {2, gen::map(some_link_name(host), named)},
                                   {2, gen::map(name_of_a_link(host), with_null)},
                                   {4, gen::element(Name(std::nullopt, 0), Name(0, 0))}});
}

}  // namespace

Operation create_route(const oracle::RouteRow& row) {
  return oracle::RouteCall{.call = Call::create_route, .row = row};
}

rc::Gen<Operation> some_route_call(const Setting& setting) {
  return row_call<oracle::RouteRow, oracle::RouteCall>(
      gen::weightedElement<Call>({{8, Call::create_route},
                                  {4, Call::set_route},
                                  {4, Call::get_route},
                                  {4, Call::delete_route}}),
      some_route(setting));
}

rc::Gen<Operation> some_anycast_call(const Setting& setting) {
  return row_call<oracle::AnycastRow, oracle::AnycastCall>(
      gen::weightedElement<Call>(
          {{4, Call::create_anycast}, {3, Call::get_anycast}, {2, Call::delete_anycast}}),
      some_anycast(setting));
}

rc::Gen<Operation> some_best_route_call(const Setting& setting) {
  static const auto no_source = gen::just(std::optional<oracle::SocketAddress>());
  static const auto a_source = gen::map(gen::mapcat(some_ip_family(), ordinary_address),
                                        [](const auto& address) { return std::optional(address); });
  static const auto sources = gen::weightedOneOf<std::optional<oracle::SocketAddress>>(
      {{20, no_source}, {1, a_source}});
  static const auto options = gen::weightedElement<std::uint32_t>({{20, 0}, {1, 1}, {1, 0xffffffff}});
  return gen::map(gen::tuple(some_search(setting.host), seldom_null(some_destination(setting)), sources,
                             options, seldom(), seldom()),
                  [](const auto& made) {
                    const auto& [name, destination, source, option, no_best, no_best_source] = made;
                    return Operation(oracle::BestRouteCall{.luid = name.first,
                                                           .index = name.second,
                                                           .source = source,
                                                           .destination = destination,
                                                           .sort_options = option,
                                                           .null_best_route = no_best,
                                                           .null_best_source = no_best_source});
                  });
}

rc::Gen<Operation> some_link_call(const Setting& setting) {
  const auto rows = gen::map(
      gen::tuple(some_family(), some_link_name(setting.host), some_number()), [](const auto& made) {
        const auto& [family, name, metric] = made;
        return oracle::LinkRow{
            .family = family, .luid = name.luid, .index = name.index, .metric = metric};
      });
  return gen::map(seldom_null(rows), [](const auto& row) { return Operation(oracle::LinkCall{row}); });
}

rc::Gen<Operation> some_table_call() {
  static const auto families = gen::weightedOneOf<std::uint16_t>(
      {{4, gen::just(oracle::unspecified_family)}, {4, some_ip_family()}, {1, some_family()}});
  static const auto tables =
      gen::map(gen::tuple(gen::weightedElement<Call>({{2, Call::route_table}, {1, Call::anycast_table}}),
                          families, seldom(), gen::element(false, false, true)),
               [](const auto& made) {
                 const auto& [call, family, null_table, keep] = made;
                 return Operation(oracle::TableCall{
                     .call = call, .family = family, .null_table = null_table, .keep = keep});
               });
  return tables;
}

rc::Gen<Operation> some_kept_table_call() {
  static const auto calls =
      gen::map(gen::pair(gen::element(Call::free_table, Call::reread_table, Call::reread_table),
                         gen::element<std::uint32_t>(0, 0, 1, 2)),
               [](const auto& made) {
                 return Operation(oracle::KeptTableCall{.call = made.first, .table = made.second});
               });
  return calls;
}

rc::Gen<Operation> some_initialize_call() {
  static const auto calls = gen::map(some_octet(), [](std::uint8_t filling) {
    oracle::RouteRow row;
    std::memset(static_cast<void*>(&row), filling, sizeof row);
    return Operation(oracle::RouteCall{.call = Call::initialize_route, .row = row});
  });
  return calls;
}

rc::Gen<Operation> some_notify_call() {
  static const auto families = gen::weightedOneOf<std::uint16_t>(
      {{3, gen::just(oracle::unspecified_family)}, {3, some_ip_family()}, {1, some_family()}});
  static const auto calls =
      gen::map(gen::tuple(families, gen::arbitrary<bool>(), seldom(), seldom()), [](const auto& made) {
        const auto& [family, initial, no_callback, no_handle] = made;
        return Operation(oracle::NotifyCall{.family = family,
                                            .initial_notification = initial,
                                            .null_callback = no_callback,
                                            .null_handle = no_handle && !no_callback});
      });
  return calls;
}

rc::Gen<Operation> some_cancel_call() {
  return gen::map(gen::element<std::uint32_t>(0, 0, 1),
                  [](std::uint32_t number) { return Operation(oracle::CancelCall{number}); });
}

}  // namespace netioconf::conformance
