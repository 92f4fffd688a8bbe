#pragma once

#include <utility>

#include "conformance/implementations/api/api.h"

namespace netioconf::conformance::implementations::inline api {

// An Api whose documented functions are those of `Calls` with the same names: members, or pointers to
// functions.
template <class Calls>
class ForwardingApi : public Api {
 public:
  void initialize_route(MIB_IPFORWARD_ROW2* row) override { calls_.initialize_route(row); }
  NETIO_STATUS create_route(const MIB_IPFORWARD_ROW2* row) override { return calls_.create_route(row); }
  NETIO_STATUS set_route(const MIB_IPFORWARD_ROW2* row) override { return calls_.set_route(row); }
  NETIO_STATUS get_route(MIB_IPFORWARD_ROW2* row) override { return calls_.get_route(row); }
  NETIO_STATUS delete_route(const MIB_IPFORWARD_ROW2* row) override { return calls_.delete_route(row); }
  NETIO_STATUS route_table(ADDRESS_FAMILY family, MIB_IPFORWARD_TABLE2** table) override {
    return calls_.route_table(family, table);
  }
  NETIO_STATUS best_route(NET_LUID* luid, NET_IFINDEX index, const SOCKADDR_INET* source,
                          const SOCKADDR_INET* destination, ULONG sort_options,
                          MIB_IPFORWARD_ROW2* best_route, SOCKADDR_INET* best_source) override {
    return calls_.best_route(luid, index, source, destination, sort_options, best_route, best_source);
  }
  NETIO_STATUS notify_route_change(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback,
                                   PVOID context, BOOLEAN initial_notification,
                                   HANDLE* handle) override {
    return calls_.notify_route_change(family, callback, context, initial_notification, handle);
  }
  NETIO_STATUS cancel_notification(HANDLE handle) override { return calls_.cancel_notification(handle); }
  NETIO_STATUS create_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) override {
    return calls_.create_anycast(row);
  }
  NETIO_STATUS get_anycast(MIB_ANYCASTIPADDRESS_ROW* row) override { return calls_.get_anycast(row); }
  NETIO_STATUS delete_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) override {
    return calls_.delete_anycast(row);
  }
  NETIO_STATUS anycast_table(ADDRESS_FAMILY family, MIB_ANYCASTIPADDRESS_TABLE** table) override {
    return calls_.anycast_table(family, table);
  }
  NETIO_STATUS get_link(MIB_IPINTERFACE_ROW* row) override { return calls_.get_link(row); }
  void free_table(PVOID memory) override { calls_.free_table(memory); }

 protected:
  template <class... Arguments>
  explicit ForwardingApi(Arguments&&... arguments) : calls_{std::forward<Arguments>(arguments)...} {}

  Calls calls_;
};

}  // namespace netioconf::conformance::implementations::inline api
