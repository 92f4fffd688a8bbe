#pragma once

#include <cstddef>
#include <string>

#include "reports/document/document.h"

namespace netioconf::reports::document {

// The head of a column about an implementation: a letter, because names of implementations are long.
[[nodiscard]] std::string letter_of(std::size_t run);

// A table without rows: a column for `what`, and one for each implementation.
[[nodiscard]] ResultTable lettered_table(std::string title, std::string what, int runs);

}  // namespace netioconf::reports::document
