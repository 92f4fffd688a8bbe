#include "conformance/implementations/emulated/emulator_api.h"

#include <chrono>

#include "conformance/emulator/emulator.h"
#include "conformance/implementations/api/abi_host.h"

namespace netioconf::conformance::implementations::emulated {
namespace {

class EmulatorApi final : public Api {
 public:
  explicit EmulatorApi(const emulator::Behaviour& behaviour)
      : emulator_{to_abi(oracle::plain_host()).value(), behaviour, [this] { return seconds(); }} {}

  bool has(oracle::Call) const override { return true; }
  bool has_reset() const override { return true; }
  bool synchronous_callbacks() const override { return true; }
  int reset(const netioconf_host& host) override {
    begin_ = std::chrono::steady_clock::now();
    return emulator_.reset(host);
  }
  int describe(netioconf_host* host) override { return emulator_.describe(host); }

  void initialize_route(MIB_IPFORWARD_ROW2* row) override { emulator_.initialize_route(row); }
  NETIO_STATUS create_route(const MIB_IPFORWARD_ROW2* row) override {
    return emulator_.create_route(row);
  }
  NETIO_STATUS set_route(const MIB_IPFORWARD_ROW2* row) override { return emulator_.set_route(row); }
  NETIO_STATUS get_route(MIB_IPFORWARD_ROW2* row) override { return emulator_.get_route(row); }
  NETIO_STATUS delete_route(const MIB_IPFORWARD_ROW2* row) override {
    return emulator_.delete_route(row);
  }
  NETIO_STATUS route_table(ADDRESS_FAMILY family, MIB_IPFORWARD_TABLE2** table) override {
    return emulator_.get_route_table(family, table);
  }
  NETIO_STATUS best_route(NET_LUID* luid, NET_IFINDEX index, const SOCKADDR_INET* source,
                          const SOCKADDR_INET* destination, ULONG sort_options,
                          MIB_IPFORWARD_ROW2* best_route, SOCKADDR_INET* best_source) override {
    return emulator_.get_best_route(luid, index, source, destination, sort_options, best_route,
                                    best_source);
  }
  NETIO_STATUS notify_route_change(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback,
                                   PVOID context, BOOLEAN initial_notification,
                                   HANDLE* handle) override {
    return emulator_.notify_route_change(family, callback, context, initial_notification, handle);
  }
  NETIO_STATUS cancel_notification(HANDLE handle) override {
    return emulator_.cancel_notification(handle);
  }
  NETIO_STATUS create_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) override {
    return emulator_.create_anycast(row);
  }
  NETIO_STATUS get_anycast(MIB_ANYCASTIPADDRESS_ROW* row) override { return emulator_.get_anycast(row); }
  NETIO_STATUS delete_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) override {
    return emulator_.delete_anycast(row);
  }
  NETIO_STATUS anycast_table(ADDRESS_FAMILY family, MIB_ANYCASTIPADDRESS_TABLE** table) override {
    return emulator_.get_anycast_table(family, table);
  }
  NETIO_STATUS get_link(MIB_IPINTERFACE_ROW* row) override { return emulator_.get_interface(row); }
  void free_table(PVOID memory) override { emulator_.free_table(memory); }

 private:
  // Seconds are counted from the last reset, so that a second rarely ends within a script. Otherwise a
  // route with a lifetime of 0 would sometimes expire before the next call.
  [[nodiscard]] std::uint64_t seconds() const {
    const auto since = std::chrono::steady_clock::now() - begin_;
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(since).count());
  }

  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  emulator::Emulator emulator_;
};

}  // namespace

std::unique_ptr<Api> emulator_api(const emulator::Behaviour& behaviour) {
  return std::make_unique<EmulatorApi>(behaviour);
}

}  // namespace netioconf::conformance::implementations::emulated
