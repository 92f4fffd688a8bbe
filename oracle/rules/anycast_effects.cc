#include <array>

#include "oracle/rules/effects.h"

// The effects of calls with an anycast row and of the anycast table.
namespace netioconf::oracle::rules {
namespace {

constexpr std::array of_pages = {
    effect("anycast.takes-effect", Call::create_anycast, {"CreateAnycastIpAddressEntry", "Introduction"},
           "after success the address is in the table"),
    effect("anycast.unchanged-on-failure", Call::create_anycast,
           {"CreateAnycastIpAddressEntry", "Return value"}, "a call that fails changes nothing"),
    effect("anycast.exactly-one-change", Call::create_anycast,
           {"CreateAnycastIpAddressEntry", "Introduction"},
           "a call that succeeds changes only its own entry"),
    effect("anycast.luid-first", Call::create_anycast, {"CreateAnycastIpAddressEntry", "Remarks"},
           "a non-zero LUID names the link, whatever the index is"),
    effect("anycast.row-untouched", Call::create_anycast, {"CreateAnycastIpAddressEntry", "Parameters"},
           "the call reads the caller's row and does not write to it"),
    effect("anycast-delete.takes-effect", Call::delete_anycast,
           {"DeleteAnycastIpAddressEntry", "Remarks"}, "after success the address is not in the table"),
    effect("anycast-delete.unchanged-on-failure", Call::delete_anycast,
           {"DeleteAnycastIpAddressEntry", "Return value"}, "a call that fails changes nothing"),
    effect("anycast-delete.exactly-one-change", Call::delete_anycast,
           {"DeleteAnycastIpAddressEntry", "Remarks"},
           "a call that succeeds changes only its own entry"),
    effect("anycast-delete.luid-first", Call::delete_anycast, {"DeleteAnycastIpAddressEntry", "Remarks"},
           "a non-zero LUID names the link, whatever the index is"),
    effect("anycast-delete.row-untouched", Call::delete_anycast,
           {"DeleteAnycastIpAddressEntry", "Parameters"},
           "the call reads the caller's row and does not write to it"),
    effect("anycast.both-identifiers", Call::create_anycast, {"CreateAnycastIpAddressEntry", "Remarks"},
           "a row that is read names the link by its LUID and by its index"),
    ignored("anycast.scope-id", Call::create_anycast, {"CreateAnycastIpAddressEntry", "Remarks"},
            "ScopeId is the link's; the caller's value is ignored"),
    effect("anycast-get.both-identifiers", Call::get_anycast, {"GetAnycastIpAddressEntry", "Remarks"},
           "a row that is read names the link by its LUID and by its index"),
    ignored("anycast-get.scope-id", Call::get_anycast, {"GetAnycastIpAddressEntry", "Remarks"},
            "ScopeId is the link's; the caller's value is ignored"),
    effect("anycast-table.both-identifiers", Call::anycast_table,
           {"GetAnycastIpAddressTable", "Remarks"},
           "a row that is read names the link by its LUID and by its index"),
    ignored("anycast-table.scope-id", Call::anycast_table, {"GetAnycastIpAddressTable", "Remarks"},
            "ScopeId is the link's; the caller's value is ignored"),
    effect("anycast-get.key-members", Call::get_anycast, {"GetAnycastIpAddressEntry", "Remarks"},
           "the row that is read has the requested address"),
    effect("anycast-table.readable", Call::anycast_table, {"GetAnycastIpAddressTable", "Remarks"},
           "a table contains as many rows as its NumEntries says"),
    effect("anycast-table.complete", Call::anycast_table, {"GetAnycastIpAddressTable", "Remarks"},
           "a table contains every entry and no other row"),
    effect("anycast-table.only-its-family", Call::anycast_table,
           {"GetAnycastIpAddressTable", "Parameters"},
           "a table for a family contains only entries of that family"),
    effect("anycast-table.each-entry-once", Call::anycast_table, {"GetAnycastIpAddressTable", "Remarks"},
           "a table contains each entry once"),
    effect("anycast-get.luid-first", Call::get_anycast, {"GetAnycastIpAddressEntry", "Remarks"},
           "a non-zero LUID names the link, whatever the index is"),
};

}  // namespace

std::span<const Rule> anycast_effects() { return of_pages; }

}  // namespace netioconf::oracle::rules
