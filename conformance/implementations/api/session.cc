#include "conformance/implementations/api/session.h"

#include <fmt/format.h>

#include "conformance/implementations/api/abi_host.h"
#include "conformance/implementations/api/call.h"
#include "oracle/model/calls.h"

namespace netioconf::conformance::implementations::inline api {
namespace {

using oracle::Call;
using oracle::Reply;

Reply unavailable(std::string detail) {
  Reply reply;
  reply.ending = oracle::Ending::unavailable;
  reply.detail = std::move(detail);
  return reply;
}

// Without netioconf_describe the header documents no metric for the single link, so GetIpInterfaceEntry
// is called.
void learn_metric(Api& api, ADDRESS_FAMILY family, std::uint32_t index, std::uint32_t& metric) {
  MIB_IPINTERFACE_ROW row{};
  row.Family = family;
  row.InterfaceIndex = index;
  if (api.get_link(&row) == STATUS_SUCCESS) metric = row.Metric;
}

std::string unaskable(const Api& api, const oracle::Operation& operation) {
  const auto* anycast = std::get_if<oracle::AnycastCall>(&operation);
  return anycast != nullptr && anycast->row ? api.unaskable(anycast->row->address.family) : "";
}

std::optional<netioconf_host> description_of(Api& api) {
  netioconf_host host{};
  host.size = sizeof host;
  return api.describe(&host) == 0 ? std::optional{host} : std::nullopt;
}

oracle::Host host_without_description(Api& api) {
  oracle::Host host = oracle::plain_host();
  if (!api.has(Call::get_link)) return host;
  oracle::Link& link = host.links.front();
  learn_metric(api, NETIOCONF_AF_INET, link.index, link.ipv4_metric);
  learn_metric(api, NETIOCONF_AF_INET6, link.index, link.ipv6_metric);
  return host;
}

// An implementation that knows only the first version of netioconf_host takes a later one without its
// details.
std::expected<void, std::string> knows_details(Api& api, const netioconf_host& wanted) {
  if (wanted.size == NETIOCONF_HOST_SIZE_1) return {};
  const auto described = description_of(api);
  if (described && described->size == wanted.size) return {};
  return std::unexpected("the script's host has details that this implementation does not describe");
}

// Without such a call no callback comes, however long one waits.
bool may_call_back(const oracle::Operation& operation, const Reply& reply) {
  if (reply.ending != oracle::Ending::returned || reply.status != STATUS_SUCCESS) return false;
  if (const auto* notify = std::get_if<oracle::NotifyCall>(&operation))
    return notify->initial_notification;
  const Call call = oracle::call_of(operation);
  return oracle::creates(call) || oracle::deletes(call) || call == Call::set_route ||
         call == Call::advance_clock;
}

}  // namespace

std::optional<Call> needs(const oracle::Operation& operation) {
  const Call call = oracle::call_of(operation);
  if (call == Call::reread_table) return std::nullopt;
  return call == Call::collect_notifications ? Call::notify_route_change : call;
}

void Session::begin() {
  mailbox_.clear();
  tables_.clear();
  registrations_.clear();
  callbacks_may_come_ = false;
}

std::expected<void, std::string> Session::begin(const oracle::Host& reset_to) {
  tables_.clear();
  registrations_.clear();
  callbacks_may_come_ = false;
  if (!last_wanted_ || last_wanted_->host != reset_to) {
    const auto wanted = to_abi(reset_to);
    if (!wanted) return std::unexpected(wanted.error());
    last_wanted_ = {.host = reset_to, .abi = *wanted};
  }
  const int result = api_.reset(last_wanted_->abi);
  mailbox_.expect_none_of_earlier();
  if (result == 0) return knows_details(api_, last_wanted_->abi);
  const std::string why = api_.decided_by();
  if (!why.empty()) return std::unexpected(why);
  return std::unexpected(fmt::format("netioconf_reset returned {} for the script's host", result));
}

std::expected<oracle::Host, std::string> Session::host() {
  const auto described = description_of(api_);
  return described ? from_abi(*described) : host_without_description(api_);
}

std::optional<DescribedHost> Session::described() {
  const auto described = description_of(api_);
  return described ? std::optional{from_abi(*described)} : std::nullopt;
}

Reply Session::call(const auto& operation) { return implementations::carry_out(api_, operation); }

Reply Session::carry_out(const oracle::Operation& operation) {
  const std::optional<Call> needed = needs(operation);
  std::string why = needed && !api_.has(*needed)
                        ? fmt::format("{} is missing", oracle::function_name(*needed))
                        : unaskable(api_, operation);
  if (!why.empty()) {
    // Every keeping call and every registration gets a number, whether it succeeded or not.
    const auto* table = std::get_if<oracle::TableCall>(&operation);
    if (table != nullptr && table->keep) tables_.push_back({table->call, nullptr});
    if (std::holds_alternative<oracle::NotifyCall>(operation))
      registrations_.push_back({nullptr, false});
    return unavailable(std::move(why));
  }
  Reply reply = std::visit([this](const auto& each) { return call(each); }, operation);
  if (!oracle::returns_nothing(oracle::call_of(operation))) reply.decided_by = api_.decided_by();
  callbacks_may_come_ = callbacks_may_come_ || may_call_back(operation, reply);
  return reply;
}

Reply Session::call(const oracle::TableCall& operation) {
  ObtainedTable obtained = implementations::carry_out(api_, operation);
  if (operation.keep) {
    tables_.push_back({operation.call, obtained.memory});
  } else if (obtained.memory != nullptr && api_.has(Call::free_table)) {
    api_.free_table(obtained.memory);
  }
  return std::move(obtained.reply);
}

Reply Session::call(const oracle::KeptTableCall& operation) {
  const bool there = operation.table < tables_.size() && tables_[operation.table].memory != nullptr;
  if (!there) {
    return unavailable(fmt::format("table {} was not returned or is already freed", operation.table));
  }
  KeptTable& kept = tables_[operation.table];
  Reply reply;
  if (operation.call == Call::free_table) {
    api_.free_table(kept.memory);
    kept.memory = nullptr;
  } else {
    reply.table = read_table(api_, kept.call, kept.memory);
  }
  return reply;
}

Reply Session::call(const oracle::NotifyCall& operation) {
  const auto number = static_cast<std::uint32_t>(registrations_.size());
  Registered registered = implementations::carry_out(api_, operation, mailbox_.context_for(number));
  const bool open = registered.reply.status == STATUS_SUCCESS && !operation.null_handle;
  registrations_.push_back({registered.handle, open});
  return std::move(registered.reply);
}

Reply Session::call(const oracle::CancelCall& operation) {
  const bool open =
      operation.registration < registrations_.size() && registrations_[operation.registration].open;
  if (!open) return unavailable(fmt::format("registration {} is not open", operation.registration));
  OpenRegistration& registration = registrations_[operation.registration];
  Reply reply;
  reply.status = api_.cancel_notification(registration.handle);
  registration.open = reply.status != STATUS_SUCCESS;
  return reply;
}

Reply Session::call(const oracle::AdvanceCall& operation) {
  const int result = api_.advance(operation.seconds);
  return result == 0 ? Reply{} : unavailable(fmt::format("netioconf_advance returned {}", result));
}

Reply Session::call(const oracle::CollectCall& operation) {
  Reply reply;
  reply.notifications = mailbox_.collect(callbacks_may_come_ ? operation.at_least : 0,
                                         api_.synchronous_callbacks() ? no_patience : patience_);
  return reply;
}

}  // namespace netioconf::conformance::implementations::inline api
