#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "conformance/implementations/api/executor.h"
#include "conformance/implementations/process/wire.h"

namespace netioconf::conformance {

// A call as it is sent, and what its answer must look like.
struct Asked {
  netioconf_call call{};
  oracle::Call rows = oracle::Call::route_table;  // the call that handed out the table of this one
};

// What of a batch is asked of a testee.
struct Question {
  std::vector<Asked> asked;
  // For each operation: why it is not among the asked ones; nothing if it is.
  std::vector<std::optional<std::string>> left_out;
};

// Says operations in the words of the protocol. Tables that are kept and registrations are numbered as
// scripts number them, from one batch to the next.
class Asker {
 public:
  // `welcome` says what can be asked, `patience` how long callbacks are waited for.
  Asker(const netioconf_welcome& welcome, Patience patience);

  [[nodiscard]] bool has(oracle::Call call) const;
  // Numbers start from 0 again.
  void begin_script();
  [[nodiscard]] Question ask(const std::vector<oracle::Operation>& operations);

 private:
  using Sayable = std::expected<Asked, std::string>;

  [[nodiscard]] Sayable say(const oracle::RouteCall& operation);
  [[nodiscard]] Sayable say(const oracle::AnycastCall& operation);
  [[nodiscard]] Sayable say(const oracle::TableCall& operation);
  [[nodiscard]] Sayable say(const oracle::KeptTableCall& operation);
  [[nodiscard]] Sayable say(const oracle::BestRouteCall& operation);
  [[nodiscard]] Sayable say(const oracle::NotifyCall& operation);
  [[nodiscard]] Sayable say(const oracle::CancelCall& operation);
  [[nodiscard]] Sayable say(const oracle::CollectCall& operation);
  [[nodiscard]] Sayable say(const oracle::LinkCall& operation);

  std::uint32_t calls_;
  Patience patience_;
  std::vector<oracle::Call> tables_;  // that were to be kept
  std::uint32_t registrations_ = 0;
};

// HELLO, DESCRIBE and SCRIPT as bytes of the stream.
[[nodiscard]] std::vector<std::byte> hello(std::uint32_t request, std::uint32_t time_limit_ms);
[[nodiscard]] std::vector<std::byte> describe(std::uint32_t request);
[[nodiscard]] std::vector<std::byte> script(std::uint32_t request, Start start,
                                            const netioconf_host& host, std::span<const Asked> asked);

// How many calls of a script a testee takes that takes so many bytes in a frame.
[[nodiscard]] std::size_t calls_in(std::uint32_t most_payload);

}  // namespace netioconf::conformance
