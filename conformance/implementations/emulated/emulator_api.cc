#include "conformance/implementations/emulated/emulator_api.h"

#include <chrono>

#include "conformance/emulator/emulator.h"
#include "conformance/implementations/api/abi_host.h"
#include "conformance/implementations/api/forwarding_api.h"
#include "oracle/model/calls.h"

namespace netioconf::conformance::implementations::emulated {
namespace {

class EmulatorApi final : public ForwardingApi<emulator::Emulator> {
 public:
  EmulatorApi(const emulator::Behaviour& behaviour, bool tables_are_readable)
      : ForwardingApi{to_abi(oracle::plain_host()).value(), behaviour, [this] { return seconds(); }},
        tables_are_readable_{tables_are_readable} {}

  bool has(oracle::Call call) const override {
    return oracle::is_function(call) || call == oracle::Call::advance_clock;
  }
  bool has_reset() const override { return true; }
  bool synchronous_callbacks() const override { return true; }
  bool tables_are_readable() const override { return tables_are_readable_; }
  int reset(const netioconf_host& host) override {
    begin_ = std::chrono::steady_clock::now();
    return calls_.reset(host);
  }
  int describe(netioconf_host* host) override { return calls_.describe(host); }
  int advance(std::uint32_t seconds) override { return calls_.advance(seconds); }

 private:
  // Seconds are counted from the last reset, so that a second rarely ends within a script. Otherwise a
  // route with a lifetime of 0 would sometimes expire before the next call.
  [[nodiscard]] std::uint64_t seconds() const {
    const auto since = std::chrono::steady_clock::now() - begin_;
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(since).count());
  }

  bool tables_are_readable_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace

std::unique_ptr<Api> emulator_api(const emulator::Behaviour& behaviour) {
  return std::make_unique<EmulatorApi>(behaviour, true);
}

std::unique_ptr<Api> mutant_api(const emulator::Behaviour& behaviour) {
  return std::make_unique<EmulatorApi>(behaviour, false);
}

}  // namespace netioconf::conformance::implementations::emulated
