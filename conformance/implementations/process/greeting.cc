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
  const bool details = (welcome.flags & netioconf_takes_details) != 0;
  if (calls_in(welcome.most_payload, details) == 0) {
    return wrong(fmt::format("it takes frames of at most {} bytes, a script of one call has {}",
                             welcome.most_payload, script_size(details, 1)));
  }
  if ((welcome.calls & ((2U << netioconf_call_free_table) - 1U)) == 0) {
    return wrong("it has none of the documented functions");
  }
  return welcomed;
}

std::expected<netioconf_host, std::string> read_host_structure(const Frame& frame) {
  netioconf_host host{};
  const std::size_t size = frame.payload.size();
  if (size != sizeof host && size != NETIOCONF_HOST_SIZE_1) {
    return wrong(fmt::format("{} with {} bytes instead of {} or {}", name_of_kind(frame.head.kind), size,
                             NETIOCONF_HOST_SIZE_1, sizeof host));
  }
  std::memcpy(&host, frame.payload.data(), size);
  if (host.size == sizeof host && size != sizeof host)
    return wrong(fmt::format("{} without its details", name_of_kind(frame.head.kind)));
  return host;
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
  const auto host = read_host_structure(frame);
  if (!host) return wrong(host.error());
  described.host = *host;
  return described;
}

}  // namespace netioconf::conformance::implementations::process
