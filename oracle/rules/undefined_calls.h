#pragma once

#include <string_view>

#include "oracle/model/operation.h"

namespace netioconf::oracle::rules {

// The reason why the documents promise nothing about a call, not even that it returns; empty if they
// promise something.
[[nodiscard]] std::string_view why_undefined(const Operation& operation);

}  // namespace netioconf::oracle::rules
