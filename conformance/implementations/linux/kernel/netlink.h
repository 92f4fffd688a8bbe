#pragma once

#include <libmnl/libmnl.h>
#include <linux/rtnetlink.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "conformance/implementations/linux/kernel/net_namespace.h"

namespace netioconf::conformance::implementations::linux::kernel {

// The kernel's answer to a request: 0 or an errno value, and its error message if it has one.
struct KernelAnswer {
  int error = 0;
  std::string words;
};

// Builds a small request to rtnetlink.
class NetlinkRequest {
 public:
  NetlinkRequest(std::uint16_t type, unsigned flags);

  // The header after the netlink header: rtmsg, ifinfomsg, ….
  template <class Header>
  void put(const Header& header) {
    void* place = mnl_nlmsg_put_extra_header(header_, sizeof header);
    *static_cast<Header*>(place) = header;
  }
  void put(std::uint16_t attribute, const void* data, std::size_t size) {
    mnl_attr_put(header_, attribute, size, data);
  }
  void put(std::uint16_t attribute, std::uint32_t number) {
    mnl_attr_put_u32(header_, attribute, number);
  }
  void put_text(std::uint16_t attribute, const char* text) {
    mnl_attr_put_strz(header_, attribute, text);
  }
  [[nodiscard]] nlattr* begin_nest(std::uint16_t attribute) {
    return mnl_attr_nest_start(header_, attribute);
  }
  void end_nest(nlattr* nest) { mnl_attr_nest_end(header_, nest); }

  [[nodiscard]] nlmsghdr* message() { return header_; }

 private:
  alignas(8) std::array<char, 1024> bytes_{};
  nlmsghdr* header_;
};

using OnMessage = std::function<void(const nlmsghdr&)>;

// A route socket in a namespace of our own.
class Netlink {
 public:
  // Fails in the namespace of `original`.
  [[nodiscard]] static std::expected<Netlink, std::string> open(const OriginalNamespace& original);

  // Sends a change and waits for the acknowledgement. With NLM_F_ECHO, on_echo gets the kernel's
  // description of the change.
  [[nodiscard]] KernelAnswer change(
      NetlinkRequest& request, const OnMessage& on_echo = [](const nlmsghdr&) {});
  // Sends a request for one message or for a dump. on_message gets every message of the answer.
  [[nodiscard]] KernelAnswer ask(NetlinkRequest& request, const OnMessage& on_message);

  // Events: joins or leaves a multicast group, or passes on the events that have arrived.
  void join(unsigned group);
  void leave(unsigned group);
  void collect(const OnMessage& on_message);

 private:
  struct Close {
    void operator()(mnl_socket* socket) const { mnl_socket_close(socket); }
  };
  using Socket = std::unique_ptr<mnl_socket, Close>;

  explicit Netlink(Socket socket) : socket_{std::move(socket)}, buffer_(1U << 16U) {}

  Socket socket_;
  std::vector<char> buffer_;
  std::uint32_t sequence_ = 0;
};

}  // namespace netioconf::conformance::implementations::linux::kernel
