#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>

#include "conformance/abi/netioapi.h"
#include "conformance/implementations/process/frames.h"

namespace netioconf::conformance::implementations::process {

// The errors of all of these state in one line what is wrong with the frame.

// The answer to HELLO: WELCOME with the supported version, or the reason of a refusal.
struct Welcomed {
  netioconf_welcome welcome{};
  std::optional<std::string> refused;
};
[[nodiscard]] std::expected<Welcomed, std::string> read_welcome(const Frame& frame,
                                                                std::uint32_t request);

// The payload of HOST and OTHER_HOST: a netioconf_host of either version.
[[nodiscard]] std::expected<netioconf_host, std::string> read_host_structure(const Frame& frame);

// The answer to DESCRIBE: the host, or the reason why there is none.
struct Described {
  netioconf_host host{};
  std::optional<std::string> refused;
};
[[nodiscard]] std::expected<Described, std::string> read_host(const Frame& frame, std::uint32_t request);

}  // namespace netioconf::conformance::implementations::process
