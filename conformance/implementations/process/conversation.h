#pragma once

#include <chrono>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/implementations/process/greeting.h"
#include "conformance/implementations/process/response.h"
#include "conformance/implementations/process/testee_process.h"

namespace netioconf::conformance::implementations::process {

// Why there is no conversation with a testee.
struct StartFailure {
  enum class Kind : std::uint8_t {
    not_started,
    refused,     // it answered HELLO with REFUSED
    misbehaved,  // it ended or violated the protocol before its WELCOME
  };
  Kind kind;
  std::string words;  // one line; of a refusal the words of the testee
};

struct Limits {
  std::chrono::milliseconds start;  // from the start to WELCOME
  std::chrono::milliseconds step;
  TesteeLimits testee;
};

// What Reply::ended_in says of an end that no call caused.
inline constexpr std::string_view ended_in_reset = "netioconf_reset";
inline constexpr std::string_view ended_between_calls = "between calls";

// Sends requests to one running testee and waits for each answer within a limit. After an End the testee
// has misbehaved, and this object can only be destroyed.
class Conversation {
 public:
  // Starts a testee and does the handshake.
  [[nodiscard]] static std::expected<std::unique_ptr<Conversation>, StartFailure> open(
      const Launch& launch, const Limits& limits);

  [[nodiscard]] const netioconf_welcome& welcome() const { return welcome_; }
  [[nodiscard]] std::expected<Described, child::End> describe();

  // Sends calls, as many at a time as the testee accepts. A response with fewer replies than calls was
  // refused, or one of its replies has ended the testee.
  struct Answered {
    Response::State state = Response::State::sent;  // done, refused, other_host or ended
    std::vector<oracle::Reply> replies;
    std::string why_refused;
    netioconf_host other_host{};
    std::optional<child::End> end;  // misbehaviour before the first step
    std::string ended_in;           // Reply::ended_in of that
  };
  [[nodiscard]] Answered ask(Start start, const netioconf_host& host,
                             std::span<const RequestedCall> calls);

  // Whether the testee keeps so much memory that it should be replaced before the next script.
  [[nodiscard]] bool keeps_much_memory() { return testee_->memory().has_much_left(); }

  // What the testee did without a request. Every request checks for that too.
  [[nodiscard]] std::optional<child::End> unsolicited();

 private:
  Conversation(std::unique_ptr<Testee> testee, std::chrono::milliseconds time_limit)
      : testee_{std::move(testee)}, time_limit_{time_limit} {}

  [[nodiscard]] Testee::Deadline from_now(std::chrono::milliseconds limit) const;
  [[nodiscard]] std::expected<void, StartFailure> greet(std::chrono::milliseconds start_limit);
  [[nodiscard]] std::optional<child::End> receive(Response& response);
  [[nodiscard]] child::End given_up(child::End end);

  std::unique_ptr<Testee> testee_;
  std::chrono::milliseconds time_limit_;
  netioconf_welcome welcome_{};
  std::uint32_t request_ = 0;  // number of the next request
};

// "it crashed (SIGSEGV)"
[[nodiscard]] std::string words_for(const child::End& end);

// The reply to a call with this end.
[[nodiscard]] oracle::Reply reply_of(child::End end);

}  // namespace netioconf::conformance::implementations::process
