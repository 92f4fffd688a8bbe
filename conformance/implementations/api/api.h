#pragma once

#include <string>

#include "conformance/abi/netioapi.h"
#include "oracle/model/operation.h"

namespace netioconf::conformance::implementations::inline api {

// The calls of the ABI header in this process. Each member function is the documented function of the
// same meaning (`oracle::Call` uses the same words). It has the same parameter types, so that every
// possible input can be passed. A function for which `has` is false is never called.
class Api {
 public:
  virtual ~Api() = default;

  // Called only for functions that an implementation may export.
  [[nodiscard]] virtual bool has(oracle::Call call) const = 0;
  [[nodiscard]] virtual bool has_reset() const = 0;
  // Whether every callback comes before the call that caused it returns, so that no wait is necessary.
  [[nodiscard]] virtual bool synchronous_callbacks() const = 0;

  // Whether every table that a successful call returns is readable memory.
  [[nodiscard]] virtual bool tables_are_readable() const { return false; }

  // netioconf_reset and netioconf_describe: 0 on success. Without netioconf_describe, describe returns
  // another number.
  virtual int reset(const netioconf_host& host) = 0;
  virtual int describe(netioconf_host* host) = 0;
  // netioconf_advance: 0 on success.
  virtual int advance(std::uint32_t) { return 1; }

  // For an Api that translates to another system. decided_by: what decided the last call or refused the
  // last reset, and why. unaskable: the reason why no call about an anycast address of this family is
  // available. Empty by default.
  [[nodiscard]] virtual std::string decided_by() const { return {}; }
  [[nodiscard]] virtual std::string unaskable(ADDRESS_FAMILY) const { return {}; }

  virtual void initialize_route(MIB_IPFORWARD_ROW2* row) = 0;
  virtual NETIO_STATUS create_route(const MIB_IPFORWARD_ROW2* row) = 0;
  virtual NETIO_STATUS set_route(const MIB_IPFORWARD_ROW2* row) = 0;
  virtual NETIO_STATUS get_route(MIB_IPFORWARD_ROW2* row) = 0;
  virtual NETIO_STATUS delete_route(const MIB_IPFORWARD_ROW2* row) = 0;
  virtual NETIO_STATUS route_table(ADDRESS_FAMILY family, MIB_IPFORWARD_TABLE2** table) = 0;
  virtual NETIO_STATUS best_route(NET_LUID* luid, NET_IFINDEX index, const SOCKADDR_INET* source,
                                  const SOCKADDR_INET* destination, ULONG sort_options,
                                  MIB_IPFORWARD_ROW2* best_route, SOCKADDR_INET* best_source) = 0;
  virtual NETIO_STATUS notify_route_change(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback,
                                           PVOID context, BOOLEAN initial_notification,
                                           HANDLE* handle) = 0;
  virtual NETIO_STATUS cancel_notification(HANDLE handle) = 0;
  virtual NETIO_STATUS create_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) = 0;
  virtual NETIO_STATUS get_anycast(MIB_ANYCASTIPADDRESS_ROW* row) = 0;
  virtual NETIO_STATUS delete_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) = 0;
  virtual NETIO_STATUS anycast_table(ADDRESS_FAMILY family, MIB_ANYCASTIPADDRESS_TABLE** table) = 0;
  virtual NETIO_STATUS get_link(MIB_IPINTERFACE_ROW* row) = 0;
  virtual void free_table(PVOID memory) = 0;
};

// Calls the function that takes only this row. Success if it is void.
[[nodiscard]] inline NETIO_STATUS call_function(Api& api, oracle::Call call, MIB_IPFORWARD_ROW2* row) {
  if (call == oracle::Call::create_route) return api.create_route(row);
  if (call == oracle::Call::set_route) return api.set_route(row);
  if (call == oracle::Call::get_route) return api.get_route(row);
  if (call == oracle::Call::delete_route) return api.delete_route(row);
  api.initialize_route(row);
  return STATUS_SUCCESS;
}

[[nodiscard]] inline NETIO_STATUS call_function(Api& api, oracle::Call call,
                                                MIB_ANYCASTIPADDRESS_ROW* row) {
  if (call == oracle::Call::create_anycast) return api.create_anycast(row);
  if (call == oracle::Call::get_anycast) return api.get_anycast(row);
  return api.delete_anycast(row);
}

[[nodiscard]] inline NETIO_STATUS call_function(Api& api, oracle::Call, MIB_IPINTERFACE_ROW* row) {
  return api.get_link(row);
}

}  // namespace netioconf::conformance::implementations::inline api
