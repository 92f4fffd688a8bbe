#pragma once

#include "conformance/implementations/api/api.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance {

// One call each, and what it left behind: status, the caller's memory, whether anything around that was
// written. The function must be there. The caller's row is in the reply also where the call must not
// write it.
[[nodiscard]] oracle::Reply carry_out(Api& api, const oracle::RouteCall& call);
[[nodiscard]] oracle::Reply carry_out(Api& api, const oracle::AnycastCall& call);
[[nodiscard]] oracle::Reply carry_out(Api& api, const oracle::BestRouteCall& call);
[[nodiscard]] oracle::Reply carry_out(Api& api, const oracle::LinkCall& call);

// A table that was handed out; `memory` is what FreeMibTable is to get, NULL if there is nothing.
struct ObtainedTable {
  oracle::Reply reply;
  PVOID memory = nullptr;
};
// Frees nothing. A table is read only after success, since nothing says what a failed call leaves.
[[nodiscard]] ObtainedTable carry_out(Api& api, const oracle::TableCall& call);

// The table of that call as it is now.
[[nodiscard]] oracle::TableReply read_table(oracle::Call call, const void* memory);

struct Registered {
  oracle::Reply reply;
  HANDLE handle = nullptr;
};
[[nodiscard]] Registered carry_out(Api& api, const oracle::NotifyCall& call, PVOID context);

}  // namespace netioconf::conformance
