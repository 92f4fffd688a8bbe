#pragma once

#include <string>
#include <string_view>

#include "oracle/model/trace.h"

namespace netioconf::oracle::words {

// "crashed"
[[nodiscard]] std::string_view name_of(Ending ending);

// A call, a reply or a host in words, in one line without a full stop:
// "create route 10.0.0.0/8 via 10.0.0.1 on luid 0x6000001000000, valid 60 s, preferred 61 s"
[[nodiscard]] std::string describe(const Operation& operation);
[[nodiscard]] std::string describe(const Reply& reply, Call call);  // "invalid_parameter (0xC000000D)"
[[nodiscard]] std::string describe(const Host& host);
[[nodiscard]] std::string describe(
    const SocketAddress& address);                         // "10.0.0.1", "2001:db8::1", "family 7"
[[nodiscard]] std::string describe(const Prefix& prefix);  // "10.0.0.0/8"
[[nodiscard]] std::string describe(const RouteRow& row);
[[nodiscard]] std::string describe(const AnycastRow& row);

}  // namespace netioconf::oracle::words
