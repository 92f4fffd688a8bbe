#include "conformance/emulator/exports/library.h"

#include <algorithm>
#include <iterator>

#include "conformance/emulator/exports/chosen_behaviour.h"
#include "conformance/emulator/exports/netioemu.h"
#include "conformance/emulator/exports/process.h"
#include "conformance/emulator/machine/address_text.h"
#include "conformance/emulator/machine/host_changes.h"

namespace netioconf::conformance::emulator::exports {
namespace {

constexpr std::uint32_t ethernet_metric = 25;
constexpr std::uint32_t loopback_metric = 75;

netioconf_host empty_host() {
  netioconf_host host{};
  host.size = sizeof(host);
  host.ipv4 = host.ipv6 = 1;
  return host;
}

netioconf_link a_link(std::uint64_t luid, std::uint32_t index, std::uint32_t metric) {
  return {.luid = luid,
          .index = index,
          .ipv4 = 1,
          .ipv6 = 1,
          .routes = 1,
          .loopback = 0,
          .ipv4_metric = metric,
          .ipv6_metric = metric};
}

// One link with both stacks, until netioconf_reset sets up another host.
netioconf_host first_host() {
  netioconf_host host = empty_host();
  (void)add_link(host, a_link(NETIOEMU_ETHERNET_LUID, 1, ethernet_metric));
  return host;
}

netioconf_host machine_like_windows() {
  netioconf_host host = empty_host();
  netioconf_link loopback = a_link(NETIOEMU_LOOPBACK_LUID, NETIOEMU_LOOPBACK_INDEX, loopback_metric);
  loopback.loopback = 1;
  (void)add_link(host, loopback);
  (void)add_link(host, a_link(NETIOEMU_ETHERNET_LUID, NETIOEMU_ETHERNET_INDEX, ethernet_metric));
  for (const char* address : {"127.0.0.1/8", "::1/128"}) {
    (void)add_address(host, NETIOEMU_LOOPBACK_LUID, *parse_subnet(address));
  }
  for (const char* address : {"192.0.2.10/24", "2001:db8::10/64"}) {
    (void)add_address(host, NETIOEMU_ETHERNET_LUID, *parse_subnet(address));
  }
  return host;
}

}  // namespace

Library::Settings Library::settings(const LibraryForm& form) {
  const auto behaviour = chosen_behaviour(form.personality);
  const auto delivery = delivery_of_environment(form.delivery);
  const auto seed = seed_of_environment();
  return {.behaviour = behaviour ? *behaviour : personality(form.personality).value_or(common()),
          .delivery = delivery.value_or(form.delivery),
          .seed = seed.value_or(Seed::none),
          .is_known = behaviour && delivery && seed};
}

Library::Library() {
  const LibraryForm own = form();
  const Settings chosen = settings(own);
  is_configured_ = chosen.is_known;
  const netioconf_host host = chosen.seed == Seed::windows ? machine_like_windows() : first_host();
  become(own.host.value_or(host), chosen);
  follow_forks(this);
}

Library::~Library() {
  follow_forks(nullptr);
  if (delivery_ == Delivery::callers_thread) {
    delete emulator_;
    return;
  }
#ifndef _WIN32
  // On Windows the threads have ended before, perhaps with a lock.
  emulator_->forget_registrations();
#endif
}

int Library::reset(const netioconf_host& host) { return is_configured_ ? emulator_->reset(host) : 1; }

bool Library::start(std::string_view name) {
  if (emulator_->within_callback()) return false;
  Settings chosen = settings({.personality = "windows", .delivery = Delivery::own_thread, .host = {}});
  const auto named = name.empty() ? chosen.behaviour : personality(name);
  if (!chosen.is_known || !named) return false;
  chosen.behaviour = *named;
  is_configured_ = true;
  injections_.clear();
  become(form().host.value_or(machine_like_windows()), chosen);
  return true;
}

bool Library::set_delivery(Delivery delivery) {
  if (delivery != Delivery::callers_thread) keep_loaded();
  if (!emulator_->deliver_on(delivery)) return false;
  delivery_ = delivery;
  return true;
}

void Library::become(const netioconf_host& host, const Settings& settings) {
  delete emulator_;
  behaviour_ = settings.behaviour;
  emulator_ = new Emulator(host, behaviour_);
  if (settings.seed == Seed::windows) emulator_->seed_like_windows();
  (void)set_delivery(settings.delivery);
}

std::vector<std::unique_lock<std::mutex>> Library::hold() {
  std::vector<std::unique_lock<std::mutex>> locks;
  for (auto& lock : emulator_->hold()) locks.push_back(std::move(lock));
  locks.push_back(injections_.hold());
  locks.push_back(tables_.hold());
  return locks;
}

std::vector<netioconf_link> Library::links() {
  netioconf_host host{};
  host.size = sizeof(host);
  if (emulator_->describe(&host) != 0) return {};
  return {std::begin(host.links), std::begin(host.links) + host.link_count};
}

bool Library::has_link(std::uint64_t luid) {
  const auto all = links();
  return std::any_of(all.begin(), all.end(),
                     [luid](const netioconf_link& link) { return luid != 0 && link.luid == luid; });
}

std::uint64_t Library::luid_of(std::uint64_t luid, std::uint32_t index) {
  if (luid != 0) return luid;
  const auto all = links();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [index](const netioconf_link& link) { return link.index == index; });
  return found == all.end() ? 0 : found->luid;
}

std::optional<NETIO_STATUS> Library::injected(Call call, std::uint64_t luid, std::uint32_t index) {
  return injections_.next(call, injections_.delays_links() ? luid_of(luid, index) : 0, behaviour_);
}

Library& library() {
  static Library library;
  return library;
}

}  // namespace netioconf::conformance::emulator::exports
