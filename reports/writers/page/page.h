#pragma once

#include <string>
#include <string_view>

#include "reports/comparison.pb.h"

namespace netioconf::reports::writers::inline page {

// index.html: the page of reports/web with the data inside. It loads nothing. Empty if the build had no
// Node.js.
[[nodiscard]] std::string html(const Page& page);

// The data as the page reads them: JSON in one line.
[[nodiscard]] std::string page_json(Page page);

// A page of the build (bundle.h) with the data inside, compressed. Nothing in the data is interpreted as
// markup.
[[nodiscard]] std::string filled(std::string_view bundle, const Page& page);

}  // namespace netioconf::reports::writers::inline page
