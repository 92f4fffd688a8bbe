#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conformance/implementations/api/api.h"
#include "conformance/implementations/api/mailbox.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance {

class Session;

// When an implementation calls back: before the call returns that it tells of, or some time after.
enum class Callbacks : std::uint8_t { at_once, later };

// How a batch begins.
enum class Start : std::uint8_t {
  resume,  // goes on where the batch before it ended
  fresh,   // a script of its own, in whatever tables there are
  reset,   // a script of its own, on the host asked for
};

struct Batch {
  Start start = Start::fresh;
  oracle::Host host;  // for Start::reset
  std::vector<oracle::Operation> operations;

  friend bool operator==(const Batch&, const Batch&) = default;
};

struct Outcome {
  std::string refused;  // not empty: why no operation was begun
  // With a refusal: the host that can be had instead of the one that was asked for.
  std::optional<oracle::Host> instead = std::nullopt;
  // One for each operation that was begun. Only the last one may have ended otherwise than returned or
  // unavailable.
  std::vector<oracle::Reply> replies;

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

// The place where operations are carried out: this process or a child.
class Executor {
 public:
  virtual ~Executor() = default;

  [[nodiscard]] virtual bool has(oracle::Call call) const = 0;
  [[nodiscard]] virtual bool has_reset() const = 0;
  // The host that there is, for an implementation without reset. The error is one line.
  [[nodiscard]] virtual std::expected<oracle::Host, std::string> host() = 0;
  [[nodiscard]] virtual Outcome run(const Batch& batch) = 0;
  // What the calls end up in, with its version; empty: this machine.
  [[nodiscard]] virtual std::string system() const { return {}; }
  [[nodiscard]] virtual Callbacks callbacks() const { return Callbacks::later; }
  // Throws away what earlier scripts left behind, where the place can be had anew.
  virtual void renew() = 0;
};

// Whether a script leaves nothing behind that can't be taken away again in the same place.
[[nodiscard]] bool can_clean_up(const std::function<bool(oracle::Call)>& has, bool has_reset);

struct InProcessOptions {
  Patience patience{};
  std::function<void()> on_step = [] {};  // before and after each call: for who watches from outside
};

[[nodiscard]] std::unique_ptr<Executor> in_process_executor(std::unique_ptr<Api> api,
                                                            InProcessOptions options = {});

// Begins a batch in a session; the result says why it was refused and is empty if it was not.
[[nodiscard]] std::string begin(Session& session, const Batch& batch);

}  // namespace netioconf::conformance
