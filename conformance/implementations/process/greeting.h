#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>

#include "conformance/abi/netioapi.h"
#include "conformance/implementations/process/frames.h"

namespace netioconf::conformance {

// The errors of all of these say in one line what is wrong with the frame.

// The answer to HELLO: WELCOME in a version that is spoken here, or REFUSED, which is an error, too.
[[nodiscard]] std::expected<netioconf_welcome, std::string> read_welcome(const Frame& frame,
                                                                         std::uint32_t request);

// What a testee is called upon to say of its host: the host, or why there is none.
struct Described {
  netioconf_host host{};
  std::optional<std::string> refused;
};
[[nodiscard]] std::expected<Described, std::string> read_host(const Frame& frame, std::uint32_t request);

}  // namespace netioconf::conformance
