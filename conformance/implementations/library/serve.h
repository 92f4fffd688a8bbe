#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "conformance/implementations/api/api.h"
#include "conformance/implementations/api/mailbox.h"

namespace netioconf::conformance {

// Makes what is to be called; the error is one line: what, where, how to mend it.
using MakeApi = std::function<std::expected<std::unique_ptr<Api>, std::string>()>;

// Where the output of what is called goes.
enum class Output : std::uint8_t {
  nowhere,
  standard_error,
};

// The work of a child: readies this process for calls that may do anything to it, makes the Api and
// carries out what comes through the descriptor until the other end closes it.
[[noreturn]] void serve(int descriptor, const MakeApi& make, Patience patience, Output output) noexcept;

}  // namespace netioconf::conformance
