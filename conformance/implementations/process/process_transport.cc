#include "conformance/implementations/process/process_transport.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "conformance/implementations/api/abi_host.h"
#include "conformance/implementations/process/commands/spawn.h"
#include "conformance/implementations/process/commands/words.h"
#include "oracle/model/calls.h"

namespace netioconf::conformance::implementations::process {
namespace {

using oracle::Call;

bool ended_testee(const std::vector<oracle::Reply>& replies) {
  return !replies.empty() && !oracle::goes_on(replies.back().ending);
}

// The replies to the operations of a batch up to where it ended: those of the testee, merged with those
// for operations that were left out.
std::vector<oracle::Reply> merge(const Request& request, std::vector<oracle::Reply> answered) {
  const bool cut_short = answered.size() < request.calls.size() || ended_testee(answered);
  std::vector<oracle::Reply> replies;
  replies.reserve(request.left_out.size());
  auto next = answered.begin();
  for (const auto& why : request.left_out) {
    if (why) {
      replies.push_back(reply_of({oracle::Ending::unavailable, *why}));
    } else if (next != answered.end()) {
      replies.push_back(std::move(*next++));
    }
    const bool more = next != answered.end() || !cut_short;
    if (!more) break;
  }
  return replies;
}

Outcome refused(std::string why) { return {.refused = std::move(why)}; }

class ProcessTransport final : public Transport {
 public:
  ProcessTransport(Launch launch, ProcessOptions options)
      : launch_{std::move(launch)}, options_{std::move(options)} {
    options_.patience = within(options_.time_limit, options_.patience);
    keep_going(false);
  }

  // Makes sure that a testee runs. Returns the reason why there is none, or an empty string.
  std::string start() {
    if (conversation_ || !start_problem_.empty()) return start_problem_;
    auto opened = Conversation::open(
        launch_,
        {.start = options_.start_limit, .step = options_.time_limit, .testee = options_.limits});
    if (opened) {
      conversation_ = std::move(*opened);
      encoder_.emplace(conversation_->welcome(), options_.patience);
      return {};
    }
    // Not tried again, so that later scripts do not wait for it.
    start_problem_ = options_.explain(options_.called, opened.error());
    return start_problem_;
  }

  bool has(Call call) const override { return encoder_->has(call); }
  bool has_reset() const override { return resets_; }
  std::string system() const override { return system_; }

  std::expected<oracle::Host, std::string> host() override {
    check_between_scripts();
    if (std::string problem = start(); !problem.empty()) return std::unexpected(std::move(problem));
    const auto described = conversation_->describe();
    if (!described) {
      conversation_.reset();
      return std::unexpected(fmt::format("asked for its host, {}", words_for(described.error())));
    }
    if (described->refused) return std::unexpected(*described->refused);
    return described->host.size == 0 ? undescribed_host() : from_abi(described->host);
  }

  std::optional<DescribedHost> described() override {
    if (!conversation_ || !describes_) return std::nullopt;
    const auto described = conversation_->describe();
    if (!described) {
      conversation_.reset();
      return std::unexpected("netioconf_describe: " + words_for(described.error()));
    }
    describes_ = !described->refused && described->host.size != 0;
    return describes_ ? std::optional{from_abi(described->host)} : std::nullopt;
  }

  Outcome run(const Batch& batch) override {
    if (batch.start != Start::resume) replace_if_it_keeps_memory();
    if (between_scripts_) {
      return ended_before_first_call(batch, *std::exchange(between_scripts_, std::nullopt),
                                     std::string{ended_between_calls});
    }
    const std::string* const left_alone = keeps_going_ ? nullptr : left_alone_.why_no_script();
    if (left_alone != nullptr) return refused(*left_alone);
    if (!conversation_ && batch.start == Start::resume) return refused("the testee has ended");
    if (std::string problem = start(); !problem.empty()) return refused(std::move(problem));
    netioconf_host host{};
    if (batch.start == Start::reset) {
      const auto wanted = to_abi(batch.host);
      if (!wanted) return refused(wanted.error());
      host = *wanted;
      const bool details = host.size == sizeof host;
      if (details && (conversation_->welcome().flags & netioconf_takes_details) == 0)
        return refused("the script's host has details that this testee does not take");
    }
    if (batch.start != Start::resume) encoder_->begin_script();
    const Request request = encoder_->encode(batch.operations, keeps_going_ ? LeftAlone{} : left_alone_);
    if (request.calls.empty() && batch.start == Start::resume) {
      return {.replies = merge(request, {})};
    }
    return outcome_of(batch, request, conversation_->ask(batch.start, host, request.calls));
  }

  void renew() override { conversation_.reset(); }
  void keep_going(bool on) override { keeps_going_ = on || options_.keep_going; }

  // The description of the first testee also holds for its replacements.
  void keep_description() {
    resets_ = (conversation_->welcome().flags & netioconf_can_reset) != 0;
    system_ = line_of(conversation_->welcome().system);
  }

 private:
  // Memory counts only for the script that takes it, so that a finding does not depend on the scripts
  // before it.
  void replace_if_it_keeps_memory() {
    if (!conversation_ || !conversation_->keeps_much_memory()) return;
    check_between_scripts();
    conversation_.reset();
  }

  void check_between_scripts() {
    if (!conversation_ || between_scripts_) return;
    between_scripts_ = conversation_->unsolicited();
    if (between_scripts_) conversation_.reset();
  }

  Outcome outcome_of(const Batch& batch, const Request& request, Conversation::Answered answered) {
    if (answered.end || answered.state == Response::State::ended) conversation_.reset();
    if (answered.end) {
      return ended_before_first_call(batch, *std::move(answered.end), std::move(answered.ended_in));
    }
    if (answered.state == Response::State::refused) return refused(std::move(answered.why_refused));
    if (answered.state == Response::State::other_host) return offer(answered.other_host);
    Outcome outcome{.replies = merge(request, std::move(answered.replies))};
    note_ending(batch, outcome.replies);
    return outcome;
  }

  void note_ending(const Batch& batch, const std::vector<oracle::Reply>& replies) {
    if (keeps_going_ || !ended_testee(replies)) return;
    const oracle::Reply& last = replies.back();
    const Call call = oracle::call_of(batch.operations[replies.size() - 1]);
    if (!last.ended_in.empty()) return left_alone_.note(last.ended_in, last.ending);
    if (oracle::is_function(call)) left_alone_.note(oracle::function_name(call), last.ending);
  }

  // An end of the testee outside the script's calls is in the reply to the first one, so that it is
  // reported.
  Outcome ended_before_first_call(const Batch& batch, child::End end, std::string ended_in) {
    if (batch.operations.empty()) return refused(words_for(end));
    Outcome outcome;
    outcome.replies.push_back(reply_of(std::move(end)));
    outcome.replies.back().ended_in = std::move(ended_in);
    note_ending(batch, outcome.replies);
    return outcome;
  }

  static Outcome offer(const netioconf_host& closest) {
    const auto host = from_abi(closest);
    if (!host) return refused(host.error());
    Outcome outcome = refused("the testee has another host");
    outcome.other_host = *host;
    return outcome;
  }

  // The host that the ABI header documents for an implementation that does not describe itself, with the
  // metrics that GetIpInterfaceEntry returns.
  std::expected<oracle::Host, std::string> undescribed_host() {
    oracle::Host host = oracle::plain_host();
    oracle::Link& link = host.links.front();
    const auto about = [&](std::uint16_t family) {
      return oracle::LinkCall{.row = oracle::LinkRow{.family = family, .index = link.index}};
    };
    const Request request = encoder_->encode({about(oracle::ipv4_family), about(oracle::ipv6_family)});
    if (request.calls.empty()) return host;
    const auto answered = conversation_->ask(Start::fresh, {}, request.calls);
    if (answered.state != Response::State::done) {
      conversation_.reset();
      return std::unexpected("no answer to the request for the metrics of its link");
    }
    learn_metric(answered.replies[0], link.ipv4_metric);
    learn_metric(answered.replies[1], link.ipv6_metric);
    return host;
  }

  static void learn_metric(const oracle::Reply& reply, std::uint32_t& metric) {
    const bool known = reply.ending == oracle::Ending::returned && reply.status == 0 && reply.link;
    if (known) metric = reply.link->metric;
  }

  Launch launch_;
  ProcessOptions options_;
  bool describes_ = true;
  LeftAlone left_alone_;
  bool keeps_going_ = false;
  std::unique_ptr<Conversation> conversation_;
  std::optional<RequestEncoder> encoder_;
  bool resets_ = false;
  std::string system_;
  std::optional<child::End> between_scripts_;
  std::string start_problem_;  // not empty: the reason why no testee is started any more
};

}  // namespace

std::string explain_command_failure(const std::string& called, const StartFailure& failure) {
  return fmt::format(
      "{}: {}{}; conformance/implementations/process/README.md describes how to try it by hand", called,
      failure.kind == StartFailure::Kind::refused ? "it refuses: " : "", failure.words);
}

std::expected<std::unique_ptr<Transport>, std::string> process_transport(const std::string& command,
                                                                         ProcessOptions options) {
  auto words = commands::split_words(command);
  if (!words) return std::unexpected(fmt::format("process:{}: {}", command, words.error()));
  if (words->empty()) return std::unexpected("process: no command (name a testee, process:COMMAND)");
  if (options.called.empty()) options.called = "process:" + command;
  return process_transport(*std::move(words), std::move(options));
}

std::expected<std::unique_ptr<Transport>, std::string> process_transport(std::vector<std::string> words,
                                                                         ProcessOptions options) {
  Launch launch = [words = std::move(words)] { return commands::spawn(words); };
  return process_transport(std::move(launch), std::move(options));
}

std::expected<std::unique_ptr<Transport>, std::string> process_transport(Launch launch,
                                                                         ProcessOptions options) {
  auto transport = std::make_unique<ProcessTransport>(std::move(launch), std::move(options));
  if (std::string problem = transport->start(); !problem.empty()) {
    return std::unexpected(std::move(problem));
  }
  transport->keep_description();
  return transport;
}

}  // namespace netioconf::conformance::implementations::process
