#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "conformance/implementations/process/frames.h"
#include "conformance/implementations/process/question.h"

namespace netioconf::conformance {

// Puts together what a testee answers to one SCRIPT. What it has to say is known frame by frame, so
// whatever is wrong concerns the first step without a reply.
class Answer {
 public:
  // `asked` must stay where it is.
  Answer(std::uint32_t request, Start start, std::span<const Asked> asked)
      : request_{request}, start_{start}, asked_{asked} {}

  // The error says in one line what is wrong with the frame.
  [[nodiscard]] std::expected<void, std::string> take(const Frame& frame);

  enum class State : std::uint8_t { asked, begun, refused, other_host, ended, done };
  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] std::uint32_t request() const { return request_; }
  // Nothing more is to come.
  [[nodiscard]] bool complete() const { return state_ >= State::refused; }

  // One for each step that was answered. Only the last may have ended otherwise than returned or
  // unavailable, which is State::ended.
  [[nodiscard]] std::vector<oracle::Reply>& replies() { return replies_; }
  [[nodiscard]] const std::string& why_refused() const { return why_refused_; }
  [[nodiscard]] const netioconf_host& other_host() const { return other_host_; }

 private:
  using Problem = std::expected<void, std::string>;

  [[nodiscard]] Problem take_beginning(const Frame& frame);
  [[nodiscard]] Problem take_rows(const Frame& frame);
  [[nodiscard]] Problem take_notifications(const Frame& frame);
  [[nodiscard]] Problem take_reply(const Frame& frame);
  [[nodiscard]] Problem take_table(const netioconf_reply& wire);
  void take_body(const netioconf_reply& wire);
  [[nodiscard]] const Asked& step() const { return asked_[replies_.size()]; }

  std::uint32_t request_;
  Start start_;
  std::span<const Asked> asked_;
  State state_ = State::asked;
  std::vector<oracle::Reply> replies_;
  oracle::Reply reply_;       // of the step that is being answered
  oracle::TableReply table_;  // likewise
  std::size_t rows_ = 0;      // in all steps
  std::string why_refused_;
  netioconf_host other_host_{};
};

}  // namespace netioconf::conformance
