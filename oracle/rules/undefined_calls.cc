#include "oracle/rules/undefined_calls.h"

namespace netioconf::oracle::rules {

std::string_view why_undefined(const Operation& operation) {
  if (std::visit([](const auto& call) { return misalignment_of(call); }, operation) != 0) {
    return "the documents don't say what happens if the row is misaligned";
  }
  const auto* notify = std::get_if<NotifyCall>(&operation);
  if (notify != nullptr && (notify->null_callback || notify->null_handle)) {
    return "the documents don't say what happens if the callback or the handle is NULL";
  }
  const auto* route = std::get_if<RouteCall>(&operation);
  if (route != nullptr && route->call == Call::initialize_route && !route->row) {
    return "the documents don't say what InitializeIpForwardEntry does with NULL";
  }
  return "";
}

}  // namespace netioconf::oracle::rules
