#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reports/known/known.h"

namespace netioconf::conformance::known {

// The version that the committed list of an implementation is about: that of the kernel for "linux",
// that of Wine for "wine:user". Empty if the list is about no version, or the version is unknown.
[[nodiscard]] std::string running_version(const std::string& implementation);
// The same of a recording, from the name of its system: "Linux 6.18.44 x86_64",
// "Windows 10.0.19043, Wine 8.0".
[[nodiscard]] std::string recorded_version(std::string_view implementation, std::string_view system);

// What a list says about this version. Says on standard error how many entries are about others.
[[nodiscard]] std::optional<reports::known::Known> about_running(
    const std::optional<reports::known::Known>& list, const std::string& version);

}  // namespace netioconf::conformance::known
