#pragma once

#include <string>
#include <string_view>

namespace netioconf::corpora {

// An error of protobuf's parser without the names that only a programmer knows, and without a full stop.
[[nodiscard]] std::string in_words(std::string_view error);

// How to mend what it complains of.
[[nodiscard]] std::string remedy_for(std::string_view error);

}  // namespace netioconf::corpora
