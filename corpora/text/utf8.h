#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace netioconf::corpora::text {

// The offset of the first octet where well-formed UTF-8 ends (surrogates and overlong forms are not
// well-formed); nullopt if the whole text is well-formed.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

}  // namespace netioconf::corpora::text
