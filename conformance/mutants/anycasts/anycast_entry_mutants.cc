#include "conformance/mutants/anycasts/groups.h"
#include "conformance/mutants/replacing/anycasting.h"

// Mutants of CreateAnycastIpAddressEntry that identify entries incorrectly, store wrong values or change
// other state.
namespace netioconf::conformance::mutants::anycasts::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace anycast_entry_mutants {

constexpr emulator::Call create = emulator::Call::anycast_create;

constexpr Mutant list[] = {
    {"anycast-duplicate-accepted", "anycast.duplicate", "accepts an address that exists already",
     replaced<&emulator::Behaviour::anycast_duplicate,
              [](const emulator::AnycastTable&, const emulator::AnycastKey&) {
                return emulator::Status::success;
              }>},
    {"anycast-duplicate-on-any-link", "anycast.duplicate",
     "treats the same address on another link as a duplicate",
     replaced<&emulator::Behaviour::anycast_duplicate,
              [](const emulator::AnycastTable& anycasts, const emulator::AnycastKey& key) {
                const bool there = on_any_link(anycasts, key) != nullptr;
                return there ? emulator::Status::already_exists : emulator::Status::success;
              }>},
    {"anycast-duplicate-invalid-parameter", "anycast.duplicate",
     "returns invalid parameter for a duplicate",
     replaced<&emulator::Behaviour::anycast_duplicate,
              [](const emulator::AnycastTable& anycasts, const emulator::AnycastKey& key) {
                const bool there = anycasts.find(key) != nullptr;
                return there ? emulator::Status::invalid_parameter : emulator::Status::success;
              }>},
    {"anycast-one-address-a-link", "anycast.duplicate",
     "treats a second address of the same link as a duplicate",
     replaced<&emulator::Behaviour::anycast_duplicate,
              [](const emulator::AnycastTable& anycasts, const emulator::AnycastKey& key) {
                bool there = false;
                anycasts.visit(key.address.family, [&](const emulator::AnycastEntry& entry) {
                  there = there || entry.key.link == key.link;
                });
                return there ? emulator::Status::already_exists : emulator::Status::success;
              }>},
    {"anycast-port-part-of-key", "anycast.stray-bytes",
     "treats addresses with different ports as different entries",
     keying_anycast<[](emulator::AnycastKey& key, const MIB_ANYCASTIPADDRESS_ROW& given) {
       key.qualifier = given.Address.Ipv4.sin_port;
     }>},
    {"anycast-scope-id-part-of-key", "anycast.duplicate",
     "treats addresses with different ScopeIds as different entries",
     keying_anycast<[](emulator::AnycastKey& key, const MIB_ANYCASTIPADDRESS_ROW& given) {
       key.qualifier = given.ScopeId.Value;
     }>},
    {"anycast-duplicate-missed-under-the-other-identifier", "anycast.duplicate",
     "treats addresses created by LUID and by index as different entries",
     keying_anycast<[](emulator::AnycastKey& key, const MIB_ANYCASTIPADDRESS_ROW& given) {
       key.qualifier = given.InterfaceLuid.Value == 0;
     }>},

    {"anycast-lost-after-success", "anycast.takes-effect", "returns success, but adds nothing",
     committing<anycast_entry_mutants::create, [](emulator::Status) { return false; }>},
    {"anycast-second-address-lost", "anycast.takes-effect",
     "adds nothing if the table already has an entry",
     following_anycast<anycast_entry_mutants::create,
                       [](emulator::Status verdict, const emulator::AnycastKey& key,
                          emulator::Tables& tables) {
                         if (verdict == emulator::Status::success && 1 < tables.anycasts.size())
                           tables.anycasts.erase(key);
                       }>},
    {"anycast-stored-with-last-byte-zero", "anycast.takes-effect",
     "stores IPv4 addresses with a last byte of zero",
     storing_anycast<[](MIB_ANYCASTIPADDRESS_ROW& row, const MIB_ANYCASTIPADDRESS_ROW&) {
       emulator::Address address = emulator::address_of(row.Address);
       if (address.family == emulator::ipv4) address.bytes[3] = 0;
       row.Address = emulator::socket_address_of(address);
     }>},

    {"scope-id-from-caller", "anycast.scope-id", "stores the ScopeId from the caller's row",
     storing_anycast<[](MIB_ANYCASTIPADDRESS_ROW& row, const MIB_ANYCASTIPADDRESS_ROW& given) {
       row.ScopeId = given.ScopeId;
     }>},
    {"scope-id-from-caller-unless-zero", "anycast.scope-id",
     "stores the ScopeId from the caller's row unless it is zero",
     storing_anycast<[](MIB_ANYCASTIPADDRESS_ROW& row, const MIB_ANYCASTIPADDRESS_ROW& given) {
       if (given.ScopeId.Value != 0) row.ScopeId = given.ScopeId;
     }>},
    {"scope-id-of-the-address", "anycast.scope-id", "stores a ScopeId that depends on the address",
     storing_anycast<[](MIB_ANYCASTIPADDRESS_ROW& row, const MIB_ANYCASTIPADDRESS_ROW&) {
       const emulator::Address address = emulator::address_of(row.Address);
       row.ScopeId.Value = 1U + address.bytes[address.family == emulator::ipv6 ? 15 : 3];
     }>},
    {"anycast-index-not-filled-on-read-back", "anycast.both-identifiers",
     "leaves the index zero if the caller gave only the LUID",
     storing_anycast<[](MIB_ANYCASTIPADDRESS_ROW& row, const MIB_ANYCASTIPADDRESS_ROW& given) {
       if (given.InterfaceIndex == 0) row.InterfaceIndex = 0;
     }>},
    {"anycast-luid-not-filled-on-read-back", "anycast.both-identifiers",
     "leaves the LUID zero if the caller gave only the index",
     storing_anycast<[](MIB_ANYCASTIPADDRESS_ROW& row, const MIB_ANYCASTIPADDRESS_ROW& given) {
       row.InterfaceLuid = given.InterfaceLuid;
     }>},

    {"caller-row-written-by-anycast-create", "anycast.row-untouched",
     "writes the new entry to the caller's row",
     writing_anycast<anycast_entry_mutants::create,
                     [](emulator::Status verdict, MIB_ANYCASTIPADDRESS_ROW& argument,
                        const MIB_ANYCASTIPADDRESS_ROW& stored) {
                       if (verdict == emulator::Status::success) argument = stored;
                     }>},
    {"caller-scope-id-cleared-by-anycast-create", "anycast.row-untouched",
     "clears the ScopeId in the caller's row",
     writing_anycast<anycast_entry_mutants::create,
                     [](emulator::Status, MIB_ANYCASTIPADDRESS_ROW& argument,
                        const MIB_ANYCASTIPADDRESS_ROW&) { argument.ScopeId.Value = 0; }>},

    {"anycast-kept-after-failure", "anycast.unchanged-on-failure",
     "adds the entry although it returns invalid parameter",
     committing<anycast_entry_mutants::create,
                [](emulator::Status verdict) {
                  return verdict == emulator::Status::success ||
                         verdict == emulator::Status::invalid_parameter;
                }>},
    {"anycast-duplicate-removes-the-entry", "anycast.unchanged-on-failure",
     "returns already exists and removes the address",
     following_anycast<anycast_entry_mutants::create,
                       [](emulator::Status verdict, const emulator::AnycastKey& key,
                          emulator::Tables& tables) {
                         if (verdict == emulator::Status::already_exists) tables.anycasts.erase(key);
                       }>},
    {"unsupported-anycast-kept", "anycast.unchanged-on-failure",
     "adds the entry although it returns not supported",
     committing<anycast_entry_mutants::create,
                [](emulator::Status verdict) {
                  return verdict == emulator::Status::success ||
                         verdict == emulator::Status::not_supported;
                }>},
    {"anycast-removed-from-other-links", "anycast.exactly-one-change",
     "removes the same address from other links",
     following_anycast<anycast_entry_mutants::create,
                       [](emulator::Status verdict, const emulator::AnycastKey& key,
                          emulator::Tables& tables) {
                         if (verdict == emulator::Status::success) erase_on_other_links(key, tables);
                       }>},
    {"routes-lost-on-anycast-create", "anycast.exactly-one-change", "empties the route table",
     following_anycast<anycast_entry_mutants::create,
                       [](emulator::Status verdict, const emulator::AnycastKey&,
                          emulator::Tables& tables) {
                         if (verdict == emulator::Status::success) tables.routes.clear();
                       }>},
};

}  // namespace anycast_entry_mutants

std::span<const Mutant> anycast_entry() { return anycast_entry_mutants::list; }

}  // namespace netioconf::conformance::mutants::anycasts::groups
