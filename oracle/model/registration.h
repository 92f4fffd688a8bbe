#pragma once

#include <cstdint>

namespace netioconf::oracle::inline model {

// Notification::registration of a callback whose registration was made in a script before the last
// netioconf_reset.
inline constexpr std::uint32_t earlier_registration = 0xfffffffe;

}  // namespace netioconf::oracle::inline model
