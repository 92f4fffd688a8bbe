#include "conformance/implementations/process/greeting.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "conformance/implementations/process/request.h"

namespace netioconf::conformance::implementations::process {

std::expected<Welcomed, std::string> read_welcome(const Frame& frame, std::uint32_t request) {
  Welcomed welcomed;
  if (frame.head.kind == netioconf_kind_refused) {
    auto why = refusal(frame);
    if (!why) return wrong(why.error());
    welcomed.refused = std::move(*why);
    return welcomed;
  }
  if (frame.head.kind != netioconf_kind_welcome) return unexpected_kind(frame, "WELCOME");
  if (const auto same = check_request(frame, request); !same) return wrong(same.error());
  netioconf_welcome& welcome = welcomed.welcome;
  std::memcpy(&welcome, frame.payload.data(), std::min(frame.payload.size(), sizeof welcome));
  if (frame.payload.size() >= sizeof welcome.version && welcome.version != netioconf_version) {
    return wrong(fmt::format("it speaks version {} of the protocol, this program version {}",
                             welcome.version, static_cast<int>(netioconf_version)));
  }
  if (frame.payload.size() != sizeof welcome) return wrong_size(frame, sizeof welcome);
  if (calls_in(welcome.most_payload) == 0) {
    return wrong(fmt::format("it takes frames of at most {} bytes, a script of one call has {}",
                             welcome.most_payload, sizeof(netioconf_script) + sizeof(netioconf_call)));
  }
  if ((welcome.calls & ((2U << netioconf_call_free_table) - 1U)) == 0) {
    return wrong("it has none of the documented functions");
  }
  return welcomed;
}

std::expected<Described, std::string> read_host(const Frame& frame, std::uint32_t request) {
  if (const auto same = check_request(frame, request); !same) return wrong(same.error());
  Described described;
  if (frame.head.kind == netioconf_kind_refused) {
    auto why = refusal(frame);
    if (!why) return wrong(why.error());
    described.refused = std::move(*why);
    return described;
  }
  if (frame.head.kind != netioconf_kind_host) return unexpected_kind(frame, "HOST");
  const auto host = read_structure<netioconf_host>(frame.payload);
  if (!host) return wrong_size(frame, sizeof(netioconf_host));
  described.host = *host;
  return described;
}

}  // namespace netioconf::conformance::implementations::process
