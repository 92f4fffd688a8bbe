#pragma once

#include "oracle/state/explanation.h"
#include "oracle/readings/inquiry.h"

namespace netioconf::oracle {

// Scripts run in less time than this. So lifetimes and ages that are read can be off by as much, and a
// route that is valid for less may be gone at any time.
inline constexpr std::uint32_t script_time_limit_s = 3600;

// Whose promise it is that an entry reads as it must, and which, if it isn't that of the member.
struct OwedPromise {
  Call call = Call::get_route;
  std::string_view effect;
};

// The call's that made the entry, at the first look since; that of a call that should have left it
// alone, if it was read before that call; the reading call's otherwise.
[[nodiscard]] OwedPromise promise_for(const State& state, const RouteKey& key, const RouteEntry& entry,
                                      Call reading);
[[nodiscard]] OwedPromise promise_for(const State& state, const AnycastKey& key,
                                      const AnycastEntry& entry, Call reading);

// Compares a route that was read by `call` with what must be there: names what is wrong, and keeps what
// only a read can tell as an edit.
void compare_read_back(Inquiry& inquiry, const Link& link, const RouteKey& key, const RouteEntry& entry,
                       const RouteRow& seen, OwedPromise promise, Explanation& explanation);

void compare_read_back(const Link& link, const AnycastKey& key, const AnycastEntry& entry,
                       const AnycastRow& seen, OwedPromise promise, Explanation& explanation);

}  // namespace netioconf::oracle
