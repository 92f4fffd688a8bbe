#include "conformance/mutants/anycasts/groups.h"
#include "conformance/mutants/replacing/anycasting.h"

// Mutants of CreateAnycastIpAddressEntry that identify entries incorrectly, store wrong values or change
// other state.
namespace netioconf::conformance::mutants::anycasts::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace anycast_entry_mutants {

constexpr emulator::behaviour::Call create = emulator::behaviour::Call::anycast_create;
using Row = MIB_ANYCASTIPADDRESS_ROW;

constexpr replacing::Mutant list[] = {
    {"anycast-duplicate-accepted", "anycast.duplicate", "accepts an address that exists already",
     replacing::replaced<&emulator::behaviour::Behaviour::anycast_duplicate,
                         [](const emulator::tables::AnycastTable&, const emulator::tables::AnycastKey&) {
                           return emulator::behaviour::Status::success;
                         }>},
    {"anycast-duplicate-on-any-link", "anycast.duplicate",
     "treats the same address on another link as a duplicate",
     replacing::replaced<&emulator::behaviour::Behaviour::anycast_duplicate,
                         [](const emulator::tables::AnycastTable& anycasts,
                            const emulator::tables::AnycastKey& key) {
                           const bool there = replacing::on_any_link(anycasts, key) != nullptr;
                           return there ? emulator::behaviour::Status::already_exists
                                        : emulator::behaviour::Status::success;
                         }>},
    {"anycast-duplicate-invalid-parameter", "anycast.duplicate",
     "returns invalid parameter for a duplicate",
     replacing::replaced<&emulator::behaviour::Behaviour::anycast_duplicate,
                         [](const emulator::tables::AnycastTable& anycasts,
                            const emulator::tables::AnycastKey& key) {
                           const bool there = anycasts.find(key) != nullptr;
                           return there ? emulator::behaviour::Status::invalid_parameter
                                        : emulator::behaviour::Status::success;
                         }>},
    {"anycast-one-address-a-link", "anycast.duplicate",
     "treats a second address of the same link as a duplicate",
     replacing::replaced<&emulator::behaviour::Behaviour::anycast_duplicate,
                         [](const emulator::tables::AnycastTable& anycasts,
                            const emulator::tables::AnycastKey& key) {
                           bool there = false;
                           anycasts.visit(key.address.family,
                                          [&](const emulator::tables::AnycastEntry& entry) {
                                            there = there || entry.key.link == key.link;
                                          });
                           return there ? emulator::behaviour::Status::already_exists
                                        : emulator::behaviour::Status::success;
                         }>},
    {"anycast-port-part-of-key", "anycast.stray-bytes",
     "treats addresses with different ports as different entries",
     replacing::keying_anycast<[](emulator::tables::AnycastKey& key,
                                  const anycast_entry_mutants::Row& given) {
       key.qualifier = given.Address.Ipv4.sin_port;
     }>},
    {"anycast-scope-id-part-of-key", "anycast.duplicate",
     "treats addresses with different ScopeIds as different entries",
     replacing::keying_anycast<[](emulator::tables::AnycastKey& key,
                                  const anycast_entry_mutants::Row& given) {
       key.qualifier = given.ScopeId.Value;
     }>},
    {"anycast-duplicate-missed-under-the-other-identifier", "anycast.duplicate",
     "treats addresses created by LUID and by index as different entries",
     replacing::keying_anycast<[](emulator::tables::AnycastKey& key,
                                  const anycast_entry_mutants::Row& given) {
       key.qualifier = given.InterfaceLuid.Value == 0;
     }>},

    {"anycast-lost-after-success", "anycast.takes-effect", "returns success, but adds nothing",
     replacing::committing<anycast_entry_mutants::create,
                           [](emulator::behaviour::Status) { return false; }>},
    {"anycast-second-address-lost", "anycast.takes-effect",
     "adds nothing if the table already has an entry",
     replacing::following_anycast<anycast_entry_mutants::create,
                                  [](emulator::behaviour::Status verdict,
                                     const emulator::tables::AnycastKey& key,
                                     emulator::behaviour::Tables& tables) {
                                    if (verdict == emulator::behaviour::Status::success &&
                                        1 < tables.anycasts.size())
                                      tables.anycasts.erase(key);
                                  }>},
    {"anycast-stored-with-last-byte-zero", "anycast.takes-effect",
     "stores IPv4 addresses with a last byte of zero",
     replacing::storing_anycast<[](anycast_entry_mutants::Row& row, const anycast_entry_mutants::Row&) {
       emulator::tables::Address address = emulator::tables::address_of(row.Address);
       if (address.family == emulator::tables::ipv4) address.bytes[3] = 0;
       row.Address = emulator::tables::socket_address_of(address);
     }>},

    {"scope-id-from-caller", "anycast.scope-id", "stores the ScopeId from the caller's row",
     replacing::storing_anycast<[](anycast_entry_mutants::Row& row,
                                   const anycast_entry_mutants::Row& given) {
       row.ScopeId = given.ScopeId;
     }>},
    {"scope-id-from-caller-unless-zero", "anycast.scope-id",
     "stores the ScopeId from the caller's row unless it is zero",
     replacing::storing_anycast<[](anycast_entry_mutants::Row& row,
                                   const anycast_entry_mutants::Row& given) {
       if (given.ScopeId.Value != 0) row.ScopeId = given.ScopeId;
     }>},
    {"anycast-index-not-filled-on-read-back", "anycast.both-identifiers",
     "leaves the index zero if the caller gave only the LUID",
     replacing::storing_anycast<[](anycast_entry_mutants::Row& row,
                                   const anycast_entry_mutants::Row& given) {
       if (given.InterfaceIndex == 0) row.InterfaceIndex = 0;
     }>},
    {"anycast-luid-not-filled-on-read-back", "anycast.both-identifiers",
     "leaves the LUID zero if the caller gave only the index",
     replacing::storing_anycast<[](anycast_entry_mutants::Row& row,
                                   const anycast_entry_mutants::Row& given) {
       row.InterfaceLuid = given.InterfaceLuid;
     }>},

    {"caller-row-written-by-anycast-create", "anycast.row-untouched",
     "writes the new entry to the caller's row",
     replacing::writing_anycast<anycast_entry_mutants::create,
                                [](emulator::behaviour::Status verdict,
                                   anycast_entry_mutants::Row& argument,
                                   const anycast_entry_mutants::Row& stored) {
                                  if (verdict == emulator::behaviour::Status::success) argument = stored;
                                }>},
    {"caller-scope-id-cleared-by-anycast-create", "anycast.row-untouched",
     "clears the ScopeId in the caller's row",
     replacing::writing_anycast<anycast_entry_mutants::create,
                                [](emulator::behaviour::Status, anycast_entry_mutants::Row& argument,
                                   const anycast_entry_mutants::Row&) { argument.ScopeId.Value = 0; }>},

    {"anycast-kept-after-failure", "anycast.unchanged-on-failure",
     "adds the entry although it returns invalid parameter",
     replacing::committing<anycast_entry_mutants::create,
                           [](emulator::behaviour::Status verdict) {
                             return verdict == emulator::behaviour::Status::success ||
                                    verdict == emulator::behaviour::Status::invalid_parameter;
                           }>},
    {"anycast-duplicate-removes-the-entry", "anycast.unchanged-on-failure",
     "returns already exists and removes the address",
     replacing::following_anycast<anycast_entry_mutants::create,
                                  [](emulator::behaviour::Status verdict,
                                     const emulator::tables::AnycastKey& key,
                                     emulator::behaviour::Tables& tables) {
                                    if (verdict == emulator::behaviour::Status::already_exists)
                                      tables.anycasts.erase(key);
                                  }>},
    {"unsupported-anycast-kept", "anycast.unchanged-on-failure",
     "adds the entry although it returns not supported",
     replacing::committing<anycast_entry_mutants::create,
                           [](emulator::behaviour::Status verdict) {
                             return verdict == emulator::behaviour::Status::success ||
                                    verdict == emulator::behaviour::Status::not_supported;
                           }>},
    {"anycast-removed-from-other-links", "anycast.exactly-one-change",
     "removes the same address from other links",
     replacing::following_anycast<anycast_entry_mutants::create,
                                  [](emulator::behaviour::Status verdict,
                                     const emulator::tables::AnycastKey& key,
                                     emulator::behaviour::Tables& tables) {
                                    if (verdict == emulator::behaviour::Status::success)
                                      replacing::erase_on_other_links(key, tables);
                                  }>},
    {"routes-lost-on-anycast-create", "anycast.exactly-one-change", "empties the route table",
     replacing::following_anycast<anycast_entry_mutants::create,
                                  [](emulator::behaviour::Status verdict,
                                     const emulator::tables::AnycastKey&,
                                     emulator::behaviour::Tables& tables) {
                                    if (verdict == emulator::behaviour::Status::success)
                                      tables.routes.clear();
                                  }>},
};

}  // namespace anycast_entry_mutants

std::span<const replacing::Mutant> anycast_entry() { return anycast_entry_mutants::list; }

}  // namespace netioconf::conformance::mutants::anycasts::groups
