#include "conformance/search/sweep/spaces/region.h"

#include <algorithm>

namespace netioconf::conformance::search::sweep::spaces {

Region joined(std::string name, std::vector<Region> parts) {
  std::vector<std::uint64_t> firsts;
  std::uint64_t size = 0;
  std::erase_if(parts, [](const Region& part) { return part.size == 0; });
  for (const Region& part : parts) {
    firsts.push_back(size);
    size += part.size;
  }
  const auto write = [parts = std::move(parts), firsts = std::move(firsts)](std::uint64_t number,
                                                                            oracle::Script& script) {
    const auto next = std::upper_bound(firsts.begin(), firsts.end(), number);
    const auto position = static_cast<std::size_t>(next - firsts.begin()) - 1;
    parts[position].write(number - firsts[position], script);
  };
  return {.name = std::move(name), .size = size, .write = write};
}

}  // namespace netioconf::conformance::search::sweep::spaces
