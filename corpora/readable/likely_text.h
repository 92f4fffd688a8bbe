#pragma once

#include <string>
#include <string_view>

#include "corpora/readable/members.h"

namespace netioconf::corpora::readable {

struct Mistake {
  std::string what;    // "\"198.51.100.0/33\" is not a prefix: IPv4 has only 32 bits"
  std::string remedy;  // "did you mean \"198.51.100.0/32\"?"
};

// Why a text is not of this form, and the text that was probably meant.
[[nodiscard]] Mistake mistake_in(std::string_view text, Form form);

}  // namespace netioconf::corpora::readable
