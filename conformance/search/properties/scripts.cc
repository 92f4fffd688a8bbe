#include "conformance/search/properties/scripts.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "conformance/search/properties/operations.h"
#include "conformance/search/properties/values.h"

namespace netioconf::conformance::search::properties {
namespace {

namespace gen = rc::gen;
using oracle::Call;
using oracle::Operation;
using HostDependentOperations = std::vector<HostDependentOperation>;
using Weighted = std::initializer_list<std::pair<std::size_t, rc::Gen<HostDependentOperation>>>;

// Generates each element with the nominal size. RapidCheck's size limits only their number.
rc::Gen<HostDependentOperations> up_to(int count, rc::Gen<HostDependentOperation> calls) {
  return gen::resize(
      count, gen::container<HostDependentOperations>(gen::resize(rc::kNominalSize, std::move(calls))));
}
rc::Gen<HostDependentOperations> up_to(int count, Weighted calls) {
  return up_to(count, gen::weightedOneOf(calls));
}

rc::Gen<HostDependentOperation> creates_route() {
  return gen::map(some_position(), [](std::size_t number) -> HostDependentOperation {
    return [number](const Fixture& fixture) {
      const auto& rows = fixture.routes;
      return Operation(oracle::RouteCall{.call = Call::create_route, .row = rows[number % rows.size()]});
    };
  });
}

rc::Gen<HostDependentOperation> creates_anycast() {
  return gen::map(some_position(), [](std::size_t number) -> HostDependentOperation {
    return [number](const Fixture& fixture) {
      const auto& rows = fixture.anycasts;
      return Operation(
          oracle::AnycastCall{.call = Call::create_anycast, .row = rows[number % rows.size()]});
    };
  });
}

// The fixture's route with its destination shifted, so that many of them can exist at the same time.
rc::Gen<HostDependentOperation> creates_one_of_many() {
  return gen::map(
      gen::pair(some_position(), some_octet()), [](const auto& made) -> HostDependentOperation {
        return [made](const Fixture& fixture) {
          oracle::RouteRow row = fixture.routes[made.first % fixture.routes.size()];
          const std::size_t first = row.destination.address.family == oracle::ipv6_family ? 8 : 3;
          row.destination.address.bytes[first] = made.second;
          row.destination.length = std::max<std::uint8_t>(row.destination.length, 32);
          return Operation(oracle::RouteCall{.call = Call::create_route, .row = row});
        };
      });
}

// The fixture's route with another next hop, so that the two compete.
rc::Gen<HostDependentOperation> creates_competing_route() {
  return gen::map(gen::tuple(some_position(), some_octet(), gen::element<std::uint32_t>(0, 1, 7, 200)),
                  [](const auto& made) -> HostDependentOperation {
                    return [made](const Fixture& fixture) {
                      const auto& [number, octet, metric] = made;
                      oracle::RouteRow row = fixture.routes[number % fixture.routes.size()];
                      const bool ipv6 = row.next_hop.family == oracle::ipv6_family;
                      row.next_hop.bytes[ipv6 ? 20 : 4] = octet;
                      row.metric = metric;
                      return Operation(oracle::RouteCall{.call = Call::create_route, .row = row});
                    };
                  });
}

rc::Gen<HostDependentOperation> creates_anycast_of_many() {
  return gen::map(
      gen::pair(some_position(), some_octet()), [](const auto& made) -> HostDependentOperation {
        return [made](const Fixture& fixture) {
          oracle::AnycastRow row = fixture.anycasts[made.first % fixture.anycasts.size()];
          row.address.bytes[row.address.family == oracle::ipv6_family ? 20 : 4] = made.second;
          return Operation(oracle::AnycastCall{.call = Call::create_anycast, .row = row});
        };
      });
}

HostDependentOperation always(const Operation& operation) {
  return [operation](const Fixture&) { return operation; };
}
rc::Gen<HostDependentOperation> collects() { return gen::just(always(oracle::CollectCall{})); }

rc::Gen<HostDependentOperations> joined(std::vector<rc::Gen<HostDependentOperations>> parts) {
  rc::Gen<HostDependentOperations> whole = parts.front();
  for (std::size_t part = 1; part < parts.size(); ++part) {
    whole = gen::map(gen::pair(whole, parts[part]), [](auto made) {
      HostDependentOperations operations = std::move(made.first);
      operations.insert(operations.end(), made.second.begin(), made.second.end());
      return operations;
    });
  }
  return whole;
}

// Most scripts start with entries in the tables.
rc::Gen<HostDependentOperations> some_routes() { return up_to(4, creates_route()); }
rc::Gen<HostDependentOperations> some_anycasts() { return up_to(3, creates_anycast()); }

rc::Gen<HostDependentOperations> about_routes() {
  return joined(
      {some_routes(),
       up_to(10, {{12, some_route_call()}, {1, some_table_call()}, {1, some_initialize_call()}})});
}

rc::Gen<HostDependentOperations> about_best_routes() {
  return joined({up_to(4, {{2, creates_route()}, {1, creates_competing_route()}}),
                 up_to(6, some_route_call()),
                 up_to(6, {{5, some_best_route_call()}, {1, some_route_call()}})});
}

rc::Gen<HostDependentOperations> about_anycasts() {
  return joined(
      {some_anycasts(),
       up_to(10, {{12, some_anycast_call()}, {1, some_table_call()}, {1, some_route_call()}})});
}

rc::Gen<HostDependentOperations> about_tables() {
  return joined({some_routes(), some_anycasts(),
                 up_to(10, {{2, some_route_call()},
                            {1, some_anycast_call()},
                            {4, some_table_call()},
                            {4, some_kept_table_call()}})});
}

rc::Gen<HostDependentOperations> about_links() {
  return joined(
      {some_routes(),
       up_to(6, {{4, some_link_call()}, {1, some_route_call()}, {1, some_best_route_call()}})});
}

// The script ends with changes after a cancellation. They must cause no callback.
rc::Gen<HostDependentOperations> about_notifications() {
  return joined(
      {some_routes(), gen::container<HostDependentOperations>(1, some_notify_call()), some_routes(),
       up_to(
           8,
           {{9, some_route_call()}, {2, some_notify_call()}, {1, some_cancel_call()}, {1, collects()}}),
       up_to(1, some_cancel_call()), up_to(3, some_route_call()),
       gen::container<HostDependentOperations>(1, collects())});
}

// Routes with short lifetimes on a clock that is moved.
rc::Gen<HostDependentOperations> about_time() {
  return joined({gen::container<HostDependentOperations>(1, some_advance_call()), some_routes(),
                 up_to(10, {{4, some_advance_call()},
                            {5, some_route_call()},
                            {2, some_table_call()},
                            {1, some_best_route_call()},
                            {1, collects()}})});
}

// Many different entries, more than a small table can hold.
rc::Gen<HostDependentOperations> about_crowds() {
  return joined({up_to(24, {{3, creates_one_of_many()}, {1, creates_anycast_of_many()}}),
                 up_to(6, {{2, some_best_route_call()},
                           {2, some_table_call()},
                           {1, some_route_call()},
                           {1, some_anycast_call()}})});
}

rc::Gen<HostDependentOperations> about_anything() {
  return joined({some_routes(), up_to(10, {{5, some_route_call()},
                                           {3, some_anycast_call()},
                                           {2, some_best_route_call()},
                                           {2, some_table_call()},
                                           {1, some_kept_table_call()},
                                           {1, some_link_call()},
                                           {1, some_initialize_call()},
                                           {1, any_call()}})});
}

const rc::Gen<HostDependentOperations>& operations_about(Theme theme) {
  static const std::array<rc::Gen<HostDependentOperations>, theme_count> all = {
      about_routes(),        about_best_routes(), about_anycasts(), about_tables(),  about_links(),
      about_notifications(), about_time(),        about_crowds(),   about_anything()};
  return all.at(static_cast<std::size_t>(theme));
}

oracle::Script carried_out(const Fixture& fixture, const HostDependentOperations& operations) {
  oracle::Script script{.host = fixture.host};
  for (const HostDependentOperation& operation : operations)
    script.operations.push_back(operation(fixture));
  return script;
}

}  // namespace

std::string_view name_of(Theme theme) {
  constexpr std::array<std::string_view, theme_count> names = {"routes", "best_routes", "anycasts",
                                                               "tables", "links",       "notifications",
                                                               "time",   "crowds",      "anything"};
  return names.at(static_cast<std::size_t>(theme));
}

rc::Gen<oracle::Script> script_about(Theme theme, rc::Gen<oracle::Host> hosts) {
  const auto operations = gen::resize(rc::kNominalSize, gen::nonEmpty(operations_about(theme)));
  return gen::map(gen::pair(some_fixture(std::move(hosts)), operations),
                  [](const auto& made) { return carried_out(made.first, made.second); });
}

rc::Gen<oracle::Script> some_script() {
  static const auto scripts = [] {
    const auto about = [](Theme theme) { return script_about(theme, some_host()); };
    return gen::weightedOneOf<oracle::Script>({{6, about(Theme::routes)},
                                               {3, about(Theme::best_routes)},
                                               {4, about(Theme::anycasts)},
                                               {2, about(Theme::tables)},
                                               {1, about(Theme::links)},
                                               {3, about(Theme::notifications)},
                                               {2, about(Theme::time)},
                                               {1, about(Theme::crowds)},
                                               {2, about(Theme::anything)}});
  }();
  return scripts;
}

}  // namespace netioconf::conformance::search::properties
