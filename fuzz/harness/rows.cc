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
#include "oracle/model/calls.h"

namespace netioconf::fuzz::harness {
namespace {

using oracle::Call;

constexpr std::array calls = {Call::initialize_route, Call::create_route,  Call::set_route,
                              Call::get_route,        Call::delete_route,  Call::create_anycast,
                              Call::get_anycast,      Call::delete_anycast};

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

template <class Row>
oracle::Operation take_call(Call call, std::uint8_t misalignment, InputBytes& bytes) {
  oracle::CallOn<Row> taken{.call = call, .row = std::nullopt};
  taken.misalignment = misalignment & 7U;
  if (misalignment != null_row) taken.row = take<Row>(bytes);
  return taken;
}

oracle::Operation take_operation(InputBytes& bytes) {
  const Call call = calls[bytes[0] % calls.size()];
  const std::uint8_t misalignment = bytes[1];
  bytes = bytes.subspan(2);
  return oracle::is_about(call, oracle::Entries::routes)
             ? take_call<oracle::RouteRow>(call, misalignment, bytes)
             : take_call<oracle::AnycastRow>(call, misalignment, bytes);
}

// Calls use(arguments) for a call that this format can contain.
void use_row_call(const oracle::Operation& operation, auto use) {
  const auto use_row = [&use](const auto& arguments) {
    if constexpr (requires { arguments.row, arguments.misalignment; }) use(arguments);
  };
  std::visit(use_row, operation);
}

template <class CallWithRow>
void put(std::vector<std::uint8_t>& bytes, const CallWithRow& call) {
  bytes.push_back(static_cast<std::uint8_t>(std::ranges::find(calls, call.call) - calls.begin()));
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
  Cast cast{.script = {.name = "this input", .host = oracle::plain_host()},
            .personalities = personality_of(bytes.empty() ? std::uint8_t{0} : bytes[0])};
  if (!bytes.empty()) bytes = bytes.subspan(1);
  while (bytes.size() >= 2) cast.script.operations.push_back(take_operation(bytes));
  return cast;
}

std::vector<std::uint8_t> bytes_of_rows(std::uint8_t personality, const oracle::Script& script) {
  std::vector<std::uint8_t> bytes{personality};
  for (const oracle::Operation& operation : script.operations) {
    use_row_call(operation, [&bytes](const auto& call) { put(bytes, call); });
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
    use_row_call(step.operation, [&](const auto& call) {
      if (call_bare(*api, call) != step.reply.status)
        stop_because("a call returns something else in bare memory");
    });
  }
}

}  // namespace netioconf::fuzz::harness
