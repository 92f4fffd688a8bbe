#pragma once

#include "oracle/explanation.h"
#include "oracle/inquiry.h"

namespace netioconf::oracle {

// Scripts run in less time than this. So lifetimes and ages that are read can be off by as much, and a
// route that is valid for less may be gone at any time.
inline constexpr std::uint32_t script_time_limit_s = 3600;

// Whose promise it is that an entry reads as it must: the call's that made it, at the first look at the
// tables since; the reading call's afterwards.
[[nodiscard]] Call blamed_call(const State& state, const RouteKey& key, Call reading);
[[nodiscard]] Call blamed_call(const State& state, const AnycastKey& key, Call reading);

// Compares a route that was read by `call` with what must be there: names what is wrong, and keeps what
// only a read can tell as an edit.
void compare_read_back(Inquiry& inquiry, const Link& link, const RouteKey& key, const RouteEntry& entry,
                       const RouteRow& seen, Call blamed, Explanation& explanation);

void compare_read_back(const Link& link, const AnycastKey& key, const AnycastEntry& entry,
                       const AnycastRow& seen, Call blamed, Explanation& explanation);

}  // namespace netioconf::oracle
