#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "conformance/implementations/api/transport.h"
#include "conformance/implementations/process/left_alone.h"
#include "conformance/implementations/process/wire.h"

namespace netioconf::conformance::implementations::process {

// A call as it is sent, and the expected form of its reply.
struct RequestedCall {
  netioconf_call call{};
  oracle::Call rows = oracle::Call::route_table;  // the call that returned this call's table
  // Takes the caller's row from the body of the reply; NULL if the call has other arguments.
  void (*take_row)(const netioconf_reply& reply, oracle::Reply& taken) = nullptr;
};

// The part of a batch that a testee can carry out.
struct Request {
  std::vector<RequestedCall> calls;
  // For each operation: the reason why it is left out; empty if it is one of the calls.
  std::vector<std::optional<std::string>> left_out;
};

// Encodes operations as calls of the protocol. Kept tables and registrations have the same numbers as in
// scripts, across batches.
class RequestEncoder {
 public:
  // `welcome` lists the available calls; `patience` limits the wait for callbacks.
  RequestEncoder(const netioconf_welcome& welcome, Patience patience);

  [[nodiscard]] bool has(oracle::Call call) const;
  // Restarts the numbers at 0.
  void begin_script();
  [[nodiscard]] Request encode(const std::vector<oracle::Operation>& operations,
                               const LeftAlone& left_alone = {});

 private:
  using Encoded = std::expected<RequestedCall, std::string>;

  [[nodiscard]] Encoded encode_call(const oracle::HasRow auto& operation);
  [[nodiscard]] Encoded encode_call(const oracle::TableCall& operation);
  [[nodiscard]] Encoded encode_call(const oracle::KeptTableCall& operation);
  [[nodiscard]] Encoded encode_call(const oracle::BestRouteCall& operation);
  [[nodiscard]] Encoded encode_call(const oracle::NotifyCall& operation);
  [[nodiscard]] Encoded encode_call(const oracle::CancelCall& operation);
  [[nodiscard]] Encoded encode_call(const oracle::CollectCall& operation);
  [[nodiscard]] Encoded encode_call(const oracle::AdvanceCall& operation);

  // Why the call cannot be made; empty if it can.
  [[nodiscard]] std::string why_not(oracle::Call call, const LeftAlone& left_alone) const;

  std::uint32_t calls_;
  Patience patience_;
  std::vector<oracle::Call> tables_;  // the calls of kept tables
  std::uint32_t registrations_ = 0;
  bool lacks_calls_ = false;  // of this script, so that its callbacks may not come
};

// HELLO, DESCRIBE and SCRIPT as bytes of the stream.
[[nodiscard]] std::vector<std::byte> hello(std::uint32_t request, std::uint32_t time_limit_ms);
[[nodiscard]] std::vector<std::byte> describe(std::uint32_t request);
[[nodiscard]] std::vector<std::byte> script(std::uint32_t request, Start start,
                                            const netioconf_host& host,
                                            std::span<const RequestedCall> calls);

// The bytes of a script, with or without details of its host.
[[nodiscard]] std::size_t script_size(bool details, std::size_t calls);
// The number of calls that fit into a script for a testee with this payload limit.
[[nodiscard]] std::size_t calls_in(std::uint32_t most_payload, bool details);

}  // namespace netioconf::conformance::implementations::process
