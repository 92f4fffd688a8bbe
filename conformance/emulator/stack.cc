#include "conformance/emulator/stack.h"

#include "conformance/emulator/behaviour/checks.h"
#include "conformance/emulator/behaviour/effects.h"
#include "conformance/emulator/behaviour/sources.h"

namespace netioconf::conformance::emulator {

Stack::Stack(const netioconf_host& host, const Behaviour& behaviour, Notifier& notifier)
    : host_(host), behaviour_(behaviour), notifier_(notifier) {}

void Stack::reset(const netioconf_host& host) {
  behaviour_.empty(tables_, host);
  host_ = host;
  behaviour_.set_up(host_);
  for (const MIB_IPFORWARD_ROW2& row : seeded(host_)) provide(row);
}

void Stack::advance_to(std::uint64_t now_s) {
  now_s_ = now_s;
  while (const RouteEntry* entry = tables_.routes.expired(now_s)) remove(*entry);
}

void Stack::freed(const void* memory) { behaviour_.after_free(memory, tables_); }

Status Stack::get_link(MIB_IPINTERFACE_ROW& argument) const {
  const std::uint64_t luid = argument.InterfaceLuid.Value;
  const netioconf_link* link = link_of(Call::link_get, luid, argument.InterfaceIndex);
  Status verdict = behaviour_.family(Call::link_get, argument.Family);
  if (verdict == Status::success) {
    verdict = behaviour_.link_named(Call::link_get, luid, argument.InterfaceIndex);
  }
  if (verdict == Status::success) verdict = check_link(Call::link_get, link, argument.Family);
  if (verdict != Status::success) return verdict;
  argument = behaviour_.read_link(*link, details_of(*link), argument.Family);
  return verdict;
}

const netioconf_link* Stack::link_of(Call call, std::uint64_t luid, std::uint32_t index) const {
  return behaviour_.find_link(call, host_, luid, index);
}

std::uint8_t Stack::position_of(const netioconf_link& link) const {
  return static_cast<std::uint8_t>(&link - &host_.links[0]);
}

const netioconf_link& Stack::link_at(std::uint8_t position) const { return host_.links[position]; }

const netioconf_link_details& Stack::details_of(const netioconf_link& link) const {
  return host_.details[position_of(link)];
}

RouteKey Stack::route_key(Call call, const MIB_IPFORWARD_ROW2& given, const netioconf_link& link) const {
  const RouteKey key = behaviour_.route_key(call, given, position_of(link));
  const bool own = sources::has_address(details_of(link), key.next_hop);
  return own ? behaviour_.key_of_own_next_hop(call, key) : key;
}

Status Stack::check_link(Call call, const netioconf_link* link, std::uint16_t family) const {
  if (link == nullptr) return behaviour_.link_unknown(call);
  Status verdict = behaviour_.stack(call, host_, family);
  // If the machine has no such stack, the link has none either, and the pages have one status for that.
  const bool carried = checks::carries(host_, family);
  if (verdict == Status::success && carried) verdict = behaviour_.link_family(call, *link, family);
  if (verdict == Status::success) verdict = behaviour_.link_routes(call, *link);
  return verdict;
}

Status Stack::check_table(Call call, std::uint16_t family) const {
  const Status verdict = behaviour_.table_family(call, family);
  return verdict == Status::success ? behaviour_.stack(call, host_, family) : verdict;
}

MIB_IPFORWARD_ROW2 Stack::shown(Call call, const RouteEntry& entry) const {
  const Ages ages{entry.route.created_s, entry.route.changed_s, now_s_};
  MIB_IPFORWARD_ROW2 row = entry.route.row;
  row.Age = behaviour_.age(row, ages);
  const Lifetimes lifetimes = behaviour_.lifetimes(row, ages);
  row.ValidLifetime = lifetimes.valid_s;
  row.PreferredLifetime = lifetimes.preferred_s;
  const netioconf_link& link = link_at(entry.link());
  return behaviour_.read_route(call, row, ages, effects::link_metric(link, entry.family()));
}

Route Stack::filed(const MIB_IPFORWARD_ROW2& row, const RouteKey& key, std::uint64_t created_s) const {
  const std::uint16_t family = key.prefix.family;
  return {.row = row,
          .created_s = created_s,
          .changed_s = now_s_,
          .complete_metric = behaviour_.complete_metric(family, row.Metric, link_at(key.link)),
          .ends_at_s = behaviour_.ends_at(row, now_s_).value_or(never)};
}

void Stack::post(Call call, Status verdict, const MIB_IPFORWARD_ROW2& before,
                 const MIB_IPFORWARD_ROW2& after, std::uint16_t family) {
  if (!notifier_.has_listeners()) return;
  const Announcement announcement = behaviour_.announce(call, verdict, before, after);
  if (announcement.times == 0) return;
  const bool gone = announcement.type == MibDeleteInstance;
  const MIB_IPFORWARD_ROW2 row = behaviour_.announced_row(gone ? before : after, announcement.type);
  for (const auto& [handle, registration] : notifier_.registrations()) {
    if (!behaviour_.listens(registration.family, family)) continue;
    const PVOID context = behaviour_.announced_context(registration.context, announcement.type);
    for (unsigned i = 0; i < announcement.times; ++i) {
      notifier_.post({handle, context, row, announcement.type});
    }
  }
}

}  // namespace netioconf::conformance::emulator
