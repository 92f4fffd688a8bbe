#include <chrono>
#include <cstdlib>
#include <thread>

#include "conformance/mutants/groups.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/replacing/status_overrides.h"

// Mutants that break rules for all calls.
namespace netioconf::conformance::mutants::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace call_mutants {

constexpr emulator::Call create = emulator::Call::route_create;
constexpr auto invalid = emulator::Status::invalid_parameter;
using rows::Row;

// Changes the byte to another value.
void spoil(unsigned char& byte) { byte = static_cast<unsigned char>(~byte); }

// write: void (unsigned char* row, std::size_t row_bytes)
template <emulator::Call only, auto write>
emulator::Behaviour writing_beside() {
  return replaced<&emulator::Behaviour::beside_row,
                  [](emulator::Call call, unsigned char* row, std::size_t row_bytes) {
                    if (call == only) write(row, row_bytes);
                  }>();
}

emulator::Status hanging(const Row&, const netioconf_link*, emulator::Status) {
  while (true) std::this_thread::sleep_for(std::chrono::hours{1});
}

constexpr Mutant list[] = {
    {"get-writes-past-the-row", "call.stays-in-row", "writes eight bytes after the caller's row",
     call_mutants::writing_beside<emulator::Call::route_get,
                                  [](unsigned char* row, std::size_t row_bytes) {
                                    for (std::size_t i = 0; i < 8; ++i)
                                      call_mutants::spoil(row[row_bytes + i]);
                                  }>},
    {"anycast-get-writes-before-the-row", "call.stays-in-row", "writes one byte before the caller's row",
     call_mutants::writing_beside<emulator::Call::anycast_get,
                                  [](unsigned char* row, std::size_t) {
                                    call_mutants::spoil(*(row - 1));
                                  }>},
    {"link-get-writes-past-the-row", "call.stays-in-row", "writes one byte after the caller's row",
     call_mutants::writing_beside<emulator::Call::link_get,
                                  [](unsigned char* row, std::size_t row_bytes) {
                                    call_mutants::spoil(row[row_bytes]);
                                  }>},

    {"odd-metrics-refused", "call.refuses-only-as-documented", "refuses an odd metric",
     answering_where<call_mutants::create, [](const Row& row) { return row.Metric % 2 != 0; },
                     call_mutants::invalid>},
    {"protocol-of-static-routes-refused", "call.refuses-only-as-documented",
     "refuses routes of protocol 3",
     answering_where<call_mutants::create, [](const Row& row) { return row.Protocol == 3; },
                     call_mutants::invalid>},
    {"second-ipv6-route-refused", "call.refuses-only-as-documented", "refuses a second IPv6 route",
     replaced<&emulator::Behaviour::route_duplicate,
              [](const emulator::RouteTable& routes, const emulator::RouteKey& key) {
                const bool full =
                    key.prefix.family == emulator::ipv6 && routes.size(emulator::ipv6) != 0;
                const emulator::Status status = emulator::common().route_duplicate(routes, key);
                return full && status == emulator::Status::success ? emulator::Status::not_supported
                                                                   : status;
              }>},
    {"published-routes-not-supported", "call.refuses-only-as-documented",
     "returns not supported for a route to be published",
     answering_where<call_mutants::create, [](const Row& row) { return row.Publish != 0; },
                     emulator::Status::not_supported>},

    {"create-ends-the-process", "call.returns",
     "ends the process if the prefix is longer than an address",
     answering<call_mutants::create,
               [](const Row& given, const netioconf_link*, emulator::Status verdict) {
                 if (rows::too_long(given)) std::abort();
                 return verdict;
               }>},
    {"set-ends-the-process", "call.returns", "ends the process if the link does not exist",
     answering<emulator::Call::route_set,
               [](const Row&, const netioconf_link* link, emulator::Status verdict) {
                 if (link == nullptr) std::abort();
                 return verdict;
               }>},
    {"delete-hangs", "call.returns", "does not return if the route does not exist",
     answering<emulator::Call::route_delete,
               [](const Row& given, const netioconf_link* link, emulator::Status verdict) {
                 return verdict == emulator::Status::not_found
                            ? call_mutants::hanging(given, link, verdict)
                            : verdict;
               }>},
};

}  // namespace call_mutants

std::span<const Mutant> call() { return call_mutants::list; }

}  // namespace netioconf::conformance::mutants::groups
