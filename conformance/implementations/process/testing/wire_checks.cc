#include "conformance/implementations/process/testing/wire_checks.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "conformance/implementations/process/greeting.h"
#include "conformance/implementations/process/request.h"
#include "conformance/implementations/process/response.h"
#include "conformance/implementations/process/testee/request.h"

namespace netioconf::conformance::implementations::process {
namespace {

using oracle::Call;

void require(bool holds) {
  if (!holds) std::abort();
}

// Each kind twice in sequence, so that each kind can come first.
const std::vector<RequestedCall>& calls_of_each_kind() {
  static const std::vector<RequestedCall> twice = [] {
    const netioconf_welcome everything{
        .version = 1, .flags = 0, .calls = 0x27fff, .most_payload = netioconf_most_payload, .zero = 0};
    RequestEncoder encoder{everything, no_patience};
    const std::vector<oracle::Operation> once = {oracle::RouteCall{.row = oracle::RouteRow{}},
                                                 oracle::AnycastCall{.row = oracle::AnycastRow{}},
                                                 oracle::TableCall{.keep = true},
                                                 oracle::TableCall{.call = Call::anycast_table},
                                                 oracle::KeptTableCall{.call = Call::reread_table},
                                                 oracle::BestRouteCall{},
                                                 oracle::NotifyCall{},
                                                 oracle::CollectCall{},
                                                 oracle::CancelCall{},
                                                 oracle::LinkCall{.row = oracle::LinkRow{}},
                                                 oracle::KeptTableCall{},
                                                 oracle::AdvanceCall{.seconds = 1}};
    std::vector<RequestedCall> calls = encoder.encode(once).calls;
    const std::vector<RequestedCall> more = encoder.encode(once).calls;
    calls.insert(calls.end(), more.begin(), more.end());
    return calls;
  }();
  return twice;
}

std::span<const RequestedCall> calls_from(std::size_t first) {
  return std::span{calls_of_each_kind()}.subspan(first % kinds_of_calls(), kinds_of_calls());
}

// The result of reading a stream.
struct Understood {
  std::string problem;
  std::size_t welcomes = 0;
  std::size_t hosts = 0;
  Response::State state = Response::State::sent;
  std::vector<oracle::Reply> replies;

  friend bool operator==(const Understood&, const Understood&) = default;
};

class Listener {
 public:
  explicit Listener(std::span<const RequestedCall> calls)
      : calls_{calls}, response_{0, Start::reset, calls} {}

  void take(const Frame& frame) {
    if (read_welcome(frame, 0)) ++understood_.welcomes;
    if (read_host(frame, 0)) ++understood_.hosts;
    if (response_.complete()) return;
    if (const auto taken = response_.take(frame); !taken) understood_.problem = taken.error();
    require(response_.replies().size() <= calls_.size());
  }

  // Reading stops at the first error.
  void take_frames(FrameStream& stream) {
    while (understood_.problem.empty()) {
      const auto frame = stream.next();
      if (!frame) understood_.problem = frame.error();
      if (!frame || !*frame) return;
      take(**frame);
    }
  }

  Understood finish() {
    understood_.state = response_.state();
    understood_.replies = response_.replies();
    return std::move(understood_);
  }

 private:
  std::span<const RequestedCall> calls_;
  Response response_;
  Understood understood_;
};

Understood understood_in_pieces(Bytes bytes, std::span<const RequestedCall> calls, std::size_t piece) {
  FrameStream stream;
  Listener listener{calls};
  while (!bytes.empty()) {
    const Bytes now = bytes.first(std::min(piece, bytes.size()));
    bytes = bytes.subspan(now.size());
    stream.add(now);
    listener.take_frames(stream);
  }
  return listener.finish();
}

constexpr std::size_t record_head = 3;  // kind, the oddity of the frame, bytes of payload that follow

// The smallest size of a payload of that kind, and the number of bytes by which it may be larger.
struct Fit {
  std::size_t size;
  std::size_t more;
};

bool has_details(Bytes script) {
  std::uint32_t start = 0;
  if (script.size() >= sizeof start) std::memcpy(&start, script.data(), sizeof start);
  return start == netioconf_start_reset_with_details;
}

Fit fit_of(std::uint16_t kind, Bytes payload) {
  switch (kind) {
    case netioconf_kind_hello:
      return {sizeof(netioconf_hello), 0};
    case netioconf_kind_script:
      return {script_size(has_details(payload), 0), sizeof(netioconf_call)};
    case netioconf_kind_welcome:
      return {sizeof(netioconf_welcome), 0};
    case netioconf_kind_host:
    case netioconf_kind_other_host:
      return {netioconf_host_size, netioconf_details_size};
    case netioconf_kind_rows:
      return {0, netioconf_route_size * netioconf_anycast_size / 8};  // both kinds of rows fit
    case netioconf_kind_notifications:
      return {0, sizeof(netioconf_notification)};
    case netioconf_kind_reply:
      return {sizeof(netioconf_reply), 0};
    case netioconf_kind_refused:
    case netioconf_kind_decided_by:
      return {0, 1};
    default:
      return {0, 0};
  }
}

// Pads with zeros. A script gets the count that matches its size.
void make_fit(std::vector<std::byte>& payload, std::uint16_t kind) {
  const Fit fit = fit_of(kind, payload);
  const std::size_t beyond = payload.size() > fit.size ? payload.size() - fit.size : 0;
  const std::size_t pieces = fit.more == 0 ? 0 : (beyond + fit.more - 1) / fit.more;
  payload.resize(fit.size + pieces * fit.more);
  if (kind != netioconf_kind_script) return;
  const auto count = static_cast<std::uint32_t>(pieces);
  std::memcpy(payload.data() + offsetof(netioconf_script, count), &count, sizeof count);
}

}  // namespace

std::size_t kinds_of_calls() { return calls_of_each_kind().size() / 2; }

void check_driver_parser(Bytes bytes, std::size_t first_call) {
  const auto calls = calls_from(first_call);
  const Understood whole = understood_in_pieces(bytes, calls, bytes.size());
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{100}}) {
    Understood cut = understood_in_pieces(bytes, calls, piece);
    // The description of an invalid frame depends on the bytes that have arrived.
    cut.problem = cut.problem.empty() ? "" : whole.problem;
    require(cut == whole);
  }
}

void check_testee_parser(Bytes bytes) {
  while (!bytes.empty()) {
    // A copy of exactly this size, so that a sanitizer detects reads after its end.
    const auto copy = std::make_unique<std::uint8_t[]>(bytes.size());
    std::memcpy(copy.get(), bytes.data(), bytes.size());
    request parsed{};
    std::size_t used = 0;
    if (look_at(copy.get(), bytes.size(), &parsed, &used) != front_request) return;
    require(used >= sizeof(netioconf_frame) && used <= bytes.size());
    for (std::uint32_t call = 0; call < parsed.script.count; ++call) {
      require(call_of_script(&parsed, call).call < netioconf_call_count);
    }
    bytes = bytes.subspan(used);
  }
}

std::vector<std::byte> frames_from(Bytes records, std::uint16_t kinds) {
  std::vector<std::byte> bytes;
  if (kinds != 0 && (records.empty() || (records[0] & std::byte{0x80}) == std::byte{})) {
    append_structure(
        bytes,
        netioconf_frame{
            .size = 0, .kind = netioconf_kind_begun, .mark = netioconf_mark, .request = 0, .step = 0});
  }
  std::uint32_t step = 0;
  while (records.size() >= record_head) {
    const auto number = [&](std::size_t at) { return std::to_integer<std::uint16_t>(records[at]); };
    const Bytes content =
        records.subspan(record_head, std::min<std::size_t>(number(2), records.size() - record_head));
    const auto kind = static_cast<std::uint16_t>(kinds | (number(0) & 0xfU));
    std::vector<std::byte> payload{content.begin(), content.end()};
    const unsigned oddity = number(1);
    if ((oddity & 0x10U) != 0) payload.resize(payload.size() + netioconf_host_size);  // has details
    if ((oddity & 1U) == 0) make_fit(payload, kind);
    append_structure(bytes, netioconf_frame{.size = static_cast<std::uint32_t>(payload.size()),
                                            .kind = kind,
                                            .mark = netioconf_mark,
                                            .request = oddity >> 1U & 1U,
                                            .step = step + (oddity >> 2U & 3U)});
    bytes.insert(bytes.end(), payload.begin(), payload.end());
    if (kind == netioconf_kind_reply) ++step;
    records = records.subspan(record_head + content.size());
  }
  return bytes;
}

}  // namespace netioconf::conformance::implementations::process
