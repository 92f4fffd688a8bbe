#include "fuzz/harness/wire_seeds.h"

#include <fmt/format.h>

#include <array>

#include "conformance/implementations/api/abi_host.h"
#include "conformance/implementations/process/request.h"

namespace netioconf::fuzz::harness {
namespace {

namespace implementations = conformance::implementations;
namespace process = implementations::process;

constexpr char stream_to_testee = 2;
constexpr unsigned frames_to_driver = 1;
constexpr unsigned calls_of_target = 12;  // that wire_fuzzer can put before an answer

constexpr netioconf_welcome all_calls{.version = netioconf_version,
                                      .flags = 0,
                                      .calls = (1U << netioconf_call_count) - 1,
                                      .most_payload = netioconf_most_payload,
                                      .zero = 0};

void append(std::string& to, const std::vector<std::byte>& bytes) {
  to.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

}  // namespace

std::optional<std::string> requests_of(const oracle::Script& script) {
  const auto host = implementations::to_abi(script.host);
  if (!host) return std::nullopt;
  process::RequestEncoder encoder{all_calls, implementations::no_patience};
  const process::Request request = encoder.encode(script.operations);
  std::string stream(1, stream_to_testee);
  append(stream, process::hello(0, 1000));
  append(stream, process::describe(1));
  append(stream, process::script(2, implementations::Start::reset, *host, request.calls));
  return stream;
}

std::map<std::string, std::string> answers_to_each_call() {
  std::map<std::string, std::string> inputs;
  for (unsigned call = 0; call < calls_of_target; ++call) {
    std::string frames(1, static_cast<char>(call << 2U | frames_to_driver));
    for (const int kind : {netioconf_kind_welcome, netioconf_kind_host, netioconf_kind_begun,
                           netioconf_kind_rows, netioconf_kind_notifications, netioconf_kind_reply,
                           netioconf_kind_decided_by, netioconf_kind_freeing, netioconf_kind_done}) {
      frames += {static_cast<char>(kind & 0xff), 0, 0};  // a frame without oddities, filled with zeros
    }
    inputs[fmt::format("answers-{}", call)] = frames;
  }
  return inputs;
}

}  // namespace netioconf::fuzz::harness
