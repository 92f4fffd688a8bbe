#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "conformance/implementations/linux/kernel/kernel_addresses.h"
#include "conformance/implementations/linux/kernel/kernel_anycasts.h"
#include "conformance/implementations/linux/kernel/netlink.h"

namespace netioconf::conformance::implementations::linux::kernel {

// The properties of a link.
struct LinkKind {
  bool loopback = false;  // lo, which exists once
  bool ipv6 = true;       // false: its MTU is too small for IPv6, so the kernel gives it no such stack
  bool up = true;         // false: the link is down, so no route can use it
  bool connected = true;  // false: the link has no carrier, like one without a cable

  friend bool operator==(const LinkKind&, const LinkKind&) = default;
};
struct RequestedLink {
  LinkKind kind;
  std::uint32_t index = 0;  // the kernel's index if it is free
  std::vector<LinkAddress> addresses = {};

  friend bool operator==(const RequestedLink&, const RequestedLink&) = default;
};

enum class Ipv6 : std::uint8_t { there, disabled };

// A network namespace of our own with links, which are created once and kept.
class Machine {
 public:
  // Moves this process into a new namespace and sets that up.
  [[nodiscard]] static std::expected<Machine, std::string> start(const OriginalNamespace& original,
                                                                 Ipv6 ipv6);

  [[nodiscard]] Ipv6 ipv6() const { return ipv6_; }
  [[nodiscard]] Netlink& kernel() { return kernel_; }
  [[nodiscard]] Netlink& events() { return events_; }
  [[nodiscard]] KernelAnycasts& anycasts() { return anycasts_; }

  // Provides a different link for each requested link, with its addresses, and returns the kernel's
  // indexes. Other links may exist.
  [[nodiscard]] std::expected<std::vector<std::uint32_t>, std::string> links_for(
      const std::vector<RequestedLink>& requested);

  // Empties the tables and takes the addresses from the links.
  [[nodiscard]] std::expected<void, std::string> flush();

 private:
  struct Link {
    LinkKind kind;
    std::uint32_t ifindex;
  };

  struct GivenAddress {
    std::uint32_t ifindex;
    LinkAddress address;
  };

  Machine(Ipv6 ipv6, Netlink kernel, Netlink events, KernelAnycasts anycasts);
  [[nodiscard]] std::expected<void, std::string> ready_loopback();
  [[nodiscard]] const Link* kept_link(const RequestedLink& wanted,
                                      const std::vector<std::uint32_t>& taken) const;
  [[nodiscard]] std::expected<std::uint32_t, std::string> make_link(const RequestedLink& wanted);
  [[nodiscard]] std::expected<void, std::string> give(std::uint32_t ifindex, const LinkAddress& address);
  [[nodiscard]] std::expected<void, std::string> take_addresses();

  Ipv6 ipv6_;
  Netlink kernel_;
  Netlink events_;
  KernelAnycasts anycasts_;
  std::vector<Link> links_;
  std::vector<GivenAddress> given_;
};

}  // namespace netioconf::conformance::implementations::linux::kernel
