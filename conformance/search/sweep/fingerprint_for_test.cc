#include "conformance/search/sweep/fingerprint_for_test.h"

#include <bit>
#include <cstring>
#include <optional>

namespace netioconf::conformance::search::sweep {
namespace {

class Digest {
 public:
  void take(std::uint64_t word) {
    digest_ = std::rotl((digest_ ^ word) * 0x9e37'79b9'7f4a'7c15, 29) * 0xbf58'476d'1ce4'e5b9;
  }
  // The documented rows have no bytes between their members: see oracle/model/rows.h.
  template <class Row>
  void take(const std::optional<Row>& row) {
    take(std::uint64_t{row.has_value()});
    if (!row) return;
    static_assert(sizeof(Row) % 4 == 0);
    std::array<std::uint32_t, sizeof(Row) / 4> words;
    std::memcpy(words.data(), &*row, sizeof(Row));
    for (const std::uint32_t word : words) take(std::uint64_t{word});
  }
  void take(const std::optional<oracle::LinkRow>& row) {
    take(std::uint64_t{row.has_value()});
    if (!row) return;
    take(row->family);
    take(row->luid);
    take(row->index);
    take(row->metric);
  }

  void operator()(const oracle::RouteCall& call) {
    take(call.row);
    take(call.misalignment);
  }
  void operator()(const oracle::AnycastCall& call) {
    take(call.row);
    take(call.misalignment);
  }
  void operator()(const oracle::TableCall& call) {
    take(call.family);
    take(std::uint64_t{call.null_table} + 2 * std::uint64_t{call.keep});
  }
  void operator()(const oracle::KeptTableCall& call) { take(call.table); }
  void operator()(const oracle::BestRouteCall& call) {
    take(call.luid);
    take(call.index);
    take(call.source);
    take(call.destination);
    take(call.sort_options);
    take(std::uint64_t{call.null_best_route} + 2 * std::uint64_t{call.null_best_source});
  }
  void operator()(const oracle::NotifyCall& call) {
    take(call.family);
    take(std::uint64_t{call.initial_notification} + 2 * std::uint64_t{call.null_callback} +
         4 * std::uint64_t{call.null_handle});
  }
  void operator()(const oracle::CancelCall& call) { take(call.registration); }
  void operator()(const oracle::CollectCall& call) { take(call.at_least); }
  void operator()(const oracle::LinkCall& call) { take(call.row); }

  void take(const oracle::Host& host) {
    take(std::uint64_t{host.ipv4} + 2 * std::uint64_t{host.ipv6});
    for (const oracle::Link& link : host.links) {
      take(link.luid);
      take(link.index);
      take(std::uint64_t{link.ipv4} + 2 * std::uint64_t{link.ipv6} + 4 * std::uint64_t{link.routes} +
           8 * std::uint64_t{link.loopback});
      take(link.ipv4_metric);
      take(link.ipv6_metric);
    }
  }

  [[nodiscard]] std::uint64_t digest() const { return digest_; }

 private:
  std::uint64_t digest_ = 0;
};

}  // namespace

std::uint64_t fingerprint(const oracle::Script& script) {
  Digest digest;
  digest.take(script.host);
  for (const oracle::Operation& operation : script.operations) {
    digest.take(static_cast<std::uint64_t>(oracle::call_of(operation)));
    std::visit(digest, operation);
  }
  return digest.digest();
}

}  // namespace netioconf::conformance::search::sweep
