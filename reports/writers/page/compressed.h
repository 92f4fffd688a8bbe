#pragma once

#include <string>
#include <string_view>

namespace netioconf::reports::writers::inline page {

// The text in gzip (RFC 1952) and base64 (RFC 4648). The same text always gives the same result.
[[nodiscard]] std::string gzip_in_base64(std::string_view text);

}  // namespace netioconf::reports::writers::inline page
