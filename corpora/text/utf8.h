#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace netioconf::corpora {

// The offset of the first octet that doesn't begin a character of well-formed UTF-8 (no surrogates, no
// longer form than needed); nullopt if the whole text is.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

}  // namespace netioconf::corpora
