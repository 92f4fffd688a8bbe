#pragma once

#include <cstddef>
#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/implementations/kinds.h"

namespace netioconf::conformance::search {

// How many threads can call implementations of that name at the same time if --jobs is so many (0: one
// for each core): 1, unless several of them can run in this process.
[[nodiscard]] std::size_t threads_for(const implementations::ImplementationName& name, unsigned jobs);

// So many implementations of that name. The error is one line.
[[nodiscard]] std::expected<std::vector<std::unique_ptr<execution::Implementation>>, std::string>
make_for_threads(std::size_t threads, const implementations::ImplementationName& name,
                 const implementations::ImplementationOptions& options);

}  // namespace netioconf::conformance::search
