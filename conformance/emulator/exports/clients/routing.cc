#include <array>

#include "conformance/emulator/exports/clients/clients.h"
#include "conformance/emulator/exports/clients/fake.h"

// What programs do with routes.
namespace netioconf::conformance::emulator::exports::clients {
namespace {

// Adds a route with an unused metric, or changes the one that exists.
NETIO_STATUS add_or_change(const MIB_IPFORWARD_ROW2& row) {
  const NETIO_STATUS status = CreateIpForwardEntry2(&row);
  return status == ERROR_OBJECT_ALREADY_EXISTS ? SetIpForwardEntry2(&row) : status;
}

void adds_a_route_or_changes_it(Expectations& expect) {
  MIB_IPFORWARD_ROW2 row = route_to(ip4(198, 51, 100, 0), 24, SOCKADDR_INET{});
  ChangeCounts changes;
  expect.success(add_or_change(row));
  row.Metric = 7;
  expect.success(add_or_change(row));
  const auto stored = routes();
  if (!expect.equal(stored.size(), 1)) return;
  expect.equal(stored.front().Metric, 7);
  expect.equal(stored.front().Protocol, 3);
  expect.holds(same(stored.front().NextHop, ip4(0, 0, 0, 0)));
  expect.equal(changes.added(), 1);
  expect.equal(changes.changed(), 1);
}

void deletes_what_get_found(Expectations& expect) {
  const MIB_IPFORWARD_ROW2 made = numbered(1);
  expect.success(CreateIpForwardEntry2(&made));
  MIB_IPFORWARD_ROW2 found = made;
  found.NextHop = SOCKADDR_INET{};
  expect.success(GetIpForwardEntry2(&found));
  expect.holds(same(found.NextHop, made.NextHop));
  expect.success(DeleteIpForwardEntry2(&found));
  expect.equal(DeleteIpForwardEntry2(&found), ERROR_NOT_FOUND);
  expect.holds(routes().empty());
}

// A crash of the program leaves routes that end by themselves.
void keeps_its_routes_alive(Expectations& expect) {
  MIB_IPFORWARD_ROW2 row = numbered(1);
  row.ValidLifetime = row.PreferredLifetime = 600;
  expect.success(netioconf_advance(0));
  expect.success(CreateIpForwardEntry2(&row));
  for (int renewal = 0; renewal < 10; ++renewal) {
    expect.success(netioconf_advance(540));
    expect.success(SetIpForwardEntry2(&row));
  }
  expect.equal(routes().size(), 1);
  expect.success(netioconf_advance(601));
  expect.holds(routes().empty());
  expect.equal(SetIpForwardEntry2(&row), ERROR_NOT_FOUND);
}

constexpr std::array all = {
    Client{"create-or-set", &adds_a_route_or_changes_it},
    Client{"delete-what-get-found", &deletes_what_get_found},
    Client{"renewed-lifetimes", &keeps_its_routes_alive},
};

}  // namespace

std::span<const Client> routing_clients() { return all; }

}  // namespace netioconf::conformance::emulator::exports::clients
