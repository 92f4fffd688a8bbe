#include "conformance/implementations/library/library.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace netioconf::conformance::implementations::library {
namespace {

using oracle::Call;

// A member is NULL if the library has no such function.
struct Functions {
  decltype(&::InitializeIpForwardEntry) initialize_route = nullptr;
  decltype(&::CreateIpForwardEntry2) create_route = nullptr;
  decltype(&::SetIpForwardEntry2) set_route = nullptr;
  decltype(&::GetIpForwardEntry2) get_route = nullptr;
  decltype(&::DeleteIpForwardEntry2) delete_route = nullptr;
  decltype(&::GetIpForwardTable2) route_table = nullptr;
  decltype(&::GetBestRoute2) best_route = nullptr;
  decltype(&::NotifyRouteChange2) notify_route_change = nullptr;
  decltype(&::CancelMibChangeNotify2) cancel_notification = nullptr;
  decltype(&::CreateAnycastIpAddressEntry) create_anycast = nullptr;
  decltype(&::GetAnycastIpAddressEntry) get_anycast = nullptr;
  decltype(&::DeleteAnycastIpAddressEntry) delete_anycast = nullptr;
  decltype(&::GetAnycastIpAddressTable) anycast_table = nullptr;
  decltype(&::GetIpInterfaceEntry) get_link = nullptr;
  decltype(&::FreeMibTable) free_table = nullptr;
  decltype(&::netioconf_reset) reset = nullptr;
  decltype(&::netioconf_describe) describe = nullptr;
};

template <class Function>
bool resolve(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  return function != nullptr;
}

using Presence = std::array<bool, oracle::call_count>;

Presence resolve(void* library, Functions& to) {
  Presence there{};
  const auto find = [&](Call call, const char* name, auto& function) {
    there[static_cast<std::size_t>(call)] = resolve(library, name, function);
  };
  find(Call::initialize_route, "InitializeIpForwardEntry", to.initialize_route);
  find(Call::create_route, "CreateIpForwardEntry2", to.create_route);
  find(Call::set_route, "SetIpForwardEntry2", to.set_route);
  find(Call::get_route, "GetIpForwardEntry2", to.get_route);
  find(Call::delete_route, "DeleteIpForwardEntry2", to.delete_route);
  find(Call::route_table, "GetIpForwardTable2", to.route_table);
  find(Call::best_route, "GetBestRoute2", to.best_route);
  find(Call::notify_route_change, "NotifyRouteChange2", to.notify_route_change);
  find(Call::cancel_notification, "CancelMibChangeNotify2", to.cancel_notification);
  find(Call::create_anycast, "CreateAnycastIpAddressEntry", to.create_anycast);
  find(Call::get_anycast, "GetAnycastIpAddressEntry", to.get_anycast);
  find(Call::delete_anycast, "DeleteAnycastIpAddressEntry", to.delete_anycast);
  find(Call::anycast_table, "GetAnycastIpAddressTable", to.anycast_table);
  find(Call::get_link, "GetIpInterfaceEntry", to.get_link);
  find(Call::free_table, "FreeMibTable", to.free_table);
  resolve(library, "netioconf_reset", to.reset);
  resolve(library, "netioconf_describe", to.describe);
  return there;
}

class LibraryApi final : public Api {
 public:
  LibraryApi(const Functions& functions, const Presence& there) : call_{functions}, there_{there} {}

  bool has(Call call) const override { return there_[static_cast<std::size_t>(call)]; }
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
    return call_.notify_route_change(family, callback, context, initial_notification, handle);
  }
  NETIO_STATUS cancel_notification(HANDLE handle) override { return call_.cancel_notification(handle); }
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
  Functions call_;
  Presence there_;
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
  Functions functions;
  const Presence there = resolve(library, functions);
  if (std::find(there.begin(), there.end(), true) == there.end()) {
    return std::unexpected(
        fmt::format("{}: exports none of the documented functions; give them the names in "
                    "conformance/abi/netioapi.h, extern \"C\" and with default visibility",
                    path));
  }
  return std::make_unique<LibraryApi>(functions, there);
}

}  // namespace netioconf::conformance::implementations::library
