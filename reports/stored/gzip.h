#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace netioconf::reports::stored {

// The text in gzip (RFC 1952). The same text always gives the same result: its header has no name and no
// time.
[[nodiscard]] std::string gzip(std::string_view text);

// The text that was compressed; nullopt if it is damaged, ends early or has more than `size_max` octets.
[[nodiscard]] std::optional<std::string> gunzip(std::string_view compressed, std::size_t size_max);

}  // namespace netioconf::reports::stored
