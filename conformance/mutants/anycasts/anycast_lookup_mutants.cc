#include "conformance/mutants/anycasts/groups.h"
#include "conformance/mutants/replacing/anycasting.h"
#include "conformance/mutants/replacing/finders.h"

// Mutants of GetAnycastIpAddressEntry and DeleteAnycastIpAddressEntry.
namespace netioconf::conformance::mutants::anycasts::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace anycast_lookup_mutants {

constexpr emulator::Call get_call = emulator::Call::anycast_get;
constexpr emulator::Call delete_call = emulator::Call::anycast_delete;

const emulator::AnycastEntry* none_of_ipv4(const emulator::AnycastTable& anycasts,
                                           const emulator::AnycastKey& key) {
  return key.address.family == emulator::ipv4 ? nullptr : anycasts.find(key);
}

constexpr Mutant list[] = {
    {"anycast-get-null-row-succeeds", "anycast-get.null-row", "returns success for a NULL row",
     forgetting<&emulator::Behaviour::null_argument, anycast_lookup_mutants::get_call>},
    {"anycast-get-null-row-not-found", "anycast-get.null-row", "returns not found for a NULL row",
     refusing_with<&emulator::Behaviour::null_argument, anycast_lookup_mutants::get_call,
                   emulator::Status::not_found>},
    {"anycast-get-link-unspecified-not-found", "anycast-get.link-unspecified",
     "returns not found for a link without LUID and index",
     refusing_with<&emulator::Behaviour::link_named, anycast_lookup_mutants::get_call,
                   emulator::Status::not_found>},
    {"anycast-get-link-unspecified-not-supported", "anycast-get.link-unspecified",
     "returns not supported for a link without LUID and index",
     refusing_with<&emulator::Behaviour::link_named, anycast_lookup_mutants::get_call,
                   emulator::Status::not_supported>},
    {"anycast-get-unknown-link-succeeds", "anycast-get.link-known",
     "returns success for a link that does not exist",
     forgetting<&emulator::Behaviour::link_unknown, anycast_lookup_mutants::get_call>},
    {"anycast-get-unknown-link-invalid-parameter", "anycast-get.link-known",
     "returns invalid parameter for an unknown link",
     refusing_with<&emulator::Behaviour::link_unknown, anycast_lookup_mutants::get_call,
                   emulator::Status::invalid_parameter>},
    {"anycast-get-index-before-luid", "anycast-get.luid-first", "uses the index before the LUID",
     finding_links<anycast_lookup_mutants::get_call, finders::index_first>},
    {"anycast-get-falls-back-to-index", "anycast-get.luid-first",
     "uses the index if the LUID is unknown",
     finding_links<anycast_lookup_mutants::get_call, finders::either>},
    {"anycast-get-missing-succeeds", "anycast-get.missing",
     "returns success and the caller's row if the entry does not exist",
     forgetting<&emulator::Behaviour::missing, anycast_lookup_mutants::get_call>},
    {"anycast-get-on-any-link", "anycast-get.missing", "returns an address of another link",
     finding_anycasts<anycast_lookup_mutants::get_call, on_any_link>},
    {"anycast-get-hides-ipv4", "anycast-get.missing", "never finds an IPv4 address",
     finding_anycasts<anycast_lookup_mutants::get_call, anycast_lookup_mutants::none_of_ipv4>},
    {"anycast-get-hides-other-links", "anycast-get.missing", "finds only addresses of the first link",
     finding_anycasts<anycast_lookup_mutants::get_call,
                      [](const emulator::AnycastTable& anycasts, const emulator::AnycastKey& key) {
                        return key.link != 0 ? nullptr : anycasts.find(key);
                      }>},
    {"anycast-get-leaves-the-row", "anycast-get.both-identifiers", "leaves the caller's row unchanged",
     writing_anycast<anycast_lookup_mutants::get_call, [](emulator::Status, MIB_ANYCASTIPADDRESS_ROW&,
                                                          const MIB_ANYCASTIPADDRESS_ROW&) {}>},
    {"anycast-get-index-not-filled", "anycast-get.both-identifiers", "leaves the index zero",
     reading_anycast<anycast_lookup_mutants::get_call,
                     [](MIB_ANYCASTIPADDRESS_ROW& row) { row.InterfaceIndex = 0; }>},
    {"anycast-get-luid-not-filled", "anycast-get.both-identifiers", "leaves the LUID zero",
     reading_anycast<anycast_lookup_mutants::get_call,
                     [](MIB_ANYCASTIPADDRESS_ROW& row) { row.InterfaceLuid.Value = 0; }>},
    {"anycast-get-shows-another-scope-id", "anycast-get.scope-id",
     "returns another ScopeId than the table",
     reading_anycast<anycast_lookup_mutants::get_call,
                     [](MIB_ANYCASTIPADDRESS_ROW& row) { row.ScopeId.Value ^= 0x0fffffff; }>},

    {"anycast-delete-null-row-succeeds", "anycast-delete.null-row", "returns success for a NULL row",
     forgetting<&emulator::Behaviour::null_argument, anycast_lookup_mutants::delete_call>},
    {"anycast-delete-null-row-not-found", "anycast-delete.null-row", "returns not found for a NULL row",
     refusing_with<&emulator::Behaviour::null_argument, anycast_lookup_mutants::delete_call,
                   emulator::Status::not_found>},
    {"anycast-delete-link-unspecified-not-found", "anycast-delete.link-unspecified",
     "returns not found for a link without LUID and index",
     refusing_with<&emulator::Behaviour::link_named, anycast_lookup_mutants::delete_call,
                   emulator::Status::not_found>},
    {"anycast-delete-link-unspecified-not-supported", "anycast-delete.link-unspecified",
     "returns not supported for a link without LUID and index",
     refusing_with<&emulator::Behaviour::link_named, anycast_lookup_mutants::delete_call,
                   emulator::Status::not_supported>},
    {"anycast-delete-unknown-link-succeeds", "anycast-delete.link-known",
     "returns success for a link that does not exist",
     forgetting<&emulator::Behaviour::link_unknown, anycast_lookup_mutants::delete_call>},
    {"anycast-delete-unknown-link-invalid-parameter", "anycast-delete.link-known",
     "returns invalid parameter for an unknown link",
     refusing_with<&emulator::Behaviour::link_unknown, anycast_lookup_mutants::delete_call,
                   emulator::Status::invalid_parameter>},
    {"anycast-delete-index-before-luid", "anycast-delete.luid-first", "uses the index before the LUID",
     finding_links<anycast_lookup_mutants::delete_call, finders::index_first>},
    {"anycast-delete-falls-back-to-index", "anycast-delete.luid-first",
     "uses the index if the LUID is unknown",
     finding_links<anycast_lookup_mutants::delete_call, finders::either>},
    {"anycast-delete-missing-succeeds", "anycast-delete.missing",
     "returns success if the address does not exist",
     forgetting<&emulator::Behaviour::missing, anycast_lookup_mutants::delete_call>},
    {"anycast-delete-on-any-link", "anycast-delete.missing", "deletes an address of another link",
     finding_anycasts<anycast_lookup_mutants::delete_call, on_any_link>},
    {"anycast-kept-after-delete", "anycast-delete.takes-effect", "returns success, but deletes nothing",
     committing<anycast_lookup_mutants::delete_call, [](emulator::Status) { return false; }>},
    {"anycast-ipv4-kept-after-delete", "anycast-delete.takes-effect", "never finds an IPv4 address",
     finding_anycasts<anycast_lookup_mutants::delete_call, anycast_lookup_mutants::none_of_ipv4>},
    {"anycast-deleted-on-every-link", "anycast-delete.exactly-one-change",
     "also deletes the address from other links",
     following_anycast<anycast_lookup_mutants::delete_call,
                       [](emulator::Status verdict, const emulator::AnycastKey& key,
                          emulator::Tables& tables) {
                         if (verdict == emulator::Status::success) erase_on_other_links(key, tables);
                       }>},
    {"anycast-delete-empties-table", "anycast-delete.exactly-one-change", "deletes every address",
     following_anycast<anycast_lookup_mutants::delete_call,
                       [](emulator::Status verdict, const emulator::AnycastKey&,
                          emulator::Tables& tables) {
                         if (verdict == emulator::Status::success) tables.anycasts.clear();
                       }>},
    {"anycast-lost-on-refused-delete", "anycast-delete.unchanged-on-failure",
     "deletes every address when it fails",
     following_anycast<anycast_lookup_mutants::delete_call,
                       [](emulator::Status verdict, const emulator::AnycastKey&,
                          emulator::Tables& tables) {
                         if (verdict != emulator::Status::success) tables.anycasts.clear();
                       }>},
    {"anycast-delete-refuses-and-adds", "anycast-delete.unchanged-on-failure",
     "adds the address if it does not exist",
     following_anycast<
         anycast_lookup_mutants::delete_call,
         [](emulator::Status verdict, const emulator::AnycastKey& key, emulator::Tables& tables) {
           if (verdict != emulator::Status::not_found || tables.anycasts.find(key) != nullptr) return;
           tables.anycasts.store(key, emulator::common().new_anycast({}, key, netioconf_link{}));
         }>},
    {"caller-row-filled-by-anycast-delete", "anycast-delete.row-untouched",
     "writes the deleted entry to the caller's row",
     writing_anycast<anycast_lookup_mutants::delete_call,
                     [](emulator::Status verdict, MIB_ANYCASTIPADDRESS_ROW& argument,
                        const MIB_ANYCASTIPADDRESS_ROW& stored) {
                       if (verdict == emulator::Status::success) argument = stored;
                     }>},
    {"caller-address-cleared-by-anycast-delete", "anycast-delete.row-untouched",
     "clears the address in the caller's row",
     writing_anycast<anycast_lookup_mutants::delete_call,
                     [](emulator::Status verdict, MIB_ANYCASTIPADDRESS_ROW& argument,
                        const MIB_ANYCASTIPADDRESS_ROW&) {
                       if (verdict == emulator::Status::success)
                         argument.Address = emulator::socket_address_of({});
                     }>},
};

}  // namespace anycast_lookup_mutants

std::span<const Mutant> anycast_lookup() { return anycast_lookup_mutants::list; }

}  // namespace netioconf::conformance::mutants::anycasts::groups
