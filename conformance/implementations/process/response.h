#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "conformance/implementations/process/frames.h"
#include "conformance/implementations/process/request.h"

namespace netioconf::conformance::implementations::process {

// Collects a testee's response to one SCRIPT. Replies are complete frame by frame, so any error belongs
// to the first step without a reply.
class Response {
 public:
  // `calls` must outlive this object.
  Response(std::uint32_t request, Start start, std::span<const RequestedCall> calls)
      : request_{request}, start_{start}, calls_{calls} {}

  // The error states in one line what is wrong with the frame.
  [[nodiscard]] std::expected<void, std::string> take(const Frame& frame);

  enum class State : std::uint8_t { sent, begun, refused, other_host, ended, done };
  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] std::uint32_t request() const { return request_; }
  // No more frames are expected.
  [[nodiscard]] bool complete() const { return state_ >= State::refused; }

  // One for each answered step. Only the last one may have an ending other than returned or unavailable;
  // the state is then State::ended.
  [[nodiscard]] std::vector<oracle::Reply>& replies() { return replies_; }
  // Whether the testee frees the table of the step without a reply.
  [[nodiscard]] bool frees() const { return frees_; }
  [[nodiscard]] const std::string& why_refused() const { return why_refused_; }
  [[nodiscard]] const netioconf_host& other_host() const { return other_host_; }

 private:
  using Problem = std::expected<void, std::string>;

  [[nodiscard]] Problem take_beginning(const Frame& frame);
  [[nodiscard]] Problem take_rows(const Frame& frame);
  [[nodiscard]] Problem take_notifications(const Frame& frame);
  [[nodiscard]] Problem take_decision(const Frame& frame);
  [[nodiscard]] Problem take_freeing(const Frame& frame);
  [[nodiscard]] Problem take_reply(const Frame& frame);
  [[nodiscard]] Problem take_table(const netioconf_reply& wire);
  void take_body(const netioconf_reply& wire);
  [[nodiscard]] const RequestedCall& step() const { return calls_[replies_.size()]; }

  std::uint32_t request_;
  Start start_;
  std::span<const RequestedCall> calls_;
  State state_ = State::sent;
  std::vector<oracle::Reply> replies_;
  oracle::Reply reply_;       // of the current step
  oracle::TableReply table_;  // of the current step
  bool decided_ = false;      // the current step has its DECIDED_BY
  bool frees_ = false;        // the table of the current step
  std::size_t rows_ = 0;      // in all steps
  std::string why_refused_;
  netioconf_host other_host_{};
};

}  // namespace netioconf::conformance::implementations::process
