#pragma once

#include <vector>

#include "oracle/model/trace.h"

namespace netioconf::conformance::execution::shrink {

// The script with one member reset to its default in corpora/script.proto: hosts, links, rows, addresses
// and numbers, where a larger member comes before its parts. An IPv4 address can also become 0.0.0.0,
// because its default is no address. The number of callbacks to wait for does not change.
// corpora/codec/codec.h must be able to encode the script.
[[nodiscard]] std::vector<oracle::Script> with_a_member_reset(const oracle::Script& script);

// The same with all members of the same name and value reset at once, so that operations that name the
// same key still do so.
[[nodiscard]] std::vector<oracle::Script> with_like_members_reset(const oracle::Script& script);

}  // namespace netioconf::conformance::execution::shrink
