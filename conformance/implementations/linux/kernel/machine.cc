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

// The addresses that lo gets when it comes up.
const std::array addresses_of_lo = {
    LinkAddress{{.family = AF_INET, .bytes = {127, 0, 0, 1}}, 8},
    LinkAddress{{.family = AF_INET6, .bytes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}}, 128}};

// The anycast address of the routers of the subnet that an IPv6 address is in.
KernelAnycast of_all_routers(std::uint32_t ifindex, const LinkAddress& address) {
  KernelAnycast anycast{.ifindex = ifindex, .address = address.address.bytes};
  for (std::size_t bit = address.length; bit < 128; ++bit)
    anycast.address[bit / 8] &= static_cast<std::uint8_t>(~(0x80U >> bit % 8));
  return anycast;
}

KernelAnswer bring_up(Netlink& kernel, const std::string& name) {
  NetlinkRequest request{RTM_NEWLINK, 0};
  ifinfomsg header{};
  header.ifi_flags = IFF_UP;
  header.ifi_change = IFF_UP;
  request.put(header);
  request.put_text(IFLA_IFNAME, name.c_str());
  return kernel.change(request);
}

std::string name_of_peer(std::uint32_t number) { return fmt::format("peer{}", number); }

// A veth pair. The link has no carrier before its peer is up.
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
  request.put_text(IFLA_IFNAME, name_of_peer(number).c_str());
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
  const KernelAnswer up = bring_up(kernel_, "lo");
  if (up.error != 0) return std::unexpected(in_words("lo doesn't come up", up));
  for (const LinkAddress& address : addresses_of_lo) {
    if (address.address.family == AF_INET6 && ipv6_ == Ipv6::disabled) continue;
    const KernelAnswer taken = remove_address(kernel_, loopback_ifindex, address);
    if (taken.error != 0) return std::unexpected(in_words("lo keeps its address", taken));
  }
  links_.push_back({{.loopback = true}, loopback_ifindex});
  return {};
}

const Machine::Link* Machine::kept_link(const RequestedLink& wanted,
                                        const std::vector<std::uint32_t>& taken) const {
  const Link* any = nullptr;
  for (const Link& link : links_) {
    const bool free = std::ranges::find(taken, link.ifindex) == taken.end();
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
  if (answer.error == 0 && wanted.kind.connected) answer = bring_up(kernel_, name_of_peer(number));
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
    } else {
      const auto made = make_link(wanted);
      if (!made) return std::unexpected(made.error());
      chosen.push_back(*made);
    }
    for (const LinkAddress& address : wanted.addresses) {
      if (const auto given = give(chosen.back(), address); !given) return std::unexpected(given.error());
    }
  }
  return chosen;
}

std::expected<void, std::string> Machine::give(std::uint32_t ifindex, const LinkAddress& address) {
  const KernelAnswer answer = add_address(kernel_, ifindex, address);
  if (answer.error != 0) return std::unexpected(in_words("an address can't be added", answer));
  given_.push_back({ifindex, address});
  if (address.address.family == AF_INET6) anycasts_.note_own(of_all_routers(ifindex, address));
  return {};
}

std::expected<void, std::string> Machine::take_addresses() {
  while (!given_.empty()) {
    const GivenAddress& last = given_.back();
    const KernelAnswer taken = remove_address(kernel_, last.ifindex, last.address);
    if (taken.error != 0) return std::unexpected(in_words("an address can't be removed", taken));
    given_.pop_back();
  }
  anycasts_.forget_own();
  return {};
}

std::expected<void, std::string> Machine::flush() {
  anycasts_.leave_all();
  if (auto taken = take_addresses(); !taken) return taken;
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
