#include "conformance/implementations/process/request.h"

#include <fmt/format.h>

#include <algorithm>

#include "conformance/implementations/api/abi_rows.h"
#include "conformance/implementations/api/guard_page.h"
#include "conformance/implementations/api/session.h"
#include "conformance/implementations/process/frames.h"
#include "oracle/model/calls.h"

namespace netioconf::conformance::implementations::process {
namespace {

using oracle::Call;

static_assert(static_cast<int>(Call::create_route) == netioconf_call_create_route);
static_assert(static_cast<int>(Call::notify_route_change) == netioconf_call_notify);
static_assert(static_cast<int>(Call::free_table) == netioconf_call_free_table);
static_assert(static_cast<int>(Call::reread_table) == netioconf_call_reread_table);
static_assert(static_cast<int>(Call::advance_clock) == netioconf_call_advance);
static_assert(oracle::call_count == netioconf_call_count);
static_assert(static_cast<int>(Start::resume) == netioconf_start_resume);
static_assert(static_cast<int>(Start::fresh) == netioconf_start_fresh);
static_assert(static_cast<int>(Start::reset) == netioconf_start_reset);

enum class When : std::uint8_t { always, never };

std::uint16_t flag(bool set, int bit) { return static_cast<std::uint16_t>(set ? bit : 0); }

RequestedCall about(Call call, std::uint16_t flags = 0) {
  RequestedCall requested;
  requested.call.call = static_cast<std::uint16_t>(call);
  requested.call.flags = flags;
  return requested;
}

template <std::size_t size, class Structure>
void put(std::uint8_t (&to)[size], const Structure& structure) {
  static_assert(sizeof structure == size);
  std::memcpy(to, &structure, size);
}

template <std::size_t size, class Structure>
void put(std::uint8_t (&to)[size], const std::optional<Structure>& structure) {
  if (structure) put(to, *structure);
}

// The content of memory that the implementation fills.
template <std::size_t size>
void put_pattern(std::uint8_t (&to)[size]) {
  const Guarded memory = Guarded::to_fill(size);
  std::memcpy(to, memory.content().data(), size);
}

template <class Row>
void take_row(const netioconf_reply& reply, oracle::Reply& taken) {
  AbiRow<Row> row;
  static_assert(sizeof row <= sizeof reply.body);
  std::memcpy(&row, &reply.body, sizeof row);
  taken.*oracle::PlacesOf<Row>::in_reply = from_abi_row<Row>(row);
}

std::unexpected<std::string> too_many(std::string_view things) {
  return std::unexpected(fmt::format("one script cannot have more than {} {}",
                                     static_cast<int>(netioconf_most_slots), things));
}

template <class Structure>
std::vector<std::byte> frame_around(std::uint16_t kind, std::uint32_t request,
                                    const Structure& structure) {
  std::vector<std::byte> bytes;
  append_structure(bytes, netioconf_frame{.size = sizeof structure,
                                          .kind = kind,
                                          .mark = netioconf_mark,
                                          .request = request,
                                          .step = 0});
  append_structure(bytes, structure);
  return bytes;
}

}  // namespace

RequestEncoder::RequestEncoder(const netioconf_welcome& welcome, Patience patience)
    : calls_{welcome.calls},
      patience_{(welcome.flags & netioconf_calls_back_at_once) != 0 ? no_patience : patience} {}

bool RequestEncoder::has(Call call) const {
  return oracle::is_exported(call) && (calls_ >> static_cast<unsigned>(call) & 1U) != 0;
}

std::string RequestEncoder::why_not(Call call, const LeftAlone& left_alone) const {
  if (!has(call)) return fmt::format("{} is missing", oracle::function_name(call));
  const std::string* const reason = left_alone.why(call);
  return reason == nullptr ? "" : *reason;
}

void RequestEncoder::begin_script() {
  tables_.clear();
  registrations_ = 0;
  lacks_calls_ = false;
}

Request RequestEncoder::encode(const std::vector<oracle::Operation>& operations,
                               const LeftAlone& left_alone) {
  Request request;
  request.calls.reserve(operations.size());
  request.left_out.reserve(operations.size());
  for (const oracle::Operation& operation : operations) {
    const std::optional<Call> needed = needs(operation);
    Encoded encoded = std::visit([this](const auto& each) { return encode_call(each); }, operation);
    if (needed) {
      if (std::string why = why_not(*needed, left_alone); !why.empty())
        encoded = std::unexpected(std::move(why));
    }
    lacks_calls_ = lacks_calls_ || !encoded;
    request.left_out.push_back(encoded ? std::nullopt : std::optional{encoded.error()});
    if (encoded) request.calls.push_back(*encoded);
  }
  return request;
}

RequestEncoder::Encoded RequestEncoder::encode_call(const oracle::HasRow auto& operation) {
  using Row = typename decltype(operation.row)::value_type;
  RequestedCall requested = about(operation.call, flag(!operation.row, netioconf_null_row));
  requested.call.misalignment = oracle::misalignment_of(operation) & 7U;
  requested.take_row = take_row<Row>;
  if (!operation.row) return requested;
  const AbiRow<Row> row = to_abi_row(*operation.row);
  static_assert(sizeof row <= sizeof requested.call.body);
  std::memcpy(&requested.call.body, &row, sizeof row);
  return requested;
}

RequestEncoder::Encoded RequestEncoder::encode_call(const oracle::TableCall& operation) {
  RequestedCall requested = about(operation.call, flag(operation.null_table, netioconf_null_table) |
                                                      flag(operation.keep, netioconf_keep_table));
  requested.call.family = operation.family;
  requested.rows = operation.call;
  if (!operation.keep) return requested;
  requested.call.slot = static_cast<std::uint32_t>(tables_.size());
  tables_.push_back(operation.call);
  if (tables_.size() > netioconf_most_slots) return too_many("kept tables");
  return requested;
}

RequestEncoder::Encoded RequestEncoder::encode_call(const oracle::KeptTableCall& operation) {
  if (operation.table >= std::min<std::size_t>(tables_.size(), netioconf_most_slots)) {
    return std::unexpected(
        fmt::format("table {} was not returned or is already freed", operation.table));
  }
  RequestedCall requested = about(operation.call);
  requested.call.slot = operation.table;
  requested.rows = tables_[operation.table];
  return requested;
}

RequestEncoder::Encoded RequestEncoder::encode_call(const oracle::BestRouteCall& operation) {
  RequestedCall requested =
      about(Call::best_route, flag(!operation.luid, netioconf_null_luid) |
                                  flag(!operation.source, netioconf_null_source) |
                                  flag(!operation.destination, netioconf_null_destination) |
                                  flag(operation.null_best_route, netioconf_null_best_route) |
                                  flag(operation.null_best_source, netioconf_null_best_source));
  netioconf_best_route_call& best = requested.call.body.best;
  best.luid = operation.luid.value_or(0);
  best.index = operation.index;
  best.sort_options = operation.sort_options;
  put(best.source, operation.source);
  put(best.destination, operation.destination);
  put_pattern(best.best_route);
  put_pattern(best.best_source);
  return requested;
}

RequestEncoder::Encoded RequestEncoder::encode_call(const oracle::NotifyCall& operation) {
  RequestedCall requested = about(Call::notify_route_change,
                                  flag(operation.initial_notification, netioconf_initial_notification) |
                                      flag(operation.null_callback, netioconf_null_callback) |
                                      flag(operation.null_handle, netioconf_null_handle));
  requested.call.family = operation.family;
  requested.call.slot = registrations_++;
  if (requested.call.slot >= netioconf_most_slots) return too_many("registrations");
  return requested;
}

RequestEncoder::Encoded RequestEncoder::encode_call(const oracle::CancelCall& operation) {
  if (operation.registration >= std::min<std::uint32_t>(registrations_, netioconf_most_slots)) {
    return std::unexpected(fmt::format("registration {} is not open", operation.registration));
  }
  RequestedCall requested = about(Call::cancel_notification);
  requested.call.slot = operation.registration;
  return requested;
}

RequestEncoder::Encoded RequestEncoder::encode_call(const oracle::AdvanceCall& operation) {
  RequestedCall requested = about(Call::advance_clock);
  requested.call.body.advance = {.seconds = operation.seconds};
  return requested;
}

RequestEncoder::Encoded RequestEncoder::encode_call(const oracle::CollectCall& operation) {
  RequestedCall requested = about(Call::collect_notifications);
  const auto limit = patience_.limit_for(operation.at_least);
  requested.call.body.collect = {.at_least = lacks_calls_ ? 0 : operation.at_least,
                                 .limit_ms = static_cast<std::uint32_t>(limit.count()),
                                 .grace_ms = static_cast<std::uint32_t>(patience_.grace.count())};
  return requested;
}

std::vector<std::byte> hello(std::uint32_t request, std::uint32_t time_limit_ms) {
  return frame_around(netioconf_kind_hello, request,
                      netioconf_hello{.oldest = netioconf_version,
                                      .newest = netioconf_version,
                                      .most_payload = netioconf_most_payload,
                                      .time_limit_ms = time_limit_ms,
                                      .zero = 0});
}

std::vector<std::byte> describe(std::uint32_t request) {
  std::vector<std::byte> bytes;
  append_structure(bytes, netioconf_frame{.size = 0,
                                          .kind = netioconf_kind_describe,
                                          .mark = netioconf_mark,
                                          .request = request,
                                          .step = 0});
  return bytes;
}

std::vector<std::byte> script(std::uint32_t request, Start start, const netioconf_host& host,
                              std::span<const RequestedCall> calls) {
  std::vector<std::byte> bytes;
  const bool details = start == Start::reset && host.size == sizeof host;
  const std::size_t size = script_size(details, calls.size());
  bytes.reserve(sizeof(netioconf_frame) + size);
  append_structure(bytes, netioconf_frame{.size = static_cast<std::uint32_t>(size),
                                          .kind = netioconf_kind_script,
                                          .mark = netioconf_mark,
                                          .request = request,
                                          .step = 0});
  netioconf_script head{.start = details ? std::uint32_t{netioconf_start_reset_with_details}
                                         : static_cast<std::uint32_t>(start),
                        .count = static_cast<std::uint32_t>(calls.size())};
  static_assert(sizeof head.host == NETIOCONF_HOST_SIZE_1);
  static_assert(sizeof host.details == netioconf_details_size);
  if (start == Start::reset) std::memcpy(head.host, &host, sizeof head.host);
  append_structure(bytes, head);
  if (details) append_structure(bytes, host.details);
  for (const RequestedCall& each : calls) append_structure(bytes, each.call);
  return bytes;
}

std::size_t script_size(bool details, std::size_t calls) {
  return sizeof(netioconf_script) + (details ? std::size_t{netioconf_details_size} : 0) +
         calls * sizeof(netioconf_call);
}

std::size_t calls_in(std::uint32_t most_payload, bool details) {
  const auto room = std::min<std::size_t>(most_payload, netioconf_most_payload);
  const std::size_t head = script_size(details, 0);
  return room < head ? 0 : (room - head) / sizeof(netioconf_call);
}

}  // namespace netioconf::conformance::implementations::process
