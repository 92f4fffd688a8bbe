#pragma once

#include <vector>

#include "oracle/model/trace.h"

namespace netioconf::conformance {

// Every way to set one member of a script back to its default in corpora/script.proto: hosts, links,
// rows, addresses and numbers, the larger before what they hold. An IPv4 address may also become
// 0.0.0.0, as its default is to be no address at all. For how many callbacks to wait
// stays as it is. The scripts must be such as corpora/codec/codec.h can
// say.
[[nodiscard]] std::vector<oracle::Script> with_a_member_reset(const oracle::Script& script);

// The same with all members of one name that have one value set back at once: a key that several
// operations name loses nothing but its strangeness.
[[nodiscard]] std::vector<oracle::Script> with_like_members_reset(const oracle::Script& script);

}  // namespace netioconf::conformance
