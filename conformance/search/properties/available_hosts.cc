#include "conformance/search/properties/available_hosts.h"

#include "conformance/search/properties/fixtures.h"

namespace netioconf::conformance::search::properties {

rc::Gen<oracle::Host> hosts_for(execution::Implementation& implementation) {
  for (const auto& [ipv4, ipv6] : {std::pair{true, true}, {true, false}, {false, true}}) {
    // An implementation that cannot provide a host without links shows the links that it always has.
    const oracle::Host without_links{.ipv4 = ipv4, .ipv6 = ipv6};
    const oracle::Trace trace = implementation.observe({.host = without_links});
    if (trace.skipped.empty() && !trace.host.links.empty()) return rc::gen::just(trace.host);
  }
  return some_host();
}

}  // namespace netioconf::conformance::search::properties
