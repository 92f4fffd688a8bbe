#include "conformance/mutants/anycasts/groups.h"
#include "conformance/mutants/replacing/anycasting.h"

// Mutants of CreateAnycastIpAddressEntry about what is an entry, what is in it, and what stays as it
// was.
namespace netioconf::conformance::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace anycast_entry_mutants {

constexpr Call create = Call::anycast_create;
using Row = MIB_ANYCASTIPADDRESS_ROW;

constexpr Mutant list[] = {
    {"anycast-duplicate-accepted", "anycast.duplicate", "takes an address that is there already",
     replaced<&Behaviour::anycast_duplicate,
              [](const AnycastTable&, const AnycastKey&) { return Status::success; }>},
    {"anycast-duplicate-on-any-link", "anycast.duplicate",
     "takes the address of another link for a duplicate",
     replaced<&Behaviour::anycast_duplicate,
              [](const AnycastTable& anycasts, const AnycastKey& key) {
                const bool there = on_any_link(anycasts, key) != nullptr;
                return there ? Status::already_exists : Status::success;
              }>},
    {"anycast-duplicate-invalid-parameter", "anycast.duplicate",
     "takes a duplicate for an invalid parameter",
     replaced<&Behaviour::anycast_duplicate,
              [](const AnycastTable& anycasts, const AnycastKey& key) {
                const bool there = anycasts.find(key) != nullptr;
                return there ? Status::invalid_parameter : Status::success;
              }>},
    {"anycast-one-address-a-link", "anycast.duplicate",
     "takes a second address of a link for a duplicate",
     replaced<&Behaviour::anycast_duplicate,
              [](const AnycastTable& anycasts, const AnycastKey& key) {
                bool there = false;
                anycasts.visit(key.address.family, [&](const AnycastEntry& entry) {
                  there = there || entry.key.link == key.link;
                });
                return there ? Status::already_exists : Status::success;
              }>},
    {"anycast-port-part-of-key", "anycast.stray-bytes", "keeps addresses of different ports apart",
     keying_anycast<[](AnycastKey& key, const Row& given) {
       key.qualifier = given.Address.Ipv4.sin_port;
     }>},
    {"anycast-scope-id-part-of-key", "anycast.duplicate", "keeps addresses of different ScopeId apart",
     keying_anycast<[](AnycastKey& key, const Row& given) { key.qualifier = given.ScopeId.Value; }>},
    {"anycast-duplicate-missed-under-the-other-identifier", "anycast.duplicate",
     "keeps addresses made by LUID apart from those made by index",
     keying_anycast<[](AnycastKey& key, const Row& given) {
       key.qualifier = given.InterfaceLuid.Value == 0;
     }>},

    {"anycast-lost-after-success", "anycast.takes-effect", "adds nothing",
     committing<create, [](Status) { return false; }>},
    {"anycast-second-address-lost", "anycast.takes-effect", "adds nothing to a table that has something",
     following_anycast<create,
                       [](Status verdict, const AnycastKey& key, Tables& tables) {
                         if (verdict == Status::success && 1 < tables.anycasts.size())
                           tables.anycasts.erase(key);
                       }>},
    {"anycast-stored-with-last-byte-zero", "anycast.takes-effect",
     "forgets the last byte of IPv4 addresses", storing_anycast<[](Row& row, const Row&) {
       Address address = address_of(row.Address);
       if (address.family == ipv4) address.bytes[3] = 0;
       row.Address = socket_address_of(address);
     }>},

    {"scope-id-from-caller", "anycast.scope-id", "keeps the ScopeId in the caller's row",
     storing_anycast<[](Row& row, const Row& given) { row.ScopeId = given.ScopeId; }>},
    {"scope-id-from-caller-unless-zero", "anycast.scope-id",
     "keeps the ScopeId in the caller's row when there is one",
     storing_anycast<[](Row& row, const Row& given) {
       if (given.ScopeId.Value != 0) row.ScopeId = given.ScopeId;
     }>},
    {"anycast-index-not-filled-on-read-back", "anycast.both-identifiers",
     "leaves the index zero when the caller named the LUID only",
     storing_anycast<[](Row& row, const Row& given) {
       if (given.InterfaceIndex == 0) row.InterfaceIndex = 0;
     }>},
    {"anycast-luid-not-filled-on-read-back", "anycast.both-identifiers",
     "leaves the LUID zero when the caller named the index only",
     storing_anycast<[](Row& row, const Row& given) { row.InterfaceLuid = given.InterfaceLuid; }>},

    {"caller-row-written-by-anycast-create", "anycast.row-untouched",
     "writes the new entry to the caller's row",
     writing_anycast<create,
                     [](Status verdict, Row& argument, const Row& stored) {
                       if (verdict == Status::success) argument = stored;
                     }>},
    {"caller-scope-id-cleared-by-anycast-create", "anycast.row-untouched",
     "clears the ScopeId in the caller's row",
     writing_anycast<create, [](Status, Row& argument, const Row&) { argument.ScopeId.Value = 0; }>},

    {"anycast-kept-after-failure", "anycast.unchanged-on-failure", "adds what it refuses as invalid",
     committing<create,
                [](Status verdict) {
                  return verdict == Status::success || verdict == Status::invalid_parameter;
                }>},
    {"anycast-duplicate-removes-the-entry", "anycast.unchanged-on-failure",
     "answers that the address is there, and removes it",
     following_anycast<create,
                       [](Status verdict, const AnycastKey& key, Tables& tables) {
                         if (verdict == Status::already_exists) tables.anycasts.erase(key);
                       }>},
    {"unsupported-anycast-kept", "anycast.unchanged-on-failure", "adds what it calls not supported",
     committing<create,
                [](Status verdict) {
                  return verdict == Status::success || verdict == Status::not_supported;
                }>},
    {"anycast-removed-from-other-links", "anycast.exactly-one-change",
     "moves the address from the link that had it",
     following_anycast<create,
                       [](Status verdict, const AnycastKey& key, Tables& tables) {
                         if (verdict == Status::success) erase_on_other_links(key, tables);
                       }>},
    {"routes-lost-on-anycast-create", "anycast.exactly-one-change", "empties the route table",
     following_anycast<create,
                       [](Status verdict, const AnycastKey&, Tables& tables) {
                         if (verdict == Status::success) tables.routes.clear();
                       }>},
};

}  // namespace anycast_entry_mutants

std::span<const Mutant> anycast_entry() { return anycast_entry_mutants::list; }

}  // namespace netioconf::conformance::groups
