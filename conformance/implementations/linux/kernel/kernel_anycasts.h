#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "conformance/implementations/api/descriptor.h"
#include "conformance/implementations/linux/kernel/netlink.h"

namespace netioconf::conformance::implementations::linux::kernel {

struct KernelAnycast {
  std::uint32_t ifindex = 0;
  std::array<std::uint8_t, 16> address{};

  friend bool operator==(const KernelAnycast&, const KernelAnycast&) = default;
};

// An anycast address exists while a socket has joined it, and the kernel counts how often. Only IPv6 has
// anycast addresses.
class KernelAnycasts {
 public:
  // In the namespace of this process.
  [[nodiscard]] static std::expected<KernelAnycasts, std::string> open(
      const OriginalNamespace& original);

  [[nodiscard]] KernelAnswer join(const KernelAnycast& anycast);
  [[nodiscard]] KernelAnswer leave(const KernelAnycast& anycast);
  // Leaves every joined address.
  void leave_all();
  // Tells of an address that the kernel joined itself, because it forwards: that of all routers of a
  // subnet (RFC 4291, section 2.6.1).
  void note_own(const KernelAnycast& anycast) { own_.push_back(anycast); }
  void forget_own() { own_.clear(); }
  // /proc/net/anycast6, without what only the kernel joined.
  [[nodiscard]] std::vector<KernelAnycast> list() const;

 private:
  KernelAnycasts(Descriptor socket, Descriptor table)
      : socket_{std::move(socket)}, table_{std::move(table)} {}

  Descriptor socket_;
  Descriptor table_;
  std::vector<KernelAnycast> joined_;
  std::vector<KernelAnycast> own_;
};

}  // namespace netioconf::conformance::implementations::linux::kernel
