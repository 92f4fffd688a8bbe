#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of CreateIpForwardEntry2 that take the wrong link, or judge it wrongly.
namespace netioconf::conformance::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace create_link_mutants {

constexpr Call create = Call::route_create;

// check: Status (std::uint64_t luid, std::uint32_t index)
template <auto check>
Behaviour checking_names() {
  return replaced<&Behaviour::link_named, [](Call call, std::uint64_t luid, std::uint32_t index) {
    return call == create ? check(luid, index) : common().link_named(call, luid, index);
  }>();
}

constexpr Mutant list[] = {
    {"link-unspecified-not-found", "route.link-unspecified",
     "answers that a link without LUID and index is not found",
     refusing_with<&Behaviour::link_named, create, Status::not_found>},
    {"index-demanded-beside-luid", "route.link-unspecified", "refuses a LUID without an index",
     checking_names<[](std::uint64_t, std::uint32_t index) {
       return index == 0 ? Status::invalid_parameter : Status::success;
     }>},
    {"luid-demanded-beside-index", "route.link-unspecified", "refuses an index without a LUID",
     checking_names<[](std::uint64_t luid, std::uint32_t) {
       return luid == 0 ? Status::invalid_parameter : Status::success;
     }>},

    {"unknown-link-succeeds", "route.link-known", "answers success for a link that there is not",
     forgetting<&Behaviour::link_unknown, create>},
    {"unknown-link-invalid-parameter", "route.link-known",
     "takes an unknown link for an invalid parameter",
     refusing_with<&Behaviour::link_unknown, create, Status::invalid_parameter>},
    {"unknown-link-not-supported", "route.link-known", "answers that an unknown link is not supported",
     refusing_with<&Behaviour::link_unknown, create, Status::not_supported>},
    {"luid-compared-without-type", "route.link-known", "ignores the interface type within a LUID",
     finding_links<create, finders::luid_without_type>},

    {"index-before-luid", "route.luid-first", "looks at the index first",
     finding_links<create, finders::index_first>},
    {"falls-back-to-index-when-luid-unknown", "route.luid-first",
     "tries the index after an unknown LUID", finding_links<create, finders::either>},
    {"luid-and-index-must-agree", "route.luid-first", "finds no link when LUID and index name two",
     finding_links<create, finders::both>},
    {"luid-ignored", "route.luid-first", "looks at the index only",
     finding_links<create, finders::index_only>},
    {"index-ignored", "route.luid-first", "looks at the LUID only",
     finding_links<create, finders::luid_only>},

    {"link-without-routes-accepted", "route.link-routes", "adds routes to a link that supports none",
     forgetting<&Behaviour::link_routes, create>},
    {"link-without-routes-not-found", "route.link-routes",
     "answers that a link that supports no routes is not found",
     refusing_with<&Behaviour::link_routes, create, Status::not_found>},
    {"link-without-routes-invalid-parameter", "route.link-routes",
     "takes a link that supports no routes for an invalid parameter",
     refusing_with<&Behaviour::link_routes, create, Status::invalid_parameter>},

    {"stack-unchecked", "route.stack", "forgets that the machine lacks a stack",
     forgetting<&Behaviour::stack, create>},
    {"stack-of-the-other-family", "route.stack", "asks for the stack of the other family",
     replaced<&Behaviour::stack,
              [](Call call, const netioconf_host& host, std::uint16_t family) {
                if (call == create) family = family == ipv4 ? ipv6 : ipv4;
                return common().stack(call, host, family);
              }>},
    {"stack-of-ipv6-demanded", "route.stack", "refuses IPv4 routes on a machine without IPv6",
     replaced<&Behaviour::stack,
              [](Call call, const netioconf_host& host, std::uint16_t family) {
                const Status status = common().stack(call, host, family);
                const bool lacking = call == create && host.ipv6 == 0;
                return lacking ? Status::not_supported : status;
              }>},
    {"stack-missing-invalid-parameter", "route.stack", "takes a missing stack for an invalid parameter",
     refusing_with<&Behaviour::stack, create, Status::invalid_parameter>},
};

}  // namespace create_link_mutants

std::span<const Mutant> create_link() { return create_link_mutants::list; }

}  // namespace netioconf::conformance::groups
