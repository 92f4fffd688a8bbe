#include "conformance/implementations/library/make.h"

#include <utility>

#include "conformance/implementations/library/isolate.h"
#include "conformance/implementations/library/library.h"

namespace netioconf::conformance::implementations::library {

MadeTransport make_isolated(const std::string& name, const MakeApi& make_api,
                            const ImplementationOptions& options) {
  return isolated_transport(name, make_api,
                            {.time_limit = options.time_limit, .patience = options.patience});
}

MadeTransport make_here_or_isolated(const std::string& name, const MakeApi& make_api,
                                    const ImplementationOptions& options) {
  if (options.isolation == Isolation::child) return make_isolated(name, make_api, options);
  auto api = make_api();
  if (!api) return std::unexpected(api.error());
  const auto has = [&](oracle::Call call) { return (*api)->has(call); };
  if (!can_clean_up(has, (*api)->has_reset())) return make_isolated(name, make_api, options);
  return in_process_transport(*std::move(api), {.patience = within(options.time_limit, options.patience),
                                                .on_step = options.on_step});
}

MadeTransport make_library(const ImplementationName& name, const ImplementationOptions& options) {
  const auto load = [path = name.argument] { return load_library(path); };
  if (options.isolation == Isolation::foreign_code) return make_isolated(text_of(name), load, options);
  return make_here_or_isolated(text_of(name), load, options);
}

}  // namespace netioconf::conformance::implementations::library
