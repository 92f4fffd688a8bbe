#pragma once

#include "conformance/implementations/process/wire.h"

namespace netioconf::conformance::implementations::process {

// What a testee with all calls says of itself.
inline constexpr netioconf_welcome welcome_with_all_calls{
    .version = 1, .flags = 0, .calls = 0x27fff, .most_payload = 1 << 20, .zero = 0};

}  // namespace netioconf::conformance::implementations::process
