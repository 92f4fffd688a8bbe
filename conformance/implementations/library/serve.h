#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "conformance/implementations/api/api.h"
#include "conformance/implementations/api/mailbox.h"

namespace netioconf::conformance::implementations::library {

// Creates the Api; the error is one line: what, where, how to fix it.
using MakeApi = std::function<std::expected<std::unique_ptr<Api>, std::string>()>;

// Where the output of the implementation goes.
enum class ReplyOutput : std::uint8_t {
  nowhere,
  standard_error,
};

// The main function of a child: prepares this process for calls that may do anything to it, creates the
// Api and carries out the requests from the descriptor until the other end closes it.
[[noreturn]] void serve(int descriptor, const MakeApi& make, Patience patience,
                        ReplyOutput output) noexcept;

}  // namespace netioconf::conformance::implementations::library
