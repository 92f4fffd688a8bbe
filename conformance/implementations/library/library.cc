#include "conformance/implementations/library/library.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include "conformance/implementations/process/testee/library.h"
#include "oracle/model/calls.h"

namespace netioconf::conformance::implementations::library {
namespace {

using oracle::Call;

class LibraryApi final : public Api {
 public:
  explicit LibraryApi(const ::library& functions) : call_{functions} {}

  bool has(Call call) const override {
    return oracle::is_function(call) && (call_.calls >> static_cast<unsigned>(call) & 1U) != 0;
  }
  bool has_reset() const override { return call_.reset != nullptr; }
  bool synchronous_callbacks() const override { return false; }

  int reset(const netioconf_host& host) override { return call_.reset(&host); }
  int describe(netioconf_host* host) override {
    return call_.describe == nullptr ? 1 : call_.describe(host);
  }

  void initialize_route(MIB_IPFORWARD_ROW2* row) override { call_.initialize_route(row); }
  NETIO_STATUS create_route(const MIB_IPFORWARD_ROW2* row) override { return call_.create_route(row); }
  NETIO_STATUS set_route(const MIB_IPFORWARD_ROW2* row) override { return call_.set_route(row); }
  NETIO_STATUS get_route(MIB_IPFORWARD_ROW2* row) override { return call_.get_route(row); }
  NETIO_STATUS delete_route(const MIB_IPFORWARD_ROW2* row) override { return call_.delete_route(row); }
  NETIO_STATUS route_table(ADDRESS_FAMILY family, MIB_IPFORWARD_TABLE2** table) override {
    return call_.route_table(family, table);
  }
  NETIO_STATUS best_route(NET_LUID* luid, NET_IFINDEX index, const SOCKADDR_INET* source,
                          const SOCKADDR_INET* destination, ULONG sort_options,
                          MIB_IPFORWARD_ROW2* best_route, SOCKADDR_INET* best_source) override {
    return call_.best_route(luid, index, source, destination, sort_options, best_route, best_source);
  }
  NETIO_STATUS notify_route_change(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback,
                                   PVOID context, BOOLEAN initial_notification,
                                   HANDLE* handle) override {
    return call_.notify(family, callback, context, initial_notification, handle);
  }
  NETIO_STATUS cancel_notification(HANDLE handle) override { return call_.cancel(handle); }
  NETIO_STATUS create_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) override {
    return call_.create_anycast(row);
  }
  NETIO_STATUS get_anycast(MIB_ANYCASTIPADDRESS_ROW* row) override { return call_.get_anycast(row); }
  NETIO_STATUS delete_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) override {
    return call_.delete_anycast(row);
  }
  NETIO_STATUS anycast_table(ADDRESS_FAMILY family, MIB_ANYCASTIPADDRESS_TABLE** table) override {
    return call_.anycast_table(family, table);
  }
  NETIO_STATUS get_link(MIB_IPINTERFACE_ROW* row) override { return call_.get_link(row); }
  void free_table(PVOID memory) override { call_.free_table(memory); }

 private:
  ::library call_;
};

}  // namespace

std::expected<std::unique_ptr<Api>, std::string> load_library(const std::string& path) {
  // Without a slash dlopen would search the system's library folders.
  const std::string file = path.find('/') == std::string::npos ? "./" + path : path;
  void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    return std::unexpected(
        fmt::format("{}: cannot be loaded: {}; give the path of a shared library built for this machine",
                    path, dlerror()));
  }
  ::library functions{};
  if (find_functions(&functions, library) != nullptr) {
    return std::unexpected(
        fmt::format("{}: exports none of the documented functions; give them the names in "
                    "conformance/abi/netioapi.h, extern \"C\" and with default visibility",
                    path));
  }
  return std::make_unique<LibraryApi>(functions);
}

}  // namespace netioconf::conformance::implementations::library
