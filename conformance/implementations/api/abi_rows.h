#pragma once

#include <bit>

#include "conformance/abi/netioapi.h"
#include "oracle/model/rows.h"

// The rows of the oracle as the documented structures.
namespace netioconf::conformance::implementations::inline api {

template <class Row>
struct AbiRowOf;
template <>
struct AbiRowOf<oracle::RouteRow> {
  using type = MIB_IPFORWARD_ROW2;
};
template <>
struct AbiRowOf<oracle::AnycastRow> {
  using type = MIB_ANYCASTIPADDRESS_ROW;
};
template <>
struct AbiRowOf<oracle::LinkRow> {
  using type = MIB_IPINTERFACE_ROW;
};
template <class Row>
using AbiRow = typename AbiRowOf<Row>::type;

// Most rows have the layout of the documented structure.
template <class Row>
[[nodiscard]] AbiRow<Row> to_abi_row(const Row& row) {
  return std::bit_cast<AbiRow<Row>>(row);
}
template <>
[[nodiscard]] inline MIB_IPINTERFACE_ROW to_abi_row(const oracle::LinkRow& row) {
  MIB_IPINTERFACE_ROW abi_row{};
  abi_row.Family = row.family;
  abi_row.InterfaceLuid.Value = row.luid;
  abi_row.InterfaceIndex = row.index;
  abi_row.Metric = row.metric;
  abi_row.PathMtuDiscoveryTimeout = row.path_mtu_timeout_ms;
  abi_row.Connected = row.connected.value_or(0);
  abi_row.DisableDefaultRoutes = row.disable_default_routes.value_or(0);
  return abi_row;
}

template <class Row>
[[nodiscard]] Row from_abi_row(const AbiRow<Row>& abi_row) {
  return std::bit_cast<Row>(abi_row);
}
template <>
[[nodiscard]] inline oracle::LinkRow from_abi_row(const MIB_IPINTERFACE_ROW& abi_row) {
  return {.family = abi_row.Family,
          .luid = abi_row.InterfaceLuid.Value,
          .index = abi_row.InterfaceIndex,
          .metric = abi_row.Metric,
          .path_mtu_timeout_ms = abi_row.PathMtuDiscoveryTimeout,
          .connected = abi_row.Connected,
          .disable_default_routes = abi_row.DisableDefaultRoutes};
}

}  // namespace netioconf::conformance::implementations::inline api
