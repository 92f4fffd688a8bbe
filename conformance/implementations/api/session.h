#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "conformance/implementations/api/api.h"
#include "conformance/implementations/api/mailbox.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance {

// Carries out operations in this process, and remembers between them the tables that were kept and the
// registrations that were made.
class Session {
 public:
  Session(Api& api, Patience patience) : api_{api}, patience_{patience} {}

  // Begins a script: numbers start from 0 again. With a host, netioconf_reset is asked for it. The error
  // says in one line why there is no such host.
  [[nodiscard]] std::expected<void, std::string> begin(const std::optional<oracle::Host>& reset_to);

  // The host that there is, when it cannot be chosen.
  [[nodiscard]] std::expected<oracle::Host, std::string> host();

  [[nodiscard]] oracle::Reply carry_out(const oracle::Operation& operation);

 private:
  struct KeptTable {
    oracle::Call call;
    PVOID memory;  // NULL: never obtained, or freed
  };
  struct OpenRegistration {
    HANDLE handle;
    bool open;
  };

  [[nodiscard]] oracle::Reply call(const oracle::RouteCall& operation);
  [[nodiscard]] oracle::Reply call(const oracle::AnycastCall& operation);
  [[nodiscard]] oracle::Reply call(const oracle::BestRouteCall& operation);
  [[nodiscard]] oracle::Reply call(const oracle::LinkCall& operation);
  [[nodiscard]] oracle::Reply call(const oracle::TableCall& operation);
  [[nodiscard]] oracle::Reply call(const oracle::KeptTableCall& operation);
  [[nodiscard]] oracle::Reply call(const oracle::NotifyCall& operation);
  [[nodiscard]] oracle::Reply call(const oracle::CancelCall& operation);
  [[nodiscard]] oracle::Reply call(const oracle::CollectCall& operation);

  Api& api_;
  Patience patience_;
  Mailbox mailbox_;
  std::vector<KeptTable> tables_;
  std::vector<OpenRegistration> registrations_;
};

// The documented function that an operation needs: for a wait for callbacks the one that registers them,
// none for a second look at a table.
[[nodiscard]] std::optional<oracle::Call> needs(const oracle::Operation& operation);

}  // namespace netioconf::conformance
