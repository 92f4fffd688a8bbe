#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "conformance/implementations/api/abi_host.h"
#include "conformance/implementations/api/api.h"
#include "conformance/implementations/api/mailbox.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance::implementations::inline api {

// Carries out operations in this process. Between operations it keeps the kept tables and the
// registrations.
class Session {
 public:
  Session(Api& api, Patience patience) : api_{api}, patience_{patience} {}

  // Begins a script: numbers restart at 0.
  void begin();
  // The same after netioconf_reset to a host. The error states in one line why that host is not
  // available.
  [[nodiscard]] std::expected<void, std::string> begin(const oracle::Host& reset_to);

  // The existing host, for an implementation without netioconf_reset.
  [[nodiscard]] std::expected<oracle::Host, std::string> host();
  // The host as netioconf_describe describes it; nullopt: it does not. The error is one line.
  [[nodiscard]] std::optional<DescribedHost> described();

  [[nodiscard]] oracle::Reply carry_out(const oracle::Operation& operation);

 private:
  struct KeptTable {
    oracle::Call call;
    PVOID memory;  // NULL: never returned, or freed
  };
  struct OpenRegistration {
    HANDLE handle;
    bool open;
  };

  // Of a call that needs no memory of earlier ones.
  [[nodiscard]] oracle::Reply call(const auto& operation);
  [[nodiscard]] oracle::Reply call(const oracle::TableCall& operation);
  [[nodiscard]] oracle::Reply call(const oracle::KeptTableCall& operation);
  [[nodiscard]] oracle::Reply call(const oracle::NotifyCall& operation);
  [[nodiscard]] oracle::Reply call(const oracle::CancelCall& operation);
  [[nodiscard]] oracle::Reply call(const oracle::CollectCall& operation);
  [[nodiscard]] oracle::Reply call(const oracle::AdvanceCall& operation);

  struct WantedHost {
    oracle::Host host;
    netioconf_host abi;
  };

  Api& api_;
  Patience patience_;
  std::optional<WantedHost> last_wanted_;  // Most scripts want the host of the script before.
  Mailbox mailbox_;
  std::vector<KeptTable> tables_;
  std::vector<OpenRegistration> registrations_;
  bool callbacks_may_come_ = false;
};

// The function that an operation needs. A wait for callbacks needs the function that
// registers them, a second read of a table needs none.
[[nodiscard]] std::optional<oracle::Call> needs(const oracle::Operation& operation);

}  // namespace netioconf::conformance::implementations::inline api
