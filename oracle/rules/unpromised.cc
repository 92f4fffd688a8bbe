#include <array>

#include "oracle/rules/catalogue.h"

namespace netioconf::oracle {
namespace {

constexpr Citation route_page{"CreateIpForwardEntry2", "Remarks"};
constexpr Citation anycast_page{"CreateAnycastIpAddressEntry", "Remarks"};

constexpr std::array sentences = {
    Unpromised{{"CreateIpForwardEntry2", "Introduction"},
               "the call makes a route on the local computer",
               "said again, and testably, by the rules about what appears in the table"},
    Unpromised{{"CreateIpForwardEntry2", "Return value"},
               "the conditions of an invalid parameter, once more as a paragraph",
               "the same conditions as the list above it, so the same rules"},
    Unpromised{{"CreateIpForwardEntry2", "Return value"},
               "the link that is not found is a member of MIB_IPNET_ROW2",
               "the wrong structure's name; read as MIB_IPFORWARD_ROW2"},
    Unpromised{{"CreateIpForwardEntry2", "Return value"},
               "other codes are explained by FormatMessage",
               "any status; such a step is undecided where success was allowed"},
    Unpromised{route_page, "the call is used to add a neighbor entry",
               "copied from another page; read as a route. No call here shows neighbors"},
    Unpromised{route_page, "use InitializeIpForwardEntry, change what is wanted, then create",
               "advice to the caller; what that row must do is asked by site-prefix-sentinel"},
    Unpromised{route_page, "the link's metric can be had from GetIpInterfaceEntry",
               "promised by the page of that call, rule link-metric.metric"},
    Unpromised{
        {"CreateIpForwardEntry2", "Requirements"},
        "platform, version, header, library and IRQL",
        "a property of where the call is made, not of what it answers; a user-mode test has no IRQL"},
    Unpromised{{"CreateAnycastIpAddressEntry", "Introduction"},
               "the call makes an anycast address on the local computer",
               "said again, and testably, by the rules about what appears in the table"},
    Unpromised{{"CreateAnycastIpAddressEntry", "Return value"},
               "the link that is not found is a member of MIB_UNICASTIPADDRESS_ROW",
               "the wrong structure's name; read as MIB_ANYCASTIPADDRESS_ROW"},
    Unpromised{{"CreateAnycastIpAddressEntry", "Return value"},
               "other codes are explained by FormatMessage",
               "any status; such a step is undecided where success was allowed"},
    Unpromised{anycast_page, "the link is the one to add the unicast address to",
               "copied from another page; read as the anycast address"},
    Unpromised{{"CreateAnycastIpAddressEntry", "Requirements"},
               "platform, version, header, library and IRQL",
               "a property of where the call is made, not of what it answers"},
    Unpromised{{"SetIpForwardEntry2", "Remarks"},
               "what becomes of members that are left at their illegal defaults",
               "not said; they are read once and then must stay"},
    Unpromised{{"GetBestRoute2", "Parameters"},
               "a source address may be given, and the best source is returned",
               "a script's host has no addresses of its own to choose from"},
    Unpromised{{"GetBestRoute2", "Parameters"},
               "AddressSortOptions is not used",
               "any value may be passed; scripts do, and the other rules hold all the same"},
    Unpromised{{"GetIpForwardTable2", "Return value"},
               "not enough memory",
               "no test can bring it about; undecided where success was allowed"},
    Unpromised{{"GetIpForwardTable2", "Remarks"},
               "padding may stand before and between the rows",
               "fixed by the layout of the structures, which the ABI header asserts"},
    Unpromised{{"NotifyRouteChange2", "Parameters"},
               "the handle points to a MIB_IPINTERFACE_ROW to initialise",
               "copied from another page; it receives a handle"},
    Unpromised{{"NotifyRouteChange2", "Return value"},
               "an internal error with an invalid handle",
               "no test can bring it about; undecided where success was allowed"},
    Unpromised{{"NotifyRouteChange2", "Remarks"},
               "callbacks are serialised",
               "two callbacks at once can't be told from two in turn by what they say"},
    Unpromised{{"FreeMibTable", "Remarks"},
               "the memory is released",
               "not visible to a caller; a sanitizer sees it"},
    Unpromised{{"MIB_IPFORWARD_ROW2", "Members"},
               "what ValidLifetime, Immortal and Publish do to a route in time",
               "no page says what becomes of a route whose lifetime ends; short-lived ones may vanish"},
};

}  // namespace

std::span<const Unpromised> unpromised() { return sentences; }

}  // namespace netioconf::oracle
