#include "conformance/implementations/library/isolate.h"

#include <fmt/format.h>

#include <algorithm>

#include "conformance/implementations/library/child.h"
#include "conformance/implementations/library/encoding.h"

namespace netioconf::conformance::implementations::library {
namespace {

using oracle::Ending;

constexpr std::string_view nothing_called = "between calls";

oracle::Reply ended_by(End end) {
  oracle::Reply reply;
  reply.ending = end.ending;
  reply.detail = std::move(end.detail);
  return reply;
}

// Whether a reply reports an impossible table.
bool contradicts_itself(const oracle::Reply& reply) {
  if (!reply.table || !reply.table->readable) return false;
  return reply.table->routes.size() + reply.table->anycasts.size() != reply.table->row_count;
}

class IsolatedTransport final : public Transport {
 public:
  IsolatedTransport(std::string name, MakeApi make, IsolateOptions options)
      : name_{std::move(name)}, make_{std::move(make)}, options_{options} {
    options_.patience = within(options_.time_limit, options_.patience);
  }

  // Makes sure that a child runs. Returns the reason why there is none, or an empty string.
  std::string start() {
    if (child_) return {};
    auto child = Child::start(
        [this](int descriptor) { serve(descriptor, make_, options_.patience, options_.output); },
        options_.memory_limit);
    if (!child) return fmt::format("{}: {}", name_, child.error());
    child_ = std::move(*child);
    const auto greeting = receive<Greeting>();
    if (!greeting) {
      return fmt::format("{}: {} ({}) while it was loaded; loading must do nothing but return", name_,
                         words_for(greeting.error().ending), greeting.error().detail);
    }
    if (const auto* failure = std::get_if<Failure>(&*greeting)) {
      child_.reset();
      return failure->why;
    }
    abilities_ = std::get<Abilities>(*greeting);
    return {};
  }

  bool has(oracle::Call call) const override {
    return abilities_.calls[static_cast<std::size_t>(call)] != 0;
  }
  bool has_reset() const override { return abilities_.reset != 0; }

  std::expected<oracle::Host, std::string> host() override {
    if (child_ && (between_scripts_ = child_->ended())) child_.reset();
    if (std::string problem = start(); !problem.empty()) return std::unexpected(std::move(problem));
    const auto answer = ask<HostResponse>(HostRequest{});
    if (!answer) return std::unexpected(unanswered("netioconf_describe", answer.error()));
    if (const auto* failure = std::get_if<Failure>(&*answer)) return std::unexpected(failure->why);
    return std::get<oracle::Host>(*answer);
  }

  Outcome run(const Batch& batch) override {
    if (child_ && !between_scripts_) between_scripts_ = child_->ended();
    if (between_scripts_) return ended_before(batch, *between_scripts_, nothing_called);
    if (!child_ && batch.start == Start::resume)
      return {.refused = "the child has ended", .replies = {}};
    if (batch.start != Start::resume) replace_if_it_keeps_memory();
    if (std::string problem = start(); !problem.empty()) return {.refused = problem, .replies = {}};
    if (batch.start != Start::resume) child_->memory().begin();
    const auto refused = ask<Begun>(batch);
    if (!refused) {
      const bool resetting = batch.start == Start::reset;
      return ended_before(batch, refused.error(), resetting ? "in netioconf_reset" : nothing_called);
    }
    if (!refused->empty()) return {.refused = *refused, .replies = {}};
    return {.refused = {}, .replies = replies_to(batch)};
  }

  void renew() override { child_.reset(); }

 private:
  // Memory that a script takes counts for that script alone, so that a finding is reproducible alone.
  void replace_if_it_keeps_memory() {
    if (child_ && child_->memory().has_much_left()) child_.reset();
  }

  static std::string_view words_for(Ending ending) {
    switch (ending) {
      case Ending::crashed:
        return "crashed";
      case Ending::hung:
        return "did not return";
      case Ending::exited:
        return "ended the process";
      case Ending::garbled:
      case Ending::returned:
      case Ending::unavailable:
        return "sent an invalid answer";
    }
    return "";
  }

  static std::string unanswered(std::string_view function, const End& end) {
    return fmt::format("{} {} ({})", function, words_for(end.ending), end.detail);
  }

  // An end of the library outside the script's calls is attributed to the first call, so that it is
  // reported.
  Outcome ended_before(const Batch& batch, End end, std::string_view when) {
    child_.reset();
    between_scripts_.reset();
    Outcome outcome;
    if (batch.operations.empty()) return outcome;
    end.detail += fmt::format(", {}", when);
    outcome.replies.push_back(ended_by(std::move(end)));
    return outcome;
  }

  std::vector<oracle::Reply> replies_to(const Batch& batch) {
    std::vector<oracle::Reply> replies;
    replies.reserve(batch.operations.size());
    while (replies.size() < batch.operations.size()) {
      auto reply = receive<oracle::Reply>();
      if (reply && contradicts_itself(*reply)) reply = std::unexpected(unreadable());
      if (!reply) {
        child_.reset();
        replies.push_back(ended_by(reply.error()));
        break;
      }
      replies.push_back(std::move(*reply));
    }
    return replies;
  }

  template <class Answer>
  std::expected<Answer, End> ask(const ChildRequest& request) {
    const auto sent = child_->send(encode(request), options_.time_limit);
    if (sent) return receive<Answer>();
    child_.reset();
    return std::unexpected(sent.error());
  }

  // After an error there is no child.
  template <class Answer>
  std::expected<Answer, End> receive() {
    const auto payload = child_->receive(options_.time_limit);
    auto answer = payload ? decode<Answer>(*payload) : std::nullopt;
    if (answer) return std::move(*answer);
    child_.reset();
    return std::unexpected(payload ? unreadable() : payload.error());
  }

  static End unreadable() { return {Ending::garbled, "an invalid answer"}; }

  std::string name_;
  MakeApi make_;
  IsolateOptions options_;
  Abilities abilities_;
  std::unique_ptr<Child> child_;
  std::optional<End> between_scripts_;
};

}  // namespace

std::expected<std::unique_ptr<Transport>, std::string> isolated_transport(std::string name, MakeApi make,
                                                                          IsolateOptions options) {
  auto transport = std::make_unique<IsolatedTransport>(std::move(name), std::move(make), options);
  if (std::string problem = transport->start(); !problem.empty()) {
    return std::unexpected(std::move(problem));
  }
  return transport;
}

}  // namespace netioconf::conformance::implementations::library
