#include "conformance/implementations/api/transport.h"

#include <algorithm>

#include "conformance/implementations/api/session.h"
#include "oracle/model/calls.h"

namespace netioconf::conformance::implementations::inline api {
namespace {

oracle::Reply not_carried_out(std::string why) {
  oracle::Reply reply;
  reply.ending = oracle::Ending::unavailable;
  reply.detail = std::move(why);
  return reply;
}

class InProcessTransport final : public Transport {
 public:
  InProcessTransport(std::unique_ptr<Api> api, InProcessOptions options)
      : api_{std::move(api)}, options_{std::move(options)}, session_{*api_, options_.patience} {}

  bool has(oracle::Call call) const override { return api_->has(call); }
  bool has_reset() const override { return api_->has_reset(); }
  std::expected<oracle::Host, std::string> host() override {
    return watched([this] { return session_.host(); });
  }
  std::optional<DescribedHost> described() override {
    return watched([this] { return session_.described(); });
  }

  Outcome run(const Batch& batch) override {
    Outcome outcome{.refused = watched([&] { return begin(session_, batch); })};
    if (!outcome.refused.empty()) return outcome;
    outcome.replies.reserve(batch.operations.size());
    for (const oracle::Operation& operation : batch.operations) {
      std::string why = options_.why_stopped();
      outcome.replies.push_back(why.empty() ? watched([&] { return session_.carry_out(operation); })
                                            : not_carried_out(std::move(why)));
    }
    return outcome;
  }
  Callbacks callbacks() const override {
    return api_->synchronous_callbacks() ? Callbacks::at_once : Callbacks::later;
  }
  void renew() override {}  // This process cannot be replaced.

 private:
  auto watched(const auto& call) -> decltype(call()) {
    options_.on_step();
    auto result = call();
    options_.on_step();
    return result;
  }

  std::unique_ptr<Api> api_;
  InProcessOptions options_;
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
  return has_reset || std::ranges::all_of(oracle::call_table, can_undo);
}

std::unique_ptr<Transport> in_process_transport(std::unique_ptr<Api> api, InProcessOptions options) {
  return std::make_unique<InProcessTransport>(std::move(api), std::move(options));
}

}  // namespace netioconf::conformance::implementations::inline api
