#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "conformance/implementations/linux/kernel/kernel_anycasts.h"
#include "conformance/implementations/linux/kernel/netlink.h"

namespace netioconf::conformance::implementations::linux::kernel {

// The properties of a link.
struct LinkKind {
  bool loopback = false;  // lo, which exists once
  bool ipv6 = true;       // false: its MTU is too small for IPv6, so the kernel gives it no such stack
  bool up = true;         // false: the link is down, so no route can use it

  friend bool operator==(const LinkKind&, const LinkKind&) = default;
};
struct RequestedLink {
  LinkKind kind;
  std::uint32_t index = 0;  // the kernel's index if it is free

  friend bool operator==(const RequestedLink&, const RequestedLink&) = default;
};

enum class Ipv6 : std::uint8_t { there, disabled };

// A network namespace of our own with links, which are created once and kept. No link has an address.
class Machine {
 public:
  // Moves this process into a new namespace and sets that up.
  [[nodiscard]] static std::expected<Machine, std::string> start(const OriginalNamespace& original,
                                                                 Ipv6 ipv6);

  [[nodiscard]] Ipv6 ipv6() const { return ipv6_; }
  [[nodiscard]] Netlink& kernel() { return kernel_; }
  [[nodiscard]] Netlink& events() { return events_; }
  [[nodiscard]] KernelAnycasts& anycasts() { return anycasts_; }

  // Provides a different link for each requested link, and returns the kernel's indexes. Other links may
  // exist.
  [[nodiscard]] std::expected<std::vector<std::uint32_t>, std::string> links_for(
      const std::vector<RequestedLink>& requested);

  // Empties the tables.
  [[nodiscard]] std::expected<void, std::string> flush();

 private:
  struct Link {
    LinkKind kind;
    std::uint32_t ifindex;
  };

  Machine(Ipv6 ipv6, Netlink kernel, Netlink events, KernelAnycasts anycasts);
  [[nodiscard]] std::expected<void, std::string> ready_loopback();
  [[nodiscard]] const Link* kept_link(const RequestedLink& wanted,
                                      const std::vector<std::uint32_t>& taken) const;
  [[nodiscard]] std::expected<std::uint32_t, std::string> make_link(const RequestedLink& wanted);

  Ipv6 ipv6_;
  Netlink kernel_;
  Netlink events_;
  KernelAnycasts anycasts_;
  std::vector<Link> links_;
};

}  // namespace netioconf::conformance::implementations::linux::kernel
