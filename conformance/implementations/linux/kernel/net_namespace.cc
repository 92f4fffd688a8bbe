#include "conformance/implementations/linux/kernel/net_namespace.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/sockios.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace netioconf::conformance::implementations::linux::kernel {
namespace {

std::string because_of(int error) { return std::strerror(error); }

}  // namespace

std::expected<NamespaceId, std::string> current_namespace() {
  struct stat status{};
  if (stat("/proc/self/ns/net", &status) != 0) {
    return std::unexpected(fmt::format("/proc/self/ns/net: {}; mount /proc", because_of(errno)));
  }
  return NamespaceId{.device = status.st_dev, .inode = status.st_ino};
}

std::expected<NamespaceId, std::string> namespace_of_socket(int socket) {
  const int descriptor = ioctl(socket, SIOCGSKNS);
  if (descriptor < 0) {
    return std::unexpected("the namespace of a socket can't be determined: " + because_of(errno));
  }
  struct stat status{};
  const int failed = fstat(descriptor, &status);
  close(descriptor);
  if (failed != 0) return std::unexpected("the namespace of a socket can't be determined");
  return NamespaceId{.device = status.st_dev, .inode = status.st_ino};
}

std::expected<OriginalNamespace, std::string> OriginalNamespace::current() {
  const auto id = current_namespace();
  if (!id) return std::unexpected(id.error());
  return OriginalNamespace{*id};
}

std::expected<void, std::string> OriginalNamespace::leave() const {
  if (unshare(CLONE_NEWNET) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) {
    return std::unexpected(
        fmt::format("this machine permits no network namespace ({}); run as root, or allow user "
                    "namespaces",
                    because_of(errno)));
  }
  const auto id = current_namespace();
  if (!id) return std::unexpected(id.error());
  if (*id == id_) return std::unexpected("the network namespace is still the machine's own");
  return {};
}

std::expected<void, std::string> OriginalNamespace::require_left(int socket) const {
  const auto process = current_namespace();
  if (!process) return std::unexpected(process.error());
  const auto of_socket = namespace_of_socket(socket);
  if (!of_socket) return std::unexpected(of_socket.error());
  if (*process == id_ || *of_socket == id_) {
    return std::unexpected("refused: this is the machine's own network namespace");
  }
  return {};
}

}  // namespace netioconf::conformance::implementations::linux::kernel
