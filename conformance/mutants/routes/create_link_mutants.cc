#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of CreateIpForwardEntry2 that use the wrong link or check it incorrectly.
namespace netioconf::conformance::mutants::routes::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace create_link_mutants {

constexpr emulator::behaviour::Call create = emulator::behaviour::Call::route_create;

// check: Status (std::uint64_t luid, std::uint32_t index)
template <auto check>
emulator::behaviour::Behaviour checking_names() {
  return replacing::replaced<&emulator::behaviour::Behaviour::link_named,
                             [](emulator::behaviour::Call call, std::uint64_t luid,
                                std::uint32_t index) {
                               return call == create_link_mutants::create
                                          ? check(luid, index)
                                          : emulator::behaviour::common().link_named(call, luid, index);
                             }>();
}

constexpr replacing::Mutant list[] = {
    {"link-unspecified-not-found", "route.link-unspecified",
     "returns not found for a link without LUID and index",
     replacing::refusing_with<&emulator::behaviour::Behaviour::link_named, create_link_mutants::create,
                              emulator::behaviour::Status::not_found>},
    {"index-demanded-beside-luid", "route.link-unspecified", "refuses a LUID without an index",
     create_link_mutants::checking_names<[](std::uint64_t, std::uint32_t index) {
       return index == 0 ? emulator::behaviour::Status::invalid_parameter
                         : emulator::behaviour::Status::success;
     }>},
    {"luid-demanded-beside-index", "route.link-unspecified", "refuses an index without a LUID",
     create_link_mutants::checking_names<[](std::uint64_t luid, std::uint32_t) {
       return luid == 0 ? emulator::behaviour::Status::invalid_parameter
                        : emulator::behaviour::Status::success;
     }>},

    {"unknown-link-succeeds", "route.link-known", "returns success for a link that does not exist",
     replacing::forgetting<&emulator::behaviour::Behaviour::link_unknown, create_link_mutants::create>},
    {"unknown-link-invalid-parameter", "route.link-known",
     "returns invalid parameter for an unknown link",
     replacing::refusing_with<&emulator::behaviour::Behaviour::link_unknown, create_link_mutants::create,
                              emulator::behaviour::Status::invalid_parameter>},
    {"unknown-link-not-supported", "route.link-known", "returns not supported for an unknown link",
     replacing::refusing_with<&emulator::behaviour::Behaviour::link_unknown, create_link_mutants::create,
                              emulator::behaviour::Status::not_supported>},
    {"luid-compared-without-type", "route.link-known", "ignores the interface type within a LUID",
     replacing::finding_links<create_link_mutants::create, replacing::finders::luid_without_type>},

    {"index-before-luid", "route.luid-first", "uses the index before the LUID",
     replacing::finding_links<create_link_mutants::create, replacing::finders::index_first>},
    {"falls-back-to-index-when-luid-unknown", "route.luid-first",
     "uses the index if the LUID is unknown",
     replacing::finding_links<create_link_mutants::create, replacing::finders::either>},
    {"luid-and-index-must-agree", "route.luid-first",
     "finds no link if LUID and index name different links",
     replacing::finding_links<create_link_mutants::create, replacing::finders::both>},
    {"luid-ignored", "route.luid-first", "uses only the index",
     replacing::finding_links<create_link_mutants::create, replacing::finders::index_only>},
    {"index-ignored", "route.luid-first", "uses only the LUID",
     replacing::finding_links<create_link_mutants::create, replacing::finders::luid_only>},

    {"link-without-routes-accepted", "route.link-routes", "accepts a link that supports no routes",
     replacing::forgetting<&emulator::behaviour::Behaviour::link_routes, create_link_mutants::create>},
    {"link-without-routes-not-found", "route.link-routes",
     "returns not found for a link that supports no routes",
     replacing::refusing_with<&emulator::behaviour::Behaviour::link_routes, create_link_mutants::create,
                              emulator::behaviour::Status::not_found>},
    {"link-without-routes-invalid-parameter", "route.link-routes",
     "returns invalid parameter for a link that supports no routes",
     replacing::refusing_with<&emulator::behaviour::Behaviour::link_routes, create_link_mutants::create,
                              emulator::behaviour::Status::invalid_parameter>},

    {"stack-unchecked", "route.stack", "does not check whether the machine has the stack",
     replacing::forgetting<&emulator::behaviour::Behaviour::stack, create_link_mutants::create>},
    {"stack-of-the-other-family", "route.stack", "checks the stack of the other family",
     replacing::replaced<&emulator::behaviour::Behaviour::stack,
                         [](emulator::behaviour::Call call, const netioconf_host& host,
                            std::uint16_t family) {
                           if (call == create_link_mutants::create)
                             family = family == emulator::tables::ipv4 ? emulator::tables::ipv6
                                                                       : emulator::tables::ipv4;
                           return emulator::behaviour::common().stack(call, host, family);
                         }>},
    {"stack-of-ipv6-demanded", "route.stack", "refuses IPv4 routes on a machine without IPv6",
     replacing::replaced<&emulator::behaviour::Behaviour::stack,
                         [](emulator::behaviour::Call call, const netioconf_host& host,
                            std::uint16_t family) {
                           const emulator::behaviour::Status status =
                               emulator::behaviour::common().stack(call, host, family);
                           const bool lacking = call == create_link_mutants::create && host.ipv6 == 0;
                           return lacking ? emulator::behaviour::Status::not_supported : status;
                         }>},
    {"stack-missing-invalid-parameter", "route.stack", "returns invalid parameter for a missing stack",
     replacing::refusing_with<&emulator::behaviour::Behaviour::stack, create_link_mutants::create,
                              emulator::behaviour::Status::invalid_parameter>},
};

}  // namespace create_link_mutants

std::span<const replacing::Mutant> create_link() { return create_link_mutants::list; }

}  // namespace netioconf::conformance::mutants::routes::groups
