#include "oracle/model/operation.h"

#include <array>

namespace netioconf::oracle::inline model {
namespace {

struct CallOf {
  Call operator()(const RouteCall& call) const { return call.call; }
  Call operator()(const AnycastCall& call) const { return call.call; }
  Call operator()(const TableCall& call) const { return call.call; }
  Call operator()(const KeptTableCall& call) const { return call.call; }
  Call operator()(const BestRouteCall&) const { return Call::best_route; }
  Call operator()(const NotifyCall&) const { return Call::notify_route_change; }
  Call operator()(const CancelCall&) const { return Call::cancel_notification; }
  Call operator()(const CollectCall&) const { return Call::collect_notifications; }
  Call operator()(const LinkCall&) const { return Call::get_link; }
};

}  // namespace

Call call_of(const Operation& operation) { return std::visit(CallOf{}, operation); }

}  // namespace netioconf::oracle::inline model
