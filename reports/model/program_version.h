#pragma once

namespace netioconf::reports::inline model {

// The version of this program, as 1.2.3. A function, so that a new version compiles one file again.
[[nodiscard]] const char* program_version();

}  // namespace netioconf::reports::inline model
