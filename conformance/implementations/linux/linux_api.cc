#include "conformance/implementations/linux/linux_api.h"

#include <netinet/in.h>

#include <optional>
#include <utility>

#include "conformance/implementations/api/forwarding_api.h"
#include "conformance/implementations/linux/linux_calls.h"
#include "oracle/model/calls.h"

namespace netioconf::conformance::implementations::linux {
namespace {

// The result of netioconf_reset for a host that Linux cannot be.
constexpr int no_such_host = 1;
constexpr int failed = 2;

class LinuxApi final : public ForwardingApi<LinuxCalls> {
 public:
  LinuxApi(const kernel::OriginalNamespace& original, kernel::Machine with_ipv6)
      : original_{original}, with_ipv6_{std::move(with_ipv6)} {
    calls_.adapter.machine = &with_ipv6_;
  }

  bool has(oracle::Call call) const override { return oracle::is_function(call); }
  bool has_reset() const override { return true; }
  bool synchronous_callbacks() const override { return true; }
  std::string decided_by() const override { return calls_.adapter.decided_by; }
  std::string unaskable(ADDRESS_FAMILY family) const override {
    return family == NETIOCONF_AF_INET ? "Linux has no IPv4 anycast addresses" : "";
  }

  int reset(const netioconf_host& host) override;
  int describe(netioconf_host* host) override {
    if (!host_) return failed;
    *host = *host_;
    host->size = sizeof *host;
    return 0;
  }

 private:
  [[nodiscard]] std::expected<kernel::Machine*, std::string> machine_with(kernel::Ipv6 ipv6);

  kernel::OriginalNamespace original_;
  kernel::Machine with_ipv6_;
  std::optional<kernel::Machine> without_ipv6_;  // created at the first use
  std::optional<netioconf_host> host_;           // of the last reset, if that succeeded
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
    calls_.adapter.decided_by = why;
    return number;
  };
  calls_.adapter.notifier.clear(calls_.adapter.machine->events());
  calls_.adapter.remembered.clear();
  host_.reset();
  const auto requested = requested_links(host);
  if (!requested) return refuse(no_such_host, requested.error());
  const auto machine = machine_with(host.ipv6 != 0 ? kernel::Ipv6::there : kernel::Ipv6::disabled);
  if (!machine) return refuse(failed, machine.error());
  calls_.adapter.machine = *machine;
  if (const auto flushed = calls_.adapter.machine->flush(); !flushed)
    return refuse(failed, flushed.error());
  const auto links = calls_.adapter.machine->links_for(*requested);
  if (!links) return refuse(failed, links.error());
  calls_.adapter.link_map = link_map_of(host, *links);
  host_ = host;
  return 0;
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
