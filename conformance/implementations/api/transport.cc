#include "conformance/implementations/api/transport.h"

#include <algorithm>

#include "conformance/implementations/api/session.h"
#include "oracle/model/calls.h"

namespace netioconf::conformance::implementations::inline api {
namespace {

class InProcessTransport final : public Transport {
 public:
  InProcessTransport(std::unique_ptr<Api> api, InProcessOptions options)
      : api_{std::move(api)}, on_step_{std::move(options.on_step)}, session_{*api_, options.patience} {}

  bool has(oracle::Call call) const override { return api_->has(call); }
  bool has_reset() const override { return api_->has_reset(); }
  std::expected<oracle::Host, std::string> host() override {
    return watched([this] { return session_.host(); });
  }
  std::optional<DescribedHost> described() override {
    return watched([this] { return session_.described(); });
  }

  Outcome run(const Batch& batch) override {
    Outcome outcome{.refused = watched([&] { return begin(session_, batch); }), .replies = {}};
    if (!outcome.refused.empty()) return outcome;
    outcome.replies.reserve(batch.operations.size());
    for (const oracle::Operation& operation : batch.operations) {
      outcome.replies.push_back(watched([&] { return session_.carry_out(operation); }));
    }
    return outcome;
  }
  Callbacks callbacks() const override {
    return api_->synchronous_callbacks() ? Callbacks::at_once : Callbacks::later;
  }
  void renew() override {}  // This process cannot be replaced.

 private:
  auto watched(const auto& call) -> decltype(call()) {
    on_step_();
    auto result = call();
    on_step_();
    return result;
  }

  std::unique_ptr<Api> api_;
  std::function<void()> on_step_;
  Session session_;
};

}  // namespace

std::string begin(Session& session, const Batch& batch) {
  if (batch.start == Start::resume) return {};
  if (batch.start == Start::reset) {
    const auto begun = session.begin(batch.host);
    return begun ? std::string{} : begun.error();
  }
  session.begin();
  return {};
}

bool can_clean_up(const std::function<bool(oracle::Call)>& has, bool has_reset) {
  const auto can_undo = [&](const oracle::CallInfo& info) {
    if (!oracle::creates(info.call) || !has(info.call)) return true;
    const auto undo =
        oracle::find_call(info.entries, oracle::TableEffect::deletes, oracle::Returns::status);
    return undo && has(*undo);
  };
  return has_reset || std::all_of(oracle::call_table.begin(), oracle::call_table.end(), can_undo);
}

std::unique_ptr<Transport> in_process_transport(std::unique_ptr<Api> api, InProcessOptions options) {
  return std::make_unique<InProcessTransport>(std::move(api), std::move(options));
}

}  // namespace netioconf::conformance::implementations::inline api
