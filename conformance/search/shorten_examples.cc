#include "conformance/search/shorten_examples.h"

#include <chrono>

#include "conformance/search/deviation_sink.h"

namespace netioconf::conformance::search {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// For shortening all examples. Each gets a little time even after that.
constexpr milliseconds shortening_time_max{60'000};

}  // namespace

std::expected<void, std::string> shorten_examples(reports::Summary& summary,
                                                  execution::Implementation& implementation,
                                                  const oracle::engine::Judge& judge,
                                                  const ShortenOptions& options) {
  const auto end = steady_clock::now() + shortening_time_max;
  const auto time_left = [end] {
    return std::chrono::duration_cast<milliseconds>(end - steady_clock::now());
  };
  DeviationSink sink{implementation,
                     judge,
                     summary,
                     {.profile = options.profile,
                      .out = options.out,
                      .counted = Counted::already,
                      .find_script = options.find_script,
                      .is_known = options.is_known,
                      .time_left = time_left}};
  for (const auto& [key, example] : summary.examples()) {
    const auto script = options.find_script(example.trace.script);
    if (script && !sink.add({*script, example.trace, example.judgement}, reports::Origin::generated))
      return std::unexpected(sink.problem());
  }
  return {};
}

}  // namespace netioconf::conformance::search
