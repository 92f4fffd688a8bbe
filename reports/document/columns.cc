#include "reports/document/columns.h"

#include <fmt/format.h>

#include <utility>

namespace netioconf::reports::document {

std::string letter_of(std::size_t run) {
  return run < 26 ? std::string(1, static_cast<char>('A' + run)) : fmt::format("#{}", run + 1);
}

ResultTable lettered_table(std::string title, std::string what, int runs) {
  ResultTable table{.title = std::move(title), .head = {std::move(what)}};
  for (int run = 0; run < runs; ++run) table.head.push_back(letter_of(static_cast<std::size_t>(run)));
  return table;
}

}  // namespace netioconf::reports::document
