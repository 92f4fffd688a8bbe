#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conformance/implementations/api/abi_host.h"
#include "conformance/implementations/api/api.h"
#include "conformance/implementations/api/mailbox.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance::implementations::inline api {

class Session;

// When an implementation calls back: before the call that caused the notification returns, or later.
enum class Callbacks : std::uint8_t { at_once, later };

// How to begin a batch.
enum class Start : std::uint8_t {
  resume,  // continues after the previous batch
  fresh,   // a new script, on whatever the tables contain
  reset,   // a new script, on the requested host
};

struct Batch {
  Start start = Start::fresh;
  oracle::Host host;  // for Start::reset
  std::vector<oracle::Operation> operations;

  friend bool operator==(const Batch&, const Batch&) = default;
};

struct Outcome {
  std::string refused;  // not empty: the reason why no operation was begun
  // After a refusal: a host that is available instead.
  std::optional<oracle::Host> other_host = std::nullopt;
  // One for each operation that was begun. Only the last one may have an ending other than returned or
  // unavailable.
  std::vector<oracle::Reply> replies;

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

// Carries operations out in some place: this process, a child or a testee.
class Transport {
 public:
  virtual ~Transport() = default;

  [[nodiscard]] virtual bool has(oracle::Call call) const = 0;
  [[nodiscard]] virtual bool has_reset() const = 0;
  // The existing host, for an implementation without reset. The error is one line.
  [[nodiscard]] virtual std::expected<oracle::Host, std::string> host() = 0;
  // The current host, if the implementation describes it in the place where it runs now.
  [[nodiscard]] virtual std::optional<DescribedHost> described() { return std::nullopt; }
  [[nodiscard]] virtual Outcome run(const Batch& batch) = 0;
  // Name and version of the system behind the calls; empty: this machine.
  [[nodiscard]] virtual std::string system() const { return {}; }
  [[nodiscard]] virtual Callbacks callbacks() const { return Callbacks::later; }
  // Discards what earlier scripts left behind, if the place can be created anew.
  virtual void renew() = 0;
  // While this is on, no call is left alone because it ended the place too often.
  virtual void keep_going(bool) {}
};

// Whether everything that a script leaves behind can be removed in the same place.
[[nodiscard]] bool can_clean_up(const std::function<bool(oracle::Call)>& has, bool has_reset);

struct InProcessOptions {
  Patience patience{};
  std::function<void()> on_step = [] {};  // called before and after each call, for a supervisor
  // Asked before each call: why the rest of a script is not carried out; empty: it is.
  std::function<std::string()> why_stopped = [] { return std::string{}; };
};

[[nodiscard]] std::unique_ptr<Transport> in_process_transport(std::unique_ptr<Api> api,
                                                              InProcessOptions options = {});

// Begins a batch in a session. Returns the reason for a refusal, or an empty string.
[[nodiscard]] std::string begin(Session& session, const Batch& batch);

}  // namespace netioconf::conformance::implementations::inline api
