#include "oracle/model/named_statuses.h"

#include <array>
#include <initializer_list>

namespace netioconf::oracle::inline model {
namespace {

consteval StatusSet set(std::initializer_list<Status> statuses) {
  StatusSet result{Status::success};
  for (const Status status : statuses) result.insert(status);
  return result;
}

constexpr Status invalid = Status::invalid_parameter;
constexpr Status found = Status::not_found;
constexpr Status supported = Status::not_supported;
constexpr Status exists = Status::object_already_exists;
constexpr Status file = Status::file_not_found;
constexpr Status handle = Status::invalid_handle;

// In the order of Call. NOT_ENOUGH_MEMORY is omitted even if a page names it: no test can cause it, and
// a call that returns it is undecided.
constexpr std::array<StatusSet, call_count> named = {
    set({}),                                   // InitializeIpForwardEntry
    set({invalid, found, supported, exists}),  // CreateIpForwardEntry2
    set({invalid, found}),                     // SetIpForwardEntry2
    set({invalid, found, supported}),          // GetIpForwardEntry2
    set({invalid, found, supported}),          // DeleteIpForwardEntry2
    set({invalid, found, supported}),          // GetIpForwardTable2
    set({invalid, found, supported, file}),    // GetBestRoute2
    set({invalid, handle}),                    // NotifyRouteChange2
    set({invalid, handle}),                    // CancelMibChangeNotify2
    set({invalid, found, supported, exists}),  // CreateAnycastIpAddressEntry
    set({invalid, found, supported, file}),    // GetAnycastIpAddressEntry
    set({invalid, found, supported}),          // DeleteAnycastIpAddressEntry
    set({invalid, found, supported}),          // GetAnycastIpAddressTable
    set({invalid, found, file}),               // GetIpInterfaceEntry
    set({}),                                   // FreeMibTable
    set({}),
    set({}),
};

}  // namespace

StatusSet named_statuses(Call call) { return named[static_cast<std::size_t>(call)]; }

}  // namespace netioconf::oracle::inline model
