#include "oracle/model/steps.h"

namespace netioconf::oracle::inline model {
namespace {

template <class Row>
Step table_with(Call call, const std::vector<Row>& rows, std::uint16_t family) {
  Step step = no_table(call, number::success, family);
  TableReply& table = step.reply.table.emplace();
  table.row_count = static_cast<std::uint32_t>(rows.size());
  table.*PlacesOf<Row>::in_table = rows;
  return step;
}

}  // namespace

Operation set(const RouteRow& row) { return RouteCall{.call = Call::set_route, .row = row}; }

Operation best_route_to(const SocketAddress& destination, std::uint64_t luid) {
  return BestRouteCall{.luid = luid, .index = 0, .source = {}, .destination = destination};
}

Reply reply_with_own_row(const Operation& operation, std::uint32_t status) {
  Reply reply;
  reply.status = status;
  const auto put_row = [&reply](const auto& call) {
    if constexpr (HasRow<std::remove_cvref_t<decltype(call)>>) {
      reply.*PlacesOf<std::remove_cvref_t<decltype(*call.row)>>::in_reply = call.row;
    }
  };
  std::visit(put_row, operation);
  return reply;
}

Step answered(const Operation& operation, std::uint32_t status) {
  return {.operation = operation, .reply = reply_with_own_row(operation, status)};
}

Step ended(const Operation& operation, Ending ending) {
  Step step{.operation = operation, .reply = {}};
  step.reply.ending = ending;
  step.reply.detail = "chosen by the example";
  return step;
}

Step was_set(const RouteRow& row) { return answered(set(row), number::success); }

Step table_of(const RouteRows& rows, std::uint16_t family) {
  return table_with(Call::route_table, rows, family);
}

Step anycast_table_of(const AnycastRows& rows, std::uint16_t family) {
  return table_with(Call::anycast_table, rows, family);
}

Step no_table(Call call, std::uint32_t status, std::uint16_t family) {
  return answered(TableCall{.call = call, .family = family}, status);
}

Step found_best(const Operation& search, const RouteRow& found) {
  Step step = answered(search, number::success);
  step.reply.route = found;
  return step;
}

Step registered(const NotifyCall& call) { return answered(call, number::success); }

Step cancelled(std::uint32_t registration) {
  return answered(CancelCall{.registration = registration}, number::success);
}

Step notified(const Notifications& notifications) {
  Step step = answered(CollectCall{}, number::success);
  step.reply.notifications = notifications;
  return step;
}

Notification about(const RouteRow& row, std::uint32_t type, std::uint32_t registration) {
  return {.registration = registration, .type = type, .row = row};
}

Step advanced(std::uint32_t seconds) { return answered(AdvanceCall{seconds}, number::success); }

Step link_read(const LinkRow& asked, const LinkRow& seen) {
  Step step = answered(LinkCall{.row = asked}, number::success);
  step.reply.link = seen;
  return step;
}

Trace trace_of(const Steps& steps, const Host& host) {
  return {.script = {},
          .host = host,
          .initial_routes = {},
          .initial_anycasts = {},
          .steps = steps,
          .skipped = {}};
}

}  // namespace netioconf::oracle::inline model
