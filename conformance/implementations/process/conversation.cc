#include "conformance/implementations/process/conversation.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "conformance/implementations/child/interruption.h"
#include "oracle/model/calls.h"

namespace netioconf::conformance::implementations::process {
namespace {

using oracle::Ending;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

child::End garbled(std::string detail) { return {Ending::garbled, std::move(detail)}; }

std::string_view when(Start start) {
  return start == Start::reset ? ", in the reset" : ", before the first call";
}

}  // namespace

std::expected<std::unique_ptr<Conversation>, StartFailure> Conversation::open(const Launch& launch,
                                                                              const Limits& limits) {
  auto testee = Testee::start(launch, limits.testee);
  if (!testee)
    return std::unexpected(StartFailure{StartFailure::Kind::not_started, std::move(testee.error())});
  std::unique_ptr<Conversation> conversation{new Conversation{std::move(*testee), limits.step}};
  auto greeted = conversation->greet(limits.start);
  if (!greeted) return std::unexpected(std::move(greeted.error()));
  return conversation;
}

std::expected<void, StartFailure> Conversation::greet(milliseconds start_limit) {
  using Kind = StartFailure::Kind;
  const std::uint32_t request = request_++;
  testee_->send(hello(request, static_cast<std::uint32_t>(time_limit_.count())));
  const auto frame = testee_->receive(from_now(start_limit));
  if (!frame) return std::unexpected(StartFailure{Kind::misbehaved, words_for(given_up(frame.error()))});
  auto welcomed = read_welcome(*frame, request);
  if (!welcomed || welcomed->refused) testee_->give_up();
  if (!welcomed) return std::unexpected(StartFailure{Kind::misbehaved, std::move(welcomed.error())});
  if (welcomed->refused)
    return std::unexpected(StartFailure{Kind::refused, *std::move(welcomed->refused)});
  welcome_ = welcomed->welcome;
  testee_->memory().is_ready();
  return {};
}

std::expected<Described, child::End> Conversation::describe() {
  const std::uint32_t request = request_++;
  testee_->send(process::describe(request));
  const auto frame = testee_->receive(from_now(time_limit_));
  if (!frame) return std::unexpected(given_up(frame.error()));
  auto described = read_host(*frame, request);
  if (!described) return std::unexpected(given_up(garbled(described.error())));
  return *std::move(described);
}

Conversation::Answered Conversation::ask(Start start, const netioconf_host& host,
                                         std::span<const RequestedCall> calls) {
  Answered answered;
  answered.ended_in = ended_between_calls;
  answered.end = unsolicited();
  if (answered.end) return answered;
  if (start != Start::resume) testee_->memory().begin();
  do {
    const bool details = start == Start::reset && host.size == sizeof host;
    const auto piece = calls.first(std::min(calls.size(), calls_in(welcome_.most_payload, details)));
    calls = calls.subspan(piece.size());
    Response response{request_++, start, piece};
    testee_->send(script(response.request(), start, host, piece));
    std::optional<child::End> end = receive(response);
    auto& replies = response.replies();
    answered.state = response.state();
    const bool before =
        answered.replies.empty() && (answered.state == Response::State::sent || piece.empty());
    if (end && before) {
      end->detail += when(start);
      if (start == Start::reset) answered.ended_in = ended_in_reset;
      answered.end = given_up(*std::move(end));
    } else if (end) {
      // Attributed to the first step without a reply or, if all have one, to the last step.
      if (replies.size() == piece.size()) {
        end->detail += ", after the last step";
        replies.pop_back();
      }
      replies.push_back(reply_of(given_up(*std::move(end))));
      if (response.frees()) replies.back().ended_in = oracle::function_name(oracle::Call::free_table);
      answered.state = Response::State::ended;
    }
    std::move(replies.begin(), replies.end(), std::back_inserter(answered.replies));
    answered.why_refused = response.why_refused();
    answered.other_host = response.other_host();
    start = Start::resume;
  } while (!calls.empty() && answered.state == Response::State::done);
  return answered;
}

std::optional<child::End> Conversation::unsolicited() {
  auto end = testee_->unsolicited();
  if (!end) return std::nullopt;
  end->detail += ", between calls";
  return given_up(*std::move(end));
}

Testee::Deadline Conversation::from_now(milliseconds limit) const {
  return {.moment = steady_clock::now() + limit, .limit = limit};
}

// Reads frame by frame. The limit starts again with each step.
std::optional<child::End> Conversation::receive(Response& response) {
  Testee::Deadline deadline = from_now(time_limit_);
  while (!response.complete()) {
    const auto state = response.state();
    const std::size_t replies = response.replies().size();
    const auto frame = testee_->receive(deadline);
    if (!frame) return frame.error();
    if (child::interruption() != 0) return child::End{Ending::unavailable, child::interruption_text()};
    if (auto taken = response.take(*frame); !taken) return garbled(taken.error());
    if (response.state() != state || response.replies().size() != replies) {
      deadline = from_now(time_limit_);
    } else if (steady_clock::now() >= deadline.moment) {
      return child::End{Ending::hung, child::longer_than(time_limit_) + ", while it sends frames"};
    }
  }
  const bool all_done = response.state() == Response::State::done;
  if (all_done && testee_->sending())
    return garbled("it answered a script before it was sent completely");
  if (response.state() == Response::State::ended) testee_->give_up();
  return std::nullopt;
}

child::End Conversation::given_up(child::End end) {
  testee_->give_up();
  const std::string words = testee_->last_error_line();
  if (!words.empty()) end.detail += fmt::format("; its last message: {}", words);
  return end;
}

std::string words_for(const child::End& end) {
  switch (end.ending) {
    case Ending::crashed:
      return fmt::format("it crashed ({})", end.detail);
    case Ending::hung:
      return fmt::format("it does not answer ({})", end.detail);
    case Ending::exited:
      return fmt::format("it ended ({})", end.detail);
    case Ending::garbled:
    case Ending::returned:
    case Ending::unavailable:
      break;
  }
  return fmt::format("it does not speak the protocol ({})", end.detail);
}

oracle::Reply reply_of(child::End end) {
  oracle::Reply reply;
  reply.ending = end.ending;
  reply.detail = std::move(end.detail);
  return reply;
}

}  // namespace netioconf::conformance::implementations::process
