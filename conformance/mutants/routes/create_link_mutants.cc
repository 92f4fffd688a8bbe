#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of CreateIpForwardEntry2 that use the wrong link or check it incorrectly.
namespace netioconf::conformance::mutants::routes::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace create_link_mutants {

constexpr emulator::Call create = emulator::Call::route_create;

// check: Status (std::uint64_t luid, std::uint32_t index)
template <auto check>
emulator::Behaviour checking_names() {
  return replaced<&emulator::Behaviour::link_named, [](emulator::Call call, std::uint64_t luid,
                                                       std::uint32_t index) {
    return call == create_link_mutants::create ? check(luid, index)
                                               : emulator::common().link_named(call, luid, index);
  }>();
}

constexpr Mutant list[] = {
    {"link-unspecified-not-found", "route.link-unspecified",
     "returns not found for a link without LUID and index",
     refusing_with<&emulator::Behaviour::link_named, create_link_mutants::create,
                   emulator::Status::not_found>},
    {"index-demanded-beside-luid", "route.link-unspecified", "refuses a LUID without an index",
     create_link_mutants::checking_names<[](std::uint64_t, std::uint32_t index) {
       return index == 0 ? emulator::Status::invalid_parameter : emulator::Status::success;
     }>},
    {"luid-demanded-beside-index", "route.link-unspecified", "refuses an index without a LUID",
     create_link_mutants::checking_names<[](std::uint64_t luid, std::uint32_t) {
       return luid == 0 ? emulator::Status::invalid_parameter : emulator::Status::success;
     }>},

    {"unknown-link-succeeds", "route.link-known", "returns success for a link that does not exist",
     forgetting<&emulator::Behaviour::link_unknown, create_link_mutants::create>},
    {"unknown-link-invalid-parameter", "route.link-known",
     "returns invalid parameter for an unknown link",
     refusing_with<&emulator::Behaviour::link_unknown, create_link_mutants::create,
                   emulator::Status::invalid_parameter>},
    {"unknown-link-not-supported", "route.link-known", "returns not supported for an unknown link",
     refusing_with<&emulator::Behaviour::link_unknown, create_link_mutants::create,
                   emulator::Status::not_supported>},
    {"luid-compared-without-type", "route.link-known", "ignores the interface type within a LUID",
     finding_links<create_link_mutants::create, finders::luid_without_type>},

    {"index-before-luid", "route.luid-first", "uses the index before the LUID",
     finding_links<create_link_mutants::create, finders::index_first>},
    {"falls-back-to-index-when-luid-unknown", "route.luid-first",
     "uses the index if the LUID is unknown",
     finding_links<create_link_mutants::create, finders::either>},
    {"luid-and-index-must-agree", "route.luid-first",
     "finds no link if LUID and index name different links",
     finding_links<create_link_mutants::create, finders::both>},
    {"luid-ignored", "route.luid-first", "uses only the index",
     finding_links<create_link_mutants::create, finders::index_only>},
    {"index-ignored", "route.luid-first", "uses only the LUID",
     finding_links<create_link_mutants::create, finders::luid_only>},

    {"link-without-routes-accepted", "route.link-routes", "accepts a link that supports no routes",
     forgetting<&emulator::Behaviour::link_routes, create_link_mutants::create>},
    {"link-without-routes-not-found", "route.link-routes",
     "returns not found for a link that supports no routes",
     refusing_with<&emulator::Behaviour::link_routes, create_link_mutants::create,
                   emulator::Status::not_found>},
    {"link-without-routes-invalid-parameter", "route.link-routes",
     "returns invalid parameter for a link that supports no routes",
     refusing_with<&emulator::Behaviour::link_routes, create_link_mutants::create,
                   emulator::Status::invalid_parameter>},

    {"stack-unchecked", "route.stack", "does not check whether the machine has the stack",
     forgetting<&emulator::Behaviour::stack, create_link_mutants::create>},
    {"stack-of-the-other-family", "route.stack", "checks the stack of the other family",
     replaced<&emulator::Behaviour::stack,
              [](emulator::Call call, const netioconf_host& host, std::uint16_t family) {
                if (call == create_link_mutants::create)
                  family = family == emulator::ipv4 ? emulator::ipv6 : emulator::ipv4;
                return emulator::common().stack(call, host, family);
              }>},
    {"stack-of-ipv6-demanded", "route.stack", "refuses IPv4 routes on a machine without IPv6",
     replaced<&emulator::Behaviour::stack,
              [](emulator::Call call, const netioconf_host& host, std::uint16_t family) {
                const emulator::Status status = emulator::common().stack(call, host, family);
                const bool lacking = call == create_link_mutants::create && host.ipv6 == 0;
                return lacking ? emulator::Status::not_supported : status;
              }>},
    {"stack-missing-invalid-parameter", "route.stack", "returns invalid parameter for a missing stack",
     refusing_with<&emulator::Behaviour::stack, create_link_mutants::create,
                   emulator::Status::invalid_parameter>},
};

}  // namespace create_link_mutants

std::span<const Mutant> create_link() { return create_link_mutants::list; }

}  // namespace netioconf::conformance::mutants::routes::groups
