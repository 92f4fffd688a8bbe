#include <algorithm>
#include <cstring>

#include "conformance/emulator/machine/windows_routes.h"
#include "conformance/emulator/stack.h"

// What changes without a documented call.
namespace netioconf::conformance::emulator {
namespace {

using Rows = std::vector<MIB_IPFORWARD_ROW2>;

bool contains(const Rows& rows, const MIB_IPFORWARD_ROW2& wanted) {
  return std::any_of(rows.begin(), rows.end(), [&](const MIB_IPFORWARD_ROW2& row) {
    return std::memcmp(static_cast<const void*>(&row), static_cast<const void*>(&wanted), sizeof(row)) ==
           0;
  });
}

}  // namespace

void Stack::become(const netioconf_host& host) {
  const Rows before = seeded(host_);
  const Rows after = seeded(host);
  for (const MIB_IPFORWARD_ROW2& row : before) {
    if (!contains(after, row)) withdraw(row);
  }
  for (std::uint8_t link = 0; link < links_at_most; ++link) {
    if (host.links[link].luid != host_.links[link].luid) remove_entries_of(link);
  }
  host_ = host;
  for (const MIB_IPFORWARD_ROW2& row : after) {
    if (!contains(before, row)) provide(row);
  }
}

void Stack::seed_like_windows() {
  seeds_ = true;
  for (const MIB_IPFORWARD_ROW2& row : seeded(host_)) provide(row);
}

Rows Stack::seeded(const netioconf_host& host) const { return seeds_ ? windows_routes(host) : Rows(); }

// A route that a program has made before stays.
void Stack::provide(const MIB_IPFORWARD_ROW2& row) {
  const netioconf_link* link = link_of(Call::route_create, row.InterfaceLuid.Value, 0);
  const RouteKey key = route_key(Call::route_create, row, *link);
  if (tables_.routes.find(key) != nullptr) return;
  const RouteEntry& entry = tables_.routes.store(key, filed(row, key, now_s_));
  const MIB_IPFORWARD_ROW2 made = shown(Call::route_notify, entry);
  post(Call::route_create, Status::success, made, made, key.prefix.family);
}

// A route that a program has made instead stays.
void Stack::withdraw(const MIB_IPFORWARD_ROW2& row) {
  const netioconf_link* link = link_of(Call::route_create, row.InterfaceLuid.Value, 0);
  const RouteEntry* entry = tables_.routes.find(route_key(Call::route_create, row, *link));
  if (entry != nullptr && entry->route.row.Origin == well_known) remove(*entry);
}

void Stack::remove(const RouteEntry& entry) {
  const RouteKey key = entry.key();
  const MIB_IPFORWARD_ROW2 row = shown(Call::route_notify, entry);
  post(Call::route_expiry, Status::success, row, row, key.prefix.family);
  tables_.routes.erase(key);
}

void Stack::remove_entries_of(std::uint8_t link) {
  for (const std::uint16_t family : {ipv4, ipv6}) {
    while (const RouteEntry* entry = tables_.routes.first(link, family)) remove(*entry);
    std::vector<AnycastKey> anycasts;
    tables_.anycasts.visit(family, [&](const AnycastEntry& entry) {
      if (entry.key.link == link) anycasts.push_back(entry.key);
    });
    for (const AnycastKey& key : anycasts) tables_.anycasts.erase(key);
  }
}

}  // namespace netioconf::conformance::emulator
