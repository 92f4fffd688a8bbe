#pragma once

#include "fuzz/mutators/rng.h"
#include "oracle/model/trace.h"

namespace netioconf::fuzz {

// Tells the end of a script, or all of it, once more in other words: in the other family, with links
// named by their other name, on another link, by another next hop or for the next address. Where the
// documents leave a choice, whoever chooses one thing here and another thing there contradicts himself,
// and only a script that asks for both shows it.
void retell_operations(Chance& chance, oracle::Script& script);

// The address in the other family, for an address of one of the two: what is unspecified, loopback,
// multicast or link-local stays so, different ordinary addresses stay different, and what a prefix has
// in common stays common.
[[nodiscard]] oracle::SocketAddress in_other_family(const oracle::SocketAddress& address);
[[nodiscard]] oracle::Prefix in_other_family(const oracle::Prefix& prefix);

}  // namespace netioconf::fuzz
