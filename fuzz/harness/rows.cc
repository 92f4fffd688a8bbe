#include "fuzz/harness/rows.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "conformance/emulator/behaviour/personalities.h"
#include "conformance/implementations/api/abi_host.h"
#include "conformance/implementations/api/call.h"
#include "conformance/implementations/emulated/emulator_api.h"
#include "fuzz/harness/stop.h"

namespace netioconf::fuzz::harness {
namespace {

using oracle::AnycastCall;
using oracle::Call;
using oracle::RouteCall;

constexpr std::array<Call, 5> route_calls = {Call::initialize_route, Call::create_route, Call::set_route,
                                             Call::get_route, Call::delete_route};
constexpr std::array<Call, 3> anycast_calls = {Call::create_anycast, Call::get_anycast,
                                               Call::delete_anycast};

constexpr std::uint8_t null_row = 0xff;

// Removes a row from the front of the bytes; missing bytes are zero.
template <class Row>
Row take(InputBytes& bytes) {
  Row row;
  const std::size_t size = std::min(bytes.size(), sizeof row);
  std::memset(static_cast<void*>(&row), 0, sizeof row);
  if (size != 0) std::memcpy(static_cast<void*>(&row), bytes.data(), size);
  bytes = bytes.subspan(size);
  return row;
}

oracle::Operation take_operation(InputBytes& bytes) {
  const std::size_t call = bytes[0] % (route_calls.size() + anycast_calls.size());
  const auto misalignment = static_cast<std::uint8_t>(bytes[1] & 7U);
  const bool null = bytes[1] == null_row;
  bytes = bytes.subspan(2);
  if (call < route_calls.size()) {
    RouteCall route{.call = route_calls[call], .row = std::nullopt, .misalignment = misalignment};
    if (!null) route.row = take<oracle::RouteRow>(bytes);
    return route;
  }
  AnycastCall anycast{.call = anycast_calls[call - route_calls.size()],
                      .row = std::nullopt,
                      .misalignment = misalignment};
  if (!null) anycast.row = take<oracle::AnycastRow>(bytes);
  return anycast;
}

template <std::size_t Size>
std::size_t position_in(const std::array<Call, Size>& calls, Call call) {
  return static_cast<std::size_t>(std::find(calls.begin(), calls.end(), call) - calls.begin());
}

template <class CallWithRow>
void put(std::vector<std::uint8_t>& bytes, std::size_t number, const CallWithRow& call) {
  bytes.push_back(static_cast<std::uint8_t>(number));
  bytes.push_back(call.row ? call.misalignment : null_row);
  if (!call.row) return;
  const auto* row = reinterpret_cast<const std::uint8_t*>(&*call.row);
  bytes.insert(bytes.end(), row, row + sizeof *call.row);
}

// A row at the end of a memory block.
template <class Row>
class Bare {
 public:
  using AbiRow = conformance::implementations::AbiRow<Row>;

  Bare(const std::optional<Row>& row, std::uint8_t misalignment) {
    static_assert(sizeof(Row) == sizeof(AbiRow));
    if (!row) return;
    memory_ = std::make_unique<std::byte[]>(misalignment + sizeof(Row));
    std::memcpy(memory_.get() + misalignment, &*row, sizeof(Row));
    row_ = reinterpret_cast<AbiRow*>(memory_.get() + misalignment);
  }
  [[nodiscard]] AbiRow* row() const { return row_; }

 private:
  std::unique_ptr<std::byte[]> memory_;
  AbiRow* row_ = nullptr;
};

template <class CallWithRow>
std::uint32_t call_bare(conformance::implementations::Api& api, const CallWithRow& call) {
  const Bare bare{call.row, call.misalignment};
  return conformance::implementations::call_function(api, call.call, bare.row());
}

}  // namespace

Cast read_rows(InputBytes bytes) {
  Cast cast{.script = {.name = "this input", .host = oracle::plain_host(), .operations = {}},
            .personalities = personality_of(bytes.empty() ? std::uint8_t{0} : bytes[0])};
  if (!bytes.empty()) bytes = bytes.subspan(1);
  while (bytes.size() >= 2) cast.script.operations.push_back(take_operation(bytes));
  return cast;
}

std::vector<std::uint8_t> bytes_of_rows(std::uint8_t personality, const oracle::Script& script) {
  std::vector<std::uint8_t> bytes{personality};
  for (const oracle::Operation& operation : script.operations) {
    if (const auto* route = std::get_if<RouteCall>(&operation)) {
      put(bytes, position_in(route_calls, route->call), *route);
    } else {
      const auto& anycast = std::get<AnycastCall>(operation);
      put(bytes, route_calls.size() + position_in(anycast_calls, anycast.call), anycast);
    }
  }
  return bytes;
}

void repeat_bare(std::string_view personality, const feedback::JudgedInput& judged) {
  const auto api = conformance::implementations::emulated::emulator_api(
      conformance::emulator::personality(personality).value());
  if (api->reset(conformance::implementations::to_abi(judged.trace.host).value()) != 0)
    stop_because("no host is available");
  for (const oracle::Step& step : judged.trace.steps) {
    if (step.probe) continue;
    const auto* route = std::get_if<RouteCall>(&step.operation);
    const std::uint32_t status = route != nullptr
                                     ? call_bare(*api, *route)
                                     : call_bare(*api, std::get<AnycastCall>(step.operation));
    if (status != step.reply.status) stop_because("a call returns something else in bare memory");
  }
}

}  // namespace netioconf::fuzz::harness
