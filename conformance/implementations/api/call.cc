#include "conformance/implementations/api/call.h"

#include "conformance/implementations/api/mailbox.h"
#include "conformance/implementations/api/untrusted_memory.h"

namespace netioconf::conformance::implementations::inline api {
namespace {

using oracle::Call;
using oracle::Reply;

// Memory that a caller passes, or NULL if there is no value.
class MaybeNull {
 public:
  template <class Value>
  explicit MaybeNull(const std::optional<Value>& value)
      : memory_{value ? Guarded::holding(*value) : Guarded::to_fill(0)}, there_{value.has_value()} {}

  template <class Value>
  [[nodiscard]] Value* as() {
    return there_ ? memory_.as<Value>() : nullptr;
  }
  [[nodiscard]] bool intact() const { return memory_.intact(); }
  // Whether no byte of the content was changed.
  template <class Value>
  [[nodiscard]] bool untouched(const std::optional<Value>& before) const {
    return !before || memory_.read<Value>() == *before;
  }

 private:
  Guarded memory_;
  bool there_;
};

}  // namespace

Reply carry_out(Api& api, const oracle::BestRouteCall& call) {
  MaybeNull luid{call.luid};
  MaybeNull source{call.source};
  MaybeNull destination{call.destination};
  Guarded best_route = Guarded::to_fill(sizeof(MIB_IPFORWARD_ROW2));
  Guarded best_source = Guarded::to_fill(sizeof(SOCKADDR_INET));
  Reply reply;
  reply.status = api.best_route(luid.as<NET_LUID>(), call.index, source.as<const SOCKADDR_INET>(),
                                destination.as<const SOCKADDR_INET>(), call.sort_options,
                                call.null_best_route ? nullptr : best_route.as<MIB_IPFORWARD_ROW2>(),
                                call.null_best_source ? nullptr : best_source.as<SOCKADDR_INET>());
  // The two addresses are const, so a change counts as writing outside the memory.
  const bool wrote_addresses =
      !source.untouched(call.source) || !destination.untouched(call.destination);
  reply.wrote_outside = wrote_addresses || !luid.intact() || !source.intact() || !destination.intact() ||
                        !best_route.intact() || !best_source.intact();
  if (!call.null_best_route) reply.route = best_route.read<oracle::RouteRow>();
  if (!call.null_best_source) reply.best_source = best_source.read<oracle::SocketAddress>();
  return reply;
}

ObtainedTable carry_out(Api& api, const oracle::TableCall& call) {
  ObtainedTable obtained;
  Guarded pointer = Guarded::holding<PVOID>(nullptr);
  obtained.reply.status =
      call.call == Call::route_table
          ? api.route_table(call.family, call.null_table ? nullptr : pointer.as<PMIB_IPFORWARD_TABLE2>())
          : api.anycast_table(call.family,
                              call.null_table ? nullptr : pointer.as<PMIB_ANYCASTIPADDRESS_TABLE>());
  obtained.reply.wrote_outside = !pointer.intact();
  if (call.null_table) return obtained;
  const auto memory = pointer.read<PVOID>();
  if (obtained.reply.status != STATUS_SUCCESS) {
    obtained.reply.table = oracle::TableReply{.null_pointer = memory == nullptr};
    return obtained;
  }
  obtained.reply.table = read_table(api, call.call, memory);
  // An unreadable table is not freed, because freeing it would only crash. The reply already reports the
  // error.
  if (obtained.reply.table->readable) obtained.memory = memory;
  return obtained;
}

oracle::TableReply read_table(const Api& api, Call call, const void* memory) {
  const Trust trust = api.tables_are_readable() ? Trust::trusted : Trust::untrusted;
  return call == Call::anycast_table ? read_anycast_table(memory, trust)
                                     : read_route_table(memory, trust);
}

Registered carry_out(Api& api, const oracle::NotifyCall& call, PVOID context) {
  Registered registered;
  Guarded handle = Guarded::holding<HANDLE>(nullptr);
  registered.reply.status =
      api.notify_route_change(call.family, call.null_callback ? nullptr : Mailbox::callback(), context,
                              call.initial_notification ? BOOLEAN{1} : BOOLEAN{0},
                              call.null_handle ? nullptr : handle.as<HANDLE>());
  registered.reply.wrote_outside = !handle.intact();
  registered.handle = handle.read<HANDLE>();
  return registered;
}

}  // namespace netioconf::conformance::implementations::inline api
