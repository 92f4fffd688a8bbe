#include "conformance/mutants/groups.h"
#include "conformance/mutants/replacing/replaced.h"

// Mutants of netioconf_reset.
namespace netioconf::conformance::mutants::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace reset_mutants {

using emulator::Behaviour;
using emulator::Tables;

constexpr Mutant list[] = {
    {"reset-keeps-anycasts", "reset.empties-tables", "empties only the route table",
     replaced<&Behaviour::empty, [](Tables& tables, const netioconf_host&) { tables.routes.clear(); }>},
    {"reset-keeps-entries-of-three-links", "reset.empties-tables",
     "empties the tables only for hosts of fewer than three links",
     replaced<&Behaviour::empty,
              [](Tables& tables, const netioconf_host& wanted) {
                if (wanted.link_count < 3) emulator::common().empty(tables, wanted);
              }>},
    {"reset-ignores-metrics", "reset.sets-up-host", "sets up each link with the metric 25",
     replaced<&Behaviour::set_up,
              [](netioconf_host& host) {
                for (netioconf_link& link : host.links) link.ipv4_metric = link.ipv6_metric = 25;
              }>},
    {"reset-adds-ipv6", "reset.sets-up-host", "sets up IPv6 on every link and machine",
     replaced<&Behaviour::set_up,
              [](netioconf_host& host) {
                host.ipv6 = 1;
                for (netioconf_link& link : host.links) link.ipv6 = 1;
              }>},
    {"reset-keeps-registrations", "reset.removes-registrations", "leaves every registration",
     replaced<&Behaviour::removes_registrations, [](const netioconf_host&) { return false; }>},
    {"reset-keeps-registrations-with-one-link", "reset.removes-registrations",
     "leaves the registrations if the new host has one link",
     replaced<&Behaviour::removes_registrations,
              [](const netioconf_host& wanted) { return wanted.link_count != 1; }>},
};

}  // namespace reset_mutants

std::span<const Mutant> reset() { return reset_mutants::list; }

}  // namespace netioconf::conformance::mutants::groups
