#pragma once

#include <vector>

#include "oracle/model/trace.h"

namespace netioconf::conformance {

// The script on a host of one link less, all else as it is. Nothing is less than the plain host, which a
// script need not ask for.
[[nodiscard]] std::vector<oracle::Script> without_a_link(const oracle::Script& script);

// The script with two of its links become one, or with a link under the name that links have by default.
[[nodiscard]] std::vector<oracle::Script> with_links_renamed(const oracle::Script& script);

// The operations of both, one behind the other: on the host of either, and on hosts that have the links
// of both, those of the earlier under new names. The scripts keep the name of the later.
[[nodiscard]] std::vector<oracle::Script> with_in_front(const oracle::Script& earlier,
                                                        const oracle::Script& later);

}  // namespace netioconf::conformance
