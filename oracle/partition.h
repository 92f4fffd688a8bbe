#pragma once

#include <string>

#include "oracle/operation.h"

namespace netioconf::oracle {

// Which kind of input a call is: the classes of its members that the documents could tell apart, in
// words.
[[nodiscard]] std::string partition_of(const Operation& operation);

}  // namespace netioconf::oracle
