#include "conformance/implementations/isolation/make.h"

#include <utility>

#include "conformance/implementations/child/interruption.h"

#include "conformance/implementations/isolation/isolate.h"

namespace netioconf::conformance::implementations::isolation {

namespace {

std::string why_interrupted() {
  return child::interruption() == 0 ? std::string{} : child::interruption_text();
}

}  // namespace

MadeTransport make_isolated(const std::string& name, const MakeApi& make_api,
                            const ImplementationOptions& options) {
  return isolated_transport(name, make_api,
                            {.time_limit = options.time_limit,
                             .patience = options.patience,
                             .keep_going = options.keep_going});
}

MadeTransport make_here_or_isolated(const std::string& name, const MakeApi& make_api,
                                    const ImplementationOptions& options) {
  if (options.isolation == Isolation::child) return make_isolated(name, make_api, options);
  options.on_step();
  auto api = make_api();
  options.on_step();
  if (!api) return std::unexpected(api.error());
  const auto has = [&](oracle::Call call) { return (*api)->has(call); };
  if (!can_clean_up(has, (*api)->has_reset())) return make_isolated(name, make_api, options);
  return in_process_transport(*std::move(api), {.patience = within(options.time_limit, options.patience),
                                                .on_step = options.on_step,
                                                .why_stopped = why_interrupted});
}

}  // namespace netioconf::conformance::implementations::isolation
