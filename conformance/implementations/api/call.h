#pragma once

#include "conformance/implementations/api/abi_rows.h"
#include "conformance/implementations/api/api.h"
#include "conformance/implementations/api/guard_page.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance::implementations::inline api {

// Each of these makes one call and returns its results: the status, the caller's memory, and whether
// bytes around that memory were written. The function must exist. The reply contains the caller's row
// even if the call must not write it.
template <oracle::HasRow CallWithRow>
[[nodiscard]] oracle::Reply carry_out(Api& api, const CallWithRow& call) {
  using Row = typename decltype(call.row)::value_type;
  oracle::Reply reply;
  if (!call.row) {
    reply.status = call_function(api, call.call, static_cast<AbiRow<Row>*>(nullptr));
    return reply;
  }
  Guarded memory = Guarded::holding(to_abi_row(*call.row), oracle::misalignment_of(call));
  reply.status = call_function(api, call.call, memory.as<AbiRow<Row>>());
  reply.wrote_outside = !memory.intact();
  reply.*oracle::PlacesOf<Row>::in_reply = from_abi_row<Row>(memory.read<AbiRow<Row>>());
  return reply;
}
[[nodiscard]] oracle::Reply carry_out(Api& api, const oracle::BestRouteCall& call);

// A table that a call returned; `memory` is the pointer for FreeMibTable, or NULL.
struct ObtainedTable {
  oracle::Reply reply;
  PVOID memory = nullptr;
};
// Frees nothing. It reads a table only after success, because a failed call may leave any pointer.
[[nodiscard]] ObtainedTable carry_out(Api& api, const oracle::TableCall& call);

// The current content of a table that this call returned.
[[nodiscard]] oracle::TableReply read_table(const Api& api, oracle::Call call, const void* memory);

struct Registered {
  oracle::Reply reply;
  HANDLE handle = nullptr;
};
[[nodiscard]] Registered carry_out(Api& api, const oracle::NotifyCall& call, PVOID context);

}  // namespace netioconf::conformance::implementations::inline api
