#pragma once

#include <sys/types.h>

#include <expected>
#include <string>

namespace netioconf::conformance::implementations::linux::kernel {

// Identifies a network namespace.
struct NamespaceId {
  dev_t device = 0;
  ino_t inode = 0;

  friend bool operator==(const NamespaceId&, const NamespaceId&) = default;
};

// The namespace of this process. The error is one line.
[[nodiscard]] std::expected<NamespaceId, std::string> current_namespace();

// The namespace of a socket, which may differ from that of the process.
[[nodiscard]] std::expected<NamespaceId, std::string> namespace_of_socket(int socket);

// The namespace that this process was started in: the machine's own, in which nothing may be changed.
class OriginalNamespace {
 public:
  [[nodiscard]] static std::expected<OriginalNamespace, std::string> current();

  // Creates a namespace, inside a new user namespace if necessary, and moves this process there. The
  // process must have one thread only. The error states in one line why the machine does not permit it.
  [[nodiscard]] std::expected<void, std::string> leave() const;

  // An error unless both the process and the socket are in another namespace.
  [[nodiscard]] std::expected<void, std::string> require_left(int socket) const;

 private:
  explicit OriginalNamespace(NamespaceId id) : id_{id} {}

  NamespaceId id_;
};

}  // namespace netioconf::conformance::implementations::linux::kernel
