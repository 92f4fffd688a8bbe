#include "ci/benchmarks/programs/bare_calls.h"

#include <bit>
#include <optional>
#include <utility>

#include "ci/benchmarks/programs/samples.h"
#include "conformance/implementations/api/abi_host.h"
#include "conformance/implementations/api/abi_rows.h"

namespace netioconf::ci::benchmarks::programs {
namespace {

namespace implementations = conformance::implementations;

void ignore(PVOID, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {}

template <class Value>
Value* pointer_to(std::optional<Value>& value) {
  return value ? &*value : nullptr;
}

std::optional<SOCKADDR_INET> to_abi_address(const std::optional<oracle::SocketAddress>& address) {
  if (!address) return std::nullopt;
  return std::bit_cast<SOCKADDR_INET>(*address);
}

class Caller {
 public:
  explicit Caller(implementations::Api& api) : api_{api} {}
  Caller(const Caller&) = delete;
  Caller& operator=(const Caller&) = delete;
  ~Caller() {
    for (void* memory : kept_) api_.free_table(memory);
  }

  void operator()(const oracle::HasRow auto& call) {
    using Row = typename std::remove_cvref_t<decltype(call.row)>::value_type;
    std::optional<implementations::AbiRow<Row>> row;
    if (call.row) row = implementations::to_abi_row(*call.row);
    keep(implementations::call_function(api_, call.call, pointer_to(row)));
  }

  void operator()(const oracle::TableCall& call) {
    if (call.call == oracle::Call::route_table) {
      read<MIB_IPFORWARD_TABLE2>(call, &implementations::Api::route_table);
    } else {
      read<MIB_ANYCASTIPADDRESS_TABLE>(call, &implementations::Api::anycast_table);
    }
  }

  void operator()(const oracle::KeptTableCall& call) {
    if (call.call != oracle::Call::free_table || call.table >= kept_.size()) return;
    api_.free_table(std::exchange(kept_[call.table], nullptr));
  }

  void operator()(const oracle::BestRouteCall& call) {
    NET_LUID luid{};
    luid.Value = call.luid.value_or(0);
    const auto source = to_abi_address(call.source);
    const auto destination = to_abi_address(call.destination);
    MIB_IPFORWARD_ROW2 best{};
    SOCKADDR_INET best_source{};
    keep(api_.best_route(call.luid ? &luid : nullptr, call.index, source ? &*source : nullptr,
                         destination ? &*destination : nullptr, call.sort_options,
                         call.null_best_route ? nullptr : &best,
                         call.null_best_source ? nullptr : &best_source));
  }

  void operator()(const oracle::NotifyCall& call) {
    HANDLE& handle = handles_.emplace_back(nullptr);
    keep(api_.notify_route_change(call.family, call.null_callback ? nullptr : ignore, nullptr,
                                  call.initial_notification ? 1 : 0,
                                  call.null_handle ? nullptr : &handle));
  }

  void operator()(const oracle::CancelCall& call) {
    if (call.registration < handles_.size()) keep(api_.cancel_notification(handles_[call.registration]));
  }

  // The callbacks come at once.
  void operator()(const oracle::CollectCall&) {}

  void operator()(const oracle::AdvanceCall& call) { keep(api_.advance(call.seconds)); }

 private:
  template <class Table>
  void read(const oracle::TableCall& call,
            NETIO_STATUS (implementations::Api::*function)(ADDRESS_FAMILY, Table**)) {
    Table* table = nullptr;
    keep((api_.*function)(call.family, call.null_table ? nullptr : &table));
    if (call.keep) {
      kept_.push_back(table);
    } else {
      api_.free_table(table);
    }
  }

  implementations::Api& api_;
  std::vector<void*> kept_;
  std::vector<HANDLE> handles_;
};

}  // namespace

BareScript bare(const oracle::Trace& trace) {
  BareScript script{.host = implementations::to_abi(trace.host).value()};
  for (const oracle::Step& step : trace.steps) script.operations.push_back(step.operation);
  return script;
}

void call_all(implementations::Api& api, const BareScript& script) {
  api.reset(script.host);
  Caller caller{api};
  for (const oracle::Operation& operation : script.operations)
    std::visit([&](const auto& call) { caller(call); }, operation);
}

}  // namespace netioconf::ci::benchmarks::programs
