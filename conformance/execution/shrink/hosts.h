#pragma once

#include <vector>

#include "oracle/model/trace.h"

namespace netioconf::conformance::execution::shrink {

// The script on each host with one link less, otherwise unchanged. The plain host is the smallest one,
// because a script does not need to specify it.
[[nodiscard]] std::vector<oracle::Script> without_a_link(const oracle::Script& script);

// The script with two of its links merged, or with a link under the default name.
[[nodiscard]] std::vector<oracle::Script> with_links_renamed(const oracle::Script& script);

// The operations of `earlier` followed by those of `later`: on the host of either, and on hosts with the
// links of both, where those of `earlier` get new names. The scripts keep the name of `later`.
[[nodiscard]] std::vector<oracle::Script> with_in_front(const oracle::Script& earlier,
                                                        const oracle::Script& later);

}  // namespace netioconf::conformance::execution::shrink
