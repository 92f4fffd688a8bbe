#include "conformance/implementations/linux/linux_api.h"

#include <netinet/in.h>

#include <cstdlib>
#include <optional>
#include <utility>

#include "conformance/implementations/linux/anycasts.h"
#include "conformance/implementations/linux/routes.h"

namespace netioconf::conformance::implementations::linux {
namespace {

// The result of netioconf_reset for a host that Linux cannot be.
constexpr int no_such_host = 1;
constexpr int failed = 2;

class LinuxApi final : public Api {
 public:
  LinuxApi(const kernel::OriginalNamespace& original, kernel::Machine with_ipv6)
      : original_{original}, with_ipv6_{std::move(with_ipv6)} {
    adapter_.machine = &with_ipv6_;
  }

  bool has(oracle::Call) const override { return true; }
  bool has_reset() const override { return true; }
  bool synchronous_callbacks() const override { return true; }
  std::string decided_by() const override { return adapter_.decided_by; }
  std::string unaskable(ADDRESS_FAMILY family) const override {
    return family == NETIOCONF_AF_INET ? "Linux has no IPv4 anycast addresses" : "";
  }

  int reset(const netioconf_host& host) override;
  int describe(netioconf_host*) override { return failed; }

  void initialize_route(MIB_IPFORWARD_ROW2* row) override { linux::initialize_route(adapter_, row); }
  NETIO_STATUS create_route(const MIB_IPFORWARD_ROW2* row) override {
    return linux::create_route(adapter_, row);
  }
  NETIO_STATUS set_route(const MIB_IPFORWARD_ROW2* row) override {
    return linux::set_route(adapter_, row);
  }
  NETIO_STATUS get_route(MIB_IPFORWARD_ROW2* row) override { return linux::get_route(adapter_, row); }
  NETIO_STATUS delete_route(const MIB_IPFORWARD_ROW2* row) override {
    return linux::delete_route(adapter_, row);
  }
  NETIO_STATUS route_table(ADDRESS_FAMILY family, MIB_IPFORWARD_TABLE2** table) override {
    return linux::route_table(adapter_, family, table);
  }
  NETIO_STATUS best_route(NET_LUID* luid, NET_IFINDEX index, const SOCKADDR_INET* source,
                          const SOCKADDR_INET* destination, ULONG, MIB_IPFORWARD_ROW2* best_route,
                          SOCKADDR_INET* best_source) override {
    return linux::best_route(adapter_, {luid, index, source, destination, best_route, best_source});
  }
  NETIO_STATUS notify_route_change(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback,
                                   PVOID context, BOOLEAN initial_notification, HANDLE* handle) override;
  NETIO_STATUS cancel_notification(HANDLE handle) override;
  NETIO_STATUS create_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) override {
    return linux::create_anycast(adapter_, row);
  }
  NETIO_STATUS get_anycast(MIB_ANYCASTIPADDRESS_ROW* row) override {
    return linux::get_anycast(adapter_, row);
  }
  NETIO_STATUS delete_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) override {
    return linux::delete_anycast(adapter_, row);
  }
  NETIO_STATUS anycast_table(ADDRESS_FAMILY family, MIB_ANYCASTIPADDRESS_TABLE** table) override {
    return linux::anycast_table(adapter_, family, table);
  }
  NETIO_STATUS get_link(MIB_IPINTERFACE_ROW* row) override { return linux::get_link(adapter_, row); }
  void free_table(PVOID memory) override { std::free(memory); }

 private:
  [[nodiscard]] std::expected<kernel::Machine*, std::string> machine_with(kernel::Ipv6 ipv6);

  kernel::OriginalNamespace original_;
  kernel::Machine with_ipv6_;
  std::optional<kernel::Machine> without_ipv6_;  // created at the first use
  Adapter adapter_;
};

std::expected<kernel::Machine*, std::string> LinuxApi::machine_with(kernel::Ipv6 ipv6) {
  if (ipv6 == kernel::Ipv6::there) return &with_ipv6_;
  if (without_ipv6_) return &*without_ipv6_;
  auto machine = kernel::Machine::start(original_, kernel::Ipv6::disabled);
  if (!machine) return std::unexpected(machine.error());
  without_ipv6_ = *std::move(machine);
  return &*without_ipv6_;
}

int LinuxApi::reset(const netioconf_host& host) {
  const auto refuse = [this](int number, const std::string& why) {
    adapter_.decided_by = why;
    return number;
  };
  adapter_.notifier.clear(adapter_.machine->events());
  adapter_.remembered.clear();
  const auto requested = requested_links(host);
  if (!requested) return refuse(no_such_host, requested.error());
  const auto machine = machine_with(host.ipv6 != 0 ? kernel::Ipv6::there : kernel::Ipv6::disabled);
  if (!machine) return refuse(failed, machine.error());
  adapter_.machine = *machine;
  if (const auto flushed = adapter_.machine->flush(); !flushed) return refuse(failed, flushed.error());
  const auto links = adapter_.machine->links_for(*requested);
  if (!links) return refuse(failed, links.error());
  adapter_.link_map = link_map_of(host, *links);
  return 0;
}

NETIO_STATUS LinuxApi::notify_route_change(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback,
                                           PVOID context, BOOLEAN initial_notification, HANDLE* handle) {
  if (kernel_family(family) == 0 && family != NETIOCONF_AF_UNSPEC) {
    return adapter_.by_adapter(STATUS_INVALID_PARAMETER, "no such family");
  }
  if (callback == nullptr || handle == nullptr) {
    return adapter_.by_adapter(STATUS_INVALID_PARAMETER, "no callback, or no room for the handle");
  }
  *handle = adapter_.notifier.add(adapter_.machine->events(), family, callback, context);
  if (initial_notification != 0) callback(context, nullptr, MibInitialNotification);
  return adapter_.by_adapter(STATUS_SUCCESS, "listens to the kernel's multicast groups");
}

NETIO_STATUS LinuxApi::cancel_notification(HANDLE handle) {
  const bool there = adapter_.notifier.remove(handle);
  return adapter_.by_adapter(there ? STATUS_SUCCESS : STATUS_INVALID_HANDLE,
                             there ? "a registration of its own" : "no such registration");
}

}  // namespace

std::expected<std::unique_ptr<Api>, std::string> linux_api() {
  const auto original = kernel::OriginalNamespace::current();
  if (!original) return std::unexpected(original.error());
  auto machine = kernel::Machine::start(*original, kernel::Ipv6::there);
  if (!machine) return std::unexpected("linux: " + machine.error());
  return std::make_unique<LinuxApi>(*original, *std::move(machine));
}

}  // namespace netioconf::conformance::implementations::linux
