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

constexpr emulator::behaviour::Call create = emulator::behaviour::Call::route_create;
constexpr auto invalid = emulator::behaviour::Status::invalid_parameter;
using replacing::rows::Row;

// Changes the byte to another value.
void spoil(unsigned char& byte) { byte = static_cast<unsigned char>(~byte); }

// write: void (unsigned char* row, std::size_t row_bytes)
template <emulator::behaviour::Call only, auto write>
emulator::behaviour::Behaviour writing_beside() {
  return replacing::replaced<&emulator::behaviour::Behaviour::beside_row,
                             [](emulator::behaviour::Call call, unsigned char* row,
                                std::size_t row_bytes) {
                               if (call == only) write(row, row_bytes);
                             }>();
}

emulator::behaviour::Status hanging(const Row&, const netioconf_link*, emulator::behaviour::Status) {
  while (true) std::this_thread::sleep_for(std::chrono::hours{1});
}

constexpr replacing::Mutant list[] = {
    {"get-writes-behind-the-row", "call.stays-in-row", "writes eight bytes after the caller's row",
     call_mutants::writing_beside<emulator::behaviour::Call::route_get,
                                  [](unsigned char* row, std::size_t row_bytes) {
                                    for (std::size_t i = 0; i < 8; ++i)
                                      call_mutants::spoil(row[row_bytes + i]);
                                  }>},
    {"anycast-get-writes-before-the-row", "call.stays-in-row", "writes one byte before the caller's row",
     call_mutants::writing_beside<emulator::behaviour::Call::anycast_get,
                                  [](unsigned char* row, std::size_t) {
                                    call_mutants::spoil(*(row - 1));
                                  }>},
    {"link-get-writes-behind-the-row", "call.stays-in-row", "writes one byte after the caller's row",
     call_mutants::writing_beside<emulator::behaviour::Call::link_get,
                                  [](unsigned char* row, std::size_t row_bytes) {
                                    call_mutants::spoil(row[row_bytes]);
                                  }>},

    {"odd-metrics-refused", "call.refuses-only-as-documented", "refuses an odd metric",
     replacing::answering_where<call_mutants::create, [](const Row& row) { return row.Metric % 2 != 0; },
                                call_mutants::invalid>},
    {"protocol-of-static-routes-refused", "call.refuses-only-as-documented",
     "refuses routes of protocol 3",
     replacing::answering_where<call_mutants::create, [](const Row& row) { return row.Protocol == 3; },
                                call_mutants::invalid>},
    {"second-ipv6-route-refused", "call.refuses-only-as-documented", "refuses a second IPv6 route",
     replacing::replaced<&emulator::behaviour::Behaviour::route_duplicate,
                         [](const emulator::tables::RouteTable& routes,
                            const emulator::tables::RouteKey& key) {
                           const bool full = key.prefix.family == emulator::tables::ipv6 &&
                                             routes.size(emulator::tables::ipv6) != 0;
                           const emulator::behaviour::Status status =
                               emulator::behaviour::common().route_duplicate(routes, key);
                           return full && status == emulator::behaviour::Status::success
                                      ? emulator::behaviour::Status::not_supported
                                      : status;
                         }>},
    {"published-routes-not-supported", "call.refuses-only-as-documented",
     "returns not supported for a route to be published",
     replacing::answering_where<call_mutants::create, [](const Row& row) { return row.Publish != 0; },
                                emulator::behaviour::Status::not_supported>},

    {"create-ends-the-process", "call.returns",
     "ends the process if the prefix is longer than an address",
     replacing::answering<call_mutants::create,
                          [](const Row& given, const netioconf_link*,
                             emulator::behaviour::Status verdict) {
                            if (replacing::rows::too_long(given)) std::abort();
                            return verdict;
                          }>},
    {"set-ends-the-process", "call.returns", "ends the process if the link does not exist",
     replacing::answering<emulator::behaviour::Call::route_set,
                          [](const Row&, const netioconf_link* link,
                             emulator::behaviour::Status verdict) {
                            if (link == nullptr) std::abort();
                            return verdict;
                          }>},
    {"delete-hangs", "call.returns", "does not return if the route does not exist",
     replacing::answering<emulator::behaviour::Call::route_delete,
                          [](const Row& given, const netioconf_link* link,
                             emulator::behaviour::Status verdict) {
                            return verdict == emulator::behaviour::Status::not_found
                                       ? call_mutants::hanging(given, link, verdict)
                                       : verdict;
                          }>},
};

}  // namespace call_mutants

std::span<const replacing::Mutant> call() { return call_mutants::list; }

}  // namespace netioconf::conformance::mutants::groups
