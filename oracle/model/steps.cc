#include "oracle/model/steps.h"

namespace netioconf::oracle::inline model {
namespace {

Operation route_call(Call call, const RouteRow& row) {
  return RouteCall{.call = call, .row = row, .misalignment = 0};
}

Operation anycast_call(Call call, const AnycastRow& row) {
  return AnycastCall{.call = call, .row = row, .misalignment = 0};
}

}  // namespace

Operation create(const RouteRow& row) { return route_call(Call::create_route, row); }
Operation create(const AnycastRow& row) { return anycast_call(Call::create_anycast, row); }
Operation set(const RouteRow& row) { return route_call(Call::set_route, row); }
Operation get(const RouteRow& row) { return route_call(Call::get_route, row); }
Operation get(const AnycastRow& row) { return anycast_call(Call::get_anycast, row); }
Operation remove(const RouteRow& row) { return route_call(Call::delete_route, row); }
Operation remove(const AnycastRow& row) { return anycast_call(Call::delete_anycast, row); }

Operation best_route_to(const SocketAddress& destination, std::uint64_t luid) {
  return BestRouteCall{.luid = luid, .index = 0, .source = {}, .destination = destination};
}

Step answered(const Operation& operation, std::uint32_t status) {
  Step step{.operation = operation, .reply = {}};
  step.reply.status = status;
  if (const auto* route = std::get_if<RouteCall>(&operation)) step.reply.route = route->row;
  if (const auto* anycast = std::get_if<AnycastCall>(&operation)) step.reply.anycast = anycast->row;
  return step;
}

Step ended(const Operation& operation, Ending ending) {
  Step step{.operation = operation, .reply = {}};
  step.reply.ending = ending;
  step.reply.detail = "chosen by the example";
  return step;
}

Step was_set(const RouteRow& row) { return answered(set(row), number::success); }

Step read(const RouteRow& row, const RouteRow& seen) {
  Step step = answered(get(row), number::success);
  step.reply.route = seen;
  return step;
}

Step read(const AnycastRow& row, const AnycastRow& seen) {
  Step step = answered(get(row), number::success);
  step.reply.anycast = seen;
  return step;
}

Step table_of(const RouteRows& rows, std::uint16_t family) {
  Step step = no_table(Call::route_table, number::success, family);
  step.reply.table =
      TableReply{.row_count = static_cast<std::uint32_t>(rows.size()), .routes = rows, .anycasts = {}};
  return step;
}

Step anycast_table_of(const AnycastRows& rows, std::uint16_t family) {
  Step step = no_table(Call::anycast_table, number::success, family);
  step.reply.table =
      TableReply{.row_count = static_cast<std::uint32_t>(rows.size()), .routes = {}, .anycasts = rows};
  return step;
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
