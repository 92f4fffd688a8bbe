#include "conformance/implementations/isolation/isolate.h"

#include <fmt/format.h>

#include <utility>

#include "conformance/implementations/process/process_transport.h"

namespace netioconf::conformance::implementations::isolation {
namespace {

using process::StartFailure;

std::string explain_failure(const std::string& called, const StartFailure& failure) {
  switch (failure.kind) {
    case StartFailure::Kind::not_started:
      return fmt::format("{}: {}", called, failure.words);
    case StartFailure::Kind::refused:
      return failure.words;
    case StartFailure::Kind::misbehaved:
      break;
  }
  return fmt::format("{}: {} while it was loaded; loading must do nothing but return", called,
                     failure.words);
}

}  // namespace

std::expected<std::unique_ptr<Transport>, std::string> isolated_transport(
    const std::string& name, MakeApi make, const IsolateOptions& options) {
  const auto launch = [make = std::move(make)]() -> std::expected<child::PipedProcess, std::string> {
    auto stream = std::make_unique<child::SharedMemory<child::SharedStream>>();
    if (!stream->there()) return std::unexpected("no memory to share with a child");
    auto piped = child::start_piped([&](const child::ChildEnds& ends) { serve(ends, **stream, make); });
    if (piped) piped->shared = std::move(stream);
    return piped;
  };
  return process::process_transport(
      launch, {.time_limit = options.time_limit,
               .start_limit = 4 * options.time_limit,
               .called = name,
               .patience = options.patience,
               .limits = {.memory = options.memory_limit, .farewell = std::chrono::milliseconds{0}},
               .keep_going = options.keep_going,
               .explain = explain_failure});
}

}  // namespace netioconf::conformance::implementations::isolation
