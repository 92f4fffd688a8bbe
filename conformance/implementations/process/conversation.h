#pragma once

#include <chrono>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conformance/implementations/process/answer.h"
#include "conformance/implementations/process/greeting.h"
#include "conformance/implementations/process/testee.h"

namespace netioconf::conformance {

// Questions to one running testee, each answered within a limit. Behind any End the testee has
// misbehaved, and this object is good for nothing but to be destroyed.
class Conversation {
 public:
  // Starts a testee and greets it. The error says in one line why there is none.
  [[nodiscard]] static std::expected<std::unique_ptr<Conversation>, std::string> open(
      const std::vector<std::string>& words, std::chrono::milliseconds start_limit,
      std::chrono::milliseconds time_limit);

  [[nodiscard]] const netioconf_welcome& welcome() const { return welcome_; }
  [[nodiscard]] std::expected<Described, End> describe();

  // Asks calls, as many at a time as the testee takes. An answer with fewer replies than calls is one
  // that was refused, or in which a reply has ended the testee.
  struct Answered {
    Answer::State state = Answer::State::asked;  // done, refused, other_host or ended
    std::vector<oracle::Reply> replies;
    std::string why_refused;
    netioconf_host other_host{};
    std::optional<End> end;  // how it misbehaved before the first step
  };
  [[nodiscard]] Answered ask(Start start, const netioconf_host& host, std::span<const Asked> asked);

  // What the testee did although nothing was asked of it. Asking looks for that, too.
  [[nodiscard]] std::optional<End> unasked();

 private:
  Conversation(std::unique_ptr<Testee> testee, std::chrono::milliseconds time_limit)
      : testee_{std::move(testee)}, time_limit_{time_limit} {}

  [[nodiscard]] Testee::Deadline from_now(std::chrono::milliseconds limit) const;
  [[nodiscard]] std::expected<void, std::string> greet(std::chrono::milliseconds start_limit);
  [[nodiscard]] std::optional<End> hear_out(Answer& answer);
  [[nodiscard]] End given_up(End end);

  std::unique_ptr<Testee> testee_;
  std::chrono::milliseconds time_limit_;
  netioconf_welcome welcome_{};
  std::uint32_t request_ = 0;  // number of the next one
};

// "it crashed (SIGSEGV)"
[[nodiscard]] std::string words_for(const End& end);

// The reply to a call that ended so.
[[nodiscard]] oracle::Reply reply_of(End end);

}  // namespace netioconf::conformance
