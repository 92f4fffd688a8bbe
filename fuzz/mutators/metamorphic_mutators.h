#pragma once

#include "fuzz/mutators/rng.h"
#include "oracle/model/trace.h"

namespace netioconf::fuzz::mutators {

// Repeats the end of a script, or all of it, in another form: in the other family, with links named by
// their other name, on another link, with another next hop or for the next address. An implementation
// that answers an open question differently in the two forms contradicts itself. Only a script that
// contains both shows this.
void repeat_with_variation(Rng& rng, oracle::Script& script);

// The corresponding address in the other family, for an IPv4 or IPv6 address. Unspecified, loopback,
// multicast and link-local addresses keep their class, different ordinary addresses stay different, and
// common prefixes stay common.
[[nodiscard]] oracle::SocketAddress in_other_family(const oracle::SocketAddress& address);
[[nodiscard]] oracle::Prefix in_other_family(const oracle::Prefix& prefix);

}  // namespace netioconf::fuzz::mutators
