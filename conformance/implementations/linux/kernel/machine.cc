#include "conformance/implementations/linux/kernel/machine.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/if_link.h>
#include <linux/veth.h>
#include <net/if.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "conformance/implementations/api/descriptor.h"
#include "conformance/implementations/linux/kernel/kernel_routes.h"

namespace netioconf::conformance::implementations::linux::kernel {
namespace {

constexpr std::uint32_t loopback_ifindex = 1;
constexpr std::uint32_t mtu_too_small_for_ipv6 = 1279;
constexpr std::uint32_t first_peer = 0x40000000;  // beyond the indexes that scripts use

struct Setting {
  std::string_view path;  // below /proc/sys/net/ipv6/conf
  char value;
};
// Only a forwarding machine accepts anycast addresses of any prefix. The other settings keep the kernel
// from adding addresses and routes to links.
constexpr std::array settings = {Setting{"default/addr_gen_mode", '1'},
                                 Setting{"default/accept_ra", '0'},
                                 Setting{"default/dad_transmits", '0'}, Setting{"all/forwarding", '1'}};

std::expected<void, std::string> set(const Setting& setting) {
  const std::string path = fmt::format("/proc/sys/net/ipv6/conf/{}", setting.path);
  const Descriptor file{open(path.c_str(), O_WRONLY | O_CLOEXEC)};
  if (file.valid() && write(file.number(), &setting.value, 1) == 1) return {};
  return std::unexpected(fmt::format("{}: {}; /proc/sys must be writable", path, std::strerror(errno)));
}

std::string in_words(std::string_view what, const KernelAnswer& answer) {
  return fmt::format("{}: {}{}{}", what, std::strerror(answer.error), answer.words.empty() ? "" : ", ",
                     answer.words);
}

// Removes the addresses that lo gets when it comes up, 127.0.0.1/8 and ::1/128.
KernelAnswer take_address(Netlink& kernel, std::uint8_t family) {
  NetlinkRequest request{RTM_DELADDR, 0};
  ifaddrmsg header{};
  header.ifa_family = family;
  header.ifa_prefixlen = family == AF_INET ? 8 : 128;
  header.ifa_index = loopback_ifindex;
  request.put(header);
  const std::array<std::uint8_t, 4> ipv4{127, 0, 0, 1};
  const std::array<std::uint8_t, 16> ipv6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  if (family == AF_INET) request.put(IFA_LOCAL, ipv4.data(), ipv4.size());
  if (family == AF_INET6) request.put(IFA_LOCAL, ipv6.data(), ipv6.size());
  return kernel.change(request);
}

KernelAnswer bring_up(Netlink& kernel, std::uint32_t ifindex) {
  NetlinkRequest request{RTM_NEWLINK, 0};
  ifinfomsg header{};
  header.ifi_index = static_cast<int>(ifindex);
  header.ifi_flags = IFF_UP;
  header.ifi_change = IFF_UP;
  request.put(header);
  return kernel.change(request);
}

// A veth pair whose peer stays down. Without a carrier nothing is ever sent, and the kernel adds no
// routes of its own.
KernelAnswer make_pair(Netlink& kernel, const LinkKind& kind, std::uint32_t ifindex,
                       std::uint32_t number) {
  NetlinkRequest request{RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL};
  ifinfomsg header{};
  header.ifi_index = static_cast<int>(ifindex);
  header.ifi_flags = kind.up ? unsigned{IFF_UP} : 0U;
  header.ifi_change = IFF_UP;
  request.put(header);
  request.put_text(IFLA_IFNAME, fmt::format("link{}", number).c_str());
  if (!kind.ipv6) request.put(IFLA_MTU, mtu_too_small_for_ipv6);
  nlattr* info = request.begin_nest(IFLA_LINKINFO);
  request.put_text(IFLA_INFO_KIND, "veth");
  nlattr* data = request.begin_nest(IFLA_INFO_DATA);
  nlattr* peer = request.begin_nest(VETH_INFO_PEER);
  ifinfomsg of_peer{};
  of_peer.ifi_index = static_cast<int>(first_peer + number);
  request.put(of_peer);
  request.put_text(IFLA_IFNAME, fmt::format("peer{}", number).c_str());
  request.end_nest(peer);
  request.end_nest(data);
  request.end_nest(info);
  return kernel.change(request);
}

}  // namespace

Machine::Machine(Ipv6 ipv6, Netlink kernel, Netlink events, KernelAnycasts anycasts)
    : ipv6_{ipv6},
      kernel_{std::move(kernel)},
      events_{std::move(events)},
      anycasts_{std::move(anycasts)} {}

std::expected<Machine, std::string> Machine::start(const OriginalNamespace& original, Ipv6 ipv6) {
  if (const auto left = original.leave(); !left) return std::unexpected(left.error());
  auto kernel = Netlink::open(original);
  if (!kernel) return std::unexpected(kernel.error());
  auto events = Netlink::open(original);
  if (!events) return std::unexpected(events.error());
  auto anycasts = KernelAnycasts::open(original);
  if (!anycasts) return std::unexpected(anycasts.error());
  for (const Setting& setting : settings) {
    if (const auto done = set(setting); !done) return std::unexpected(done.error());
  }
  if (ipv6 == Ipv6::disabled) {
    const auto done = set({"all/disable_ipv6", '1'});
    if (!done) return std::unexpected(done.error());
  }
  Machine machine{ipv6, *std::move(kernel), *std::move(events), *std::move(anycasts)};
  if (const auto done = machine.ready_loopback(); !done) return std::unexpected(done.error());
  return machine;
}

std::expected<void, std::string> Machine::ready_loopback() {
  const KernelAnswer up = bring_up(kernel_, loopback_ifindex);
  if (up.error != 0) return std::unexpected(in_words("lo doesn't come up", up));
  for (const auto family : {std::uint8_t{AF_INET}, std::uint8_t{AF_INET6}}) {
    if (family == AF_INET6 && ipv6_ == Ipv6::disabled) continue;
    const KernelAnswer taken = take_address(kernel_, family);
    if (taken.error != 0) return std::unexpected(in_words("lo keeps its address", taken));
  }
  links_.push_back({{.loopback = true}, loopback_ifindex});
  return {};
}

const Machine::Link* Machine::kept_link(const RequestedLink& wanted,
                                        const std::vector<std::uint32_t>& taken) const {
  const Link* any = nullptr;
  for (const Link& link : links_) {
    const bool free = std::find(taken.begin(), taken.end(), link.ifindex) == taken.end();
    if (!free || link.kind != wanted.kind) continue;
    if (link.ifindex == wanted.index) return &link;
    if (any == nullptr) any = &link;
  }
  return any;
}

std::expected<std::uint32_t, std::string> Machine::make_link(const RequestedLink& wanted) {
  const auto number = static_cast<std::uint32_t>(links_.size());
  const bool possible = wanted.index > loopback_ifindex && wanted.index < first_peer;
  KernelAnswer answer = make_pair(kernel_, wanted.kind, possible ? wanted.index : 0, number);
  if (possible && (answer.error == EBUSY || answer.error == EEXIST)) {
    answer = make_pair(kernel_, wanted.kind, 0, number);
  }
  if (answer.error != 0) return std::unexpected(in_words("a veth pair can't be created", answer));
  NetlinkRequest request{RTM_GETLINK, 0};
  ifinfomsg header{};
  request.put(header);
  request.put_text(IFLA_IFNAME, fmt::format("link{}", number).c_str());
  std::uint32_t ifindex = 0;
  answer = kernel_.ask(request, [&](const nlmsghdr& message) {
    const auto* info = static_cast<const ifinfomsg*>(mnl_nlmsg_get_payload(&message));
    ifindex = static_cast<std::uint32_t>(info->ifi_index);
  });
  if (answer.error != 0) return std::unexpected(in_words("a veth pair is missing", answer));
  links_.push_back({wanted.kind, ifindex});
  return ifindex;
}

std::expected<std::vector<std::uint32_t>, std::string> Machine::links_for(
    const std::vector<RequestedLink>& requested) {
  std::vector<std::uint32_t> chosen;
  for (const RequestedLink& wanted : requested) {
    const Link* kept = kept_link(wanted, chosen);
    if (kept != nullptr) {
      chosen.push_back(kept->ifindex);
      continue;
    }
    const auto made = make_link(wanted);
    if (!made) return std::unexpected(made.error());
    chosen.push_back(*made);
  }
  return chosen;
}

std::expected<void, std::string> Machine::flush() {
  anycasts_.leave_all();
  std::vector<KernelRoute> routes;
  const KernelAnswer answer =
      each_route(kernel_, AF_UNSPEC, [&](const KernelRoute& route) { routes.push_back(route); });
  if (answer.error != 0) return std::unexpected(in_words("the tables can't be read", answer));
  for (const KernelRoute& route : routes) {
    const KernelAnswer removed = remove_route(kernel_, route).answer;
    // A route that was about to expire may already be gone.
    if (removed.error != 0 && removed.error != ESRCH) {
      return std::unexpected(in_words("a route can't be removed", removed));
    }
  }
  return {};
}

}  // namespace netioconf::conformance::implementations::linux::kernel
