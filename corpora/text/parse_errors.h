#pragma once

#include <string>
#include <string_view>

namespace netioconf::corpora::text {

// An error of protobuf's parser without the package name and without a full stop.
[[nodiscard]] std::string in_words(std::string_view error);

// How to fix this error.
[[nodiscard]] std::string remedy_for(std::string_view error);

}  // namespace netioconf::corpora::text
