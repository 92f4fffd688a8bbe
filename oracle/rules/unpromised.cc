#include <array>

#include "oracle/rules/catalogue.h"

namespace netioconf::oracle::rules {
namespace {

constexpr Citation route_page{"CreateIpForwardEntry2", "Remarks"};
constexpr Citation anycast_page{"CreateAnycastIpAddressEntry", "Remarks"};

constexpr std::array sentences = {
    Unpromised{{"CreateIpForwardEntry2", "Introduction"},
               "the call creates a route on the local computer",
               "covered by the rules about the entries of the table"},
    Unpromised{{"CreateIpForwardEntry2", "Return value"},
               "the conditions of an invalid parameter, repeated as a paragraph",
               "the same conditions as in the list above it, covered by the same rules"},
    Unpromised{{"CreateIpForwardEntry2", "Return value"},
               "the link that is not found is a member of MIB_IPNET_ROW2",
               "names the wrong structure; read as MIB_IPFORWARD_ROW2"},
    Unpromised{{"CreateIpForwardEntry2", "Return value"},
               "FormatMessage explains other codes",
               "may be any status; such a step is undecided if success was allowed"},
    Unpromised{route_page, "the call is used to add a neighbor entry",
               "copied from another page; read as a route; no tested call shows neighbors"},
    Unpromised{route_page, "call InitializeIpForwardEntry, change members, then create the route",
               "advice to the caller; the question site-prefix-sentinel covers the result of that row"},
    Unpromised{route_page, "GetIpInterfaceEntry returns the link's metric",
               "covered by the rule link-metric.metric of that call"},
    Unpromised{{"CreateIpForwardEntry2", "Requirements"},
               "platform, version, header, library and IRQL",
               "a property of the calling environment, not of the result; a user-mode test has no IRQL"},
    Unpromised{{"CreateAnycastIpAddressEntry", "Introduction"},
               "the call creates an anycast address on the local computer",
               "covered by the rules about the entries of the table"},
    Unpromised{{"CreateAnycastIpAddressEntry", "Return value"},
               "the link that is not found is a member of MIB_UNICASTIPADDRESS_ROW",
               "names the wrong structure; read as MIB_ANYCASTIPADDRESS_ROW"},
    Unpromised{{"CreateAnycastIpAddressEntry", "Return value"},
               "FormatMessage explains other codes",
               "may be any status; such a step is undecided if success was allowed"},
    Unpromised{anycast_page, "the link is the one to add the unicast address to",
               "copied from another page; read as the anycast address"},
    Unpromised{{"CreateAnycastIpAddressEntry", "Requirements"},
               "platform, version, header, library and IRQL",
               "a property of the calling environment, not of the result"},
    Unpromised{{"SetIpForwardEntry2", "Remarks"},
               "what happens to members that keep their illegal defaults",
               "not specified; the first read shows the value, which must not change afterwards"},
    Unpromised{{"GetBestRoute2", "Parameters"},
               "AddressSortOptions is not used",
               "scripts pass any value, and the other rules still apply"},
    Unpromised{{"GetIpForwardTable2", "Return value"},
               "not enough memory",
               "no test can cause it; undecided if success was allowed"},
    Unpromised{{"GetIpForwardTable2", "Remarks"},
               "there may be padding before and between the rows",
               "fixed by the layout of the structures, which the ABI header asserts"},
    Unpromised{{"NotifyRouteChange2", "Parameters"},
               "the handle points to a MIB_IPINTERFACE_ROW to initialise",
               "copied from another page; it receives a handle"},
    Unpromised{{"NotifyRouteChange2", "Parameters"},
               "the callback and the handle are pointers",
               "no page says what happens if they are NULL; such a registration may have any status"},
    Unpromised{{"NotifyRouteChange2", "Return value"},
               "an internal error with an invalid handle",
               "no test can cause it; undecided if success was allowed"},
    Unpromised{{"NotifyRouteChange2", "Remarks"},
               "callbacks are serialised",
               "the content of two callbacks does not show whether they ran at the same time"},
    Unpromised{{"FreeMibTable", "Remarks"},
               "the memory is released",
               "not visible to a caller; a sanitizer sees it"},
    Unpromised{
        {"MIB_IPFORWARD_ROW2", "Members"},
        "how ValidLifetime, Immortal and Publish affect a route over time",
        "no page says what happens to a route after its lifetime; short-lived routes may disappear"},
};

}  // namespace

std::span<const Unpromised> unpromised() { return sentences; }

}  // namespace netioconf::oracle::rules
