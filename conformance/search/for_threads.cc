#include "conformance/search/for_threads.h"

#include <utility>

#include "conformance/search/blocks/threads.h"

namespace netioconf::conformance::search {

std::size_t threads_for(const implementations::ImplementationName& name, unsigned jobs) {
  return implementations::kind_of(name).is_reentrant ? blocks::threads_for(jobs) : 1;
}

std::expected<std::vector<std::unique_ptr<execution::Implementation>>, std::string> make_for_threads(
    std::size_t threads, const implementations::ImplementationName& name,
    const implementations::ImplementationOptions& options) {
  std::vector<std::unique_ptr<execution::Implementation>> made;
  while (made.size() < threads) {
    auto implementation = execution::make_implementation(name, options);
    if (!implementation) return std::unexpected(implementation.error());
    made.push_back(*std::move(implementation));
  }
  return made;
}

}  // namespace netioconf::conformance::search
