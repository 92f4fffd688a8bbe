#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "conformance/implementations/api/api.h"
#include "conformance/implementations/child/piped_process.h"

namespace netioconf::conformance::implementations::isolation {

// Creates the Api; the error is one line: what, where, how to fix it.
using MakeApi = std::function<std::expected<std::unique_ptr<Api>, std::string>()>;

// The main function of a child: prepares this process for calls that may do anything to it, creates the
// Api and answers requests as a testee until the other end closes the pipe.
[[noreturn]] void serve(const child::ChildEnds& ends, child::SharedStream& stream,
                        const MakeApi& make) noexcept;

}  // namespace netioconf::conformance::implementations::isolation
