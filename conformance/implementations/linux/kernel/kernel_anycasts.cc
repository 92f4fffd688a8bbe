#include "conformance/implementations/linux/kernel/kernel_anycasts.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <string_view>

namespace netioconf::conformance::implementations::linux::kernel {
namespace {

KernelAnswer set_option(int socket, int option, const KernelAnycast& anycast) {
  ipv6_mreq membership{};
  std::memcpy(&membership.ipv6mr_multiaddr, anycast.address.data(), anycast.address.size());
  membership.ipv6mr_interface = anycast.ifindex;
  if (setsockopt(socket, IPPROTO_IPV6, option, &membership, sizeof membership) == 0) return {};
  return {.error = errno};
}

std::string read_all(int file) {
  std::string text(4096, '\0');
  std::size_t size = 0;
  while (true) {
    const ssize_t got = pread(file, text.data() + size, text.size() - size, static_cast<off_t>(size));
    if (got <= 0) break;
    size += static_cast<std::size_t>(got);
    if (size == text.size()) text.resize(2 * size);
  }
  text.resize(size);
  return text;
}

// The next word of a line.
std::string_view take_word(std::string_view& line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  const std::string_view word = line.substr(0, line.find(' '));
  line.remove_prefix(word.size());
  return word;
}

// "1001 veth1           20010db8000000000000000000000001     1": index, name, address, users.
bool read_line(std::string_view line, KernelAnycast& anycast) {
  const std::string_view index = take_word(line);
  take_word(line);
  const std::string_view address = take_word(line);
  std::from_chars(index.data(), index.data() + index.size(), anycast.ifindex);
  if (address.size() != 2 * anycast.address.size()) return false;
  for (std::size_t octet = 0; octet < anycast.address.size(); ++octet) {
    const char* digits = address.data() + 2 * octet;
    std::from_chars(digits, digits + 2, anycast.address[octet], 16);
  }
  return true;
}

}  // namespace

std::expected<KernelAnycasts, std::string> KernelAnycasts::open(const OriginalNamespace& original) {
  Descriptor socket{::socket(AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0)};
  if (!socket.valid()) {
    return std::unexpected(
        fmt::format("no IPv6 socket: {}; this kernel is without IPv6", std::strerror(errno)));
  }
  if (const auto left = original.require_left(socket.number()); !left)
    return std::unexpected(left.error());
  Descriptor table{::open("/proc/self/net/anycast6", O_RDONLY | O_CLOEXEC)};
  if (!table.valid())
    return std::unexpected(fmt::format("/proc/net/anycast6: {}", std::strerror(errno)));
  return KernelAnycasts{std::move(socket), std::move(table)};
}

KernelAnswer KernelAnycasts::join(const KernelAnycast& anycast) {
  const KernelAnswer answer = set_option(socket_.number(), IPV6_JOIN_ANYCAST, anycast);
  if (answer.error == 0) joined_.push_back(anycast);
  return answer;
}

KernelAnswer KernelAnycasts::leave(const KernelAnycast& anycast) {
  const auto found = std::ranges::find(joined_, anycast);
  if (found != joined_.end()) joined_.erase(found);
  return set_option(socket_.number(), IPV6_LEAVE_ANYCAST, anycast);
}

void KernelAnycasts::leave_all() {
  for (const KernelAnycast& anycast : joined_) {
    static_cast<void>(set_option(socket_.number(), IPV6_LEAVE_ANYCAST, anycast));
  }
  joined_.clear();
}

std::vector<KernelAnycast> KernelAnycasts::list() const {
  const auto contains = [](const std::vector<KernelAnycast>& all, const KernelAnycast& one) {
    return std::ranges::find(all, one) != all.end();
  };
  std::vector<KernelAnycast> anycasts;
  const std::string text = read_all(table_.number());
  std::string_view left = text;
  while (!left.empty()) {
    const std::size_t end = std::min(left.find('\n'), left.size());
    KernelAnycast anycast;
    const bool readable = read_line(left.substr(0, end), anycast);
    const bool is_wanted = contains(joined_, anycast) || !contains(own_, anycast);
    // The kernel has each only once, but lists one twice if its list changes while it is read.
    if (readable && is_wanted && !contains(anycasts, anycast)) anycasts.push_back(anycast);
    left.remove_prefix(std::min(end + 1, left.size()));
  }
  return anycasts;
}

}  // namespace netioconf::conformance::implementations::linux::kernel
