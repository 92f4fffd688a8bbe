#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <sstream>

#include "conformance/implementations/api/abi_host.h"
#include "conformance/implementations/process/commands/spawn.h"
#include "conformance/implementations/process/request.h"
#include "conformance/implementations/process/response.h"
#include "conformance/implementations/process/testee_process.h"
#include "corpora/files/temporary_folder.h"
#include "oracle/model/calls.h"
#include "oracle/model/samples.h"

// Compares PROTOCOL.md with wire.h and with a testee. REFERENCE_TESTEE is the program of
// conformance/implementations/process/testee, NETIOEMU the emulator as a library.
namespace netioconf::conformance::implementations::process {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using testing::SizeIs;

const std::string& document() {
  static const std::string text =
      corpora::files::content_of("conformance/implementations/process/PROTOCOL.md");
  return text;
}

// The text between the first `begin` and the next `end`.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  if (from == std::string::npos) return "not found: " + begin;
  const std::size_t start = from + begin.size();
  return text.substr(start, text.find(end, start) - start);
}

// The rows of a table of a structure in PROTOCOL.md, without the last column.
class Table {
 public:
  explicit Table(std::size_t first_offset = 0) : first_offset_{first_offset} {}

  template <class Structure, class Type>
  Table& with(const char* name, Type Structure::* member) {
    const Structure structure{};
    const auto offset =
        reinterpret_cast<const char*>(&(structure.*member)) - reinterpret_cast<const char*>(&structure);
    rows_.push_back(fmt::format("| {} | {} | `{}` |", first_offset_ + static_cast<std::size_t>(offset),
                                sizeof(Type), name));
    return *this;
  }

  [[nodiscard]] const std::vector<std::string>& rows() const { return rows_; }

 private:
  std::size_t first_offset_;
  std::vector<std::string> rows_;
};

std::vector<std::string> documented(const std::string& structure) {
  std::istringstream section{between(document(), "### `" + structure + "`", "\n#")};
  std::vector<std::string> rows;
  for (std::string line; std::getline(section, line);) {
    if (line.empty() && !rows.empty()) break;
    if (!line.starts_with("| ") || line.starts_with("| offset")) continue;
    std::size_t end = 0;
    for (int column = 0; column < 3; ++column) end = line.find('|', end + 1);
    rows.push_back(line.substr(0, end + 1));
  }
  return rows;
}

TEST(Protocol, SaysWhereTheMembersOfAFrameLie) {
  using Head = netioconf_frame;
  EXPECT_EQ(documented("netioconf_frame"), Table{}
                                               .with("size", &Head::size)
                                               .with("kind", &Head::kind)
                                               .with("mark", &Head::mark)
                                               .with("request", &Head::request)
                                               .with("step", &Head::step)
                                               .rows());
}

TEST(Protocol, SaysWhereTheMembersOfTheHandshakeLie) {
  using Hello = netioconf_hello;
  EXPECT_EQ(documented("netioconf_hello"), Table{}
                                               .with("oldest", &Hello::oldest)
                                               .with("newest", &Hello::newest)
                                               .with("most_payload", &Hello::most_payload)
                                               .with("time_limit_ms", &Hello::time_limit_ms)
                                               .with("zero", &Hello::zero)
                                               .rows());
  using Welcome = netioconf_welcome;
  EXPECT_EQ(documented("netioconf_welcome"), Table{}
                                                 .with("version", &Welcome::version)
                                                 .with("flags", &Welcome::flags)
                                                 .with("calls", &Welcome::calls)
                                                 .with("most_payload", &Welcome::most_payload)
                                                 .with("zero", &Welcome::zero)
                                                 .with("system", &Welcome::system)
                                                 .rows());
}

TEST(Protocol, SaysWhereTheMembersOfAHostLie) {
  using Host = netioconf_host;
  EXPECT_EQ(documented("netioconf_host"), Table{}
                                              .with("size", &Host::size)
                                              .with("ipv4", &Host::ipv4)
                                              .with("ipv6", &Host::ipv6)
                                              .with("link_count", &Host::link_count)
                                              .with("links", &Host::links)
                                              .with("details", &Host::details)
                                              .rows());
  using Link = netioconf_link;
  EXPECT_EQ(documented("netioconf_link"), Table{}
                                              .with("luid", &Link::luid)
                                              .with("index", &Link::index)
                                              .with("ipv4", &Link::ipv4)
                                              .with("ipv6", &Link::ipv6)
                                              .with("routes", &Link::routes)
                                              .with("loopback", &Link::loopback)
                                              .with("ipv4_metric", &Link::ipv4_metric)
                                              .with("ipv6_metric", &Link::ipv6_metric)
                                              .rows());
  using Details = netioconf_link_details;
  EXPECT_EQ(documented("netioconf_link_details"),
            Table{}
                .with("disconnected", &Details::disconnected)
                .with("ignores_default_routes", &Details::ignores_default_routes)
                .with("address_count", &Details::address_count)
                .with("path_mtu_timeout_ms", &Details::path_mtu_timeout_ms)
                .with("addresses", &Details::addresses)
                .rows());
}

TEST(Protocol, SaysWhereTheMembersOfAScriptLie) {
  using Script = netioconf_script;
  EXPECT_EQ(documented("netioconf_script"), Table{}
                                                .with("start", &Script::start)
                                                .with("count", &Script::count)
                                                .with("host", &Script::host)
                                                .rows());
  using Each = netioconf_call;
  EXPECT_EQ(documented("netioconf_call"), Table{}
                                              .with("call", &Each::call)
                                              .with("flags", &Each::flags)
                                              .with("family", &Each::family)
                                              .with("misalignment", &Each::misalignment)
                                              .with("slot", &Each::slot)
                                              .with("zero", &Each::zero)
                                              .with("body", &Each::body)
                                              .rows());
  using Best = netioconf_best_route_call;
  EXPECT_EQ(documented("netioconf_best_route_call"), Table{offsetof(Each, body)}
                                                         .with("luid", &Best::luid)
                                                         .with("index", &Best::index)
                                                         .with("sort_options", &Best::sort_options)
                                                         .with("source", &Best::source)
                                                         .with("destination", &Best::destination)
                                                         .with("best_route", &Best::best_route)
                                                         .with("best_source", &Best::best_source)
                                                         .with("zero", &Best::zero)
                                                         .rows());
  using Advance = netioconf_advance_call;
  EXPECT_EQ(documented("netioconf_advance_call"),
            Table{offsetof(Each, body)}.with("seconds", &Advance::seconds).rows());
  using Collect = netioconf_collect_call;
  EXPECT_EQ(documented("netioconf_collect_call"), Table{offsetof(Each, body)}
                                                      .with("at_least", &Collect::at_least)
                                                      .with("limit_ms", &Collect::limit_ms)
                                                      .with("grace_ms", &Collect::grace_ms)
                                                      .rows());
}

TEST(Protocol, SaysWhereTheMembersOfAnAnswerLie) {
  using Notice = netioconf_notification;
  EXPECT_EQ(documented("netioconf_notification"), Table{}
                                                      .with("registration", &Notice::registration)
                                                      .with("type", &Notice::type)
                                                      .with("no_row", &Notice::no_row)
                                                      .with("zero", &Notice::zero)
                                                      .with("route", &Notice::route)
                                                      .rows());
  using Wire = netioconf_reply;
  EXPECT_EQ(documented("netioconf_reply"), Table{}
                                               .with("status", &Wire::status)
                                               .with("ending", &Wire::ending)
                                               .with("flags", &Wire::flags)
                                               .with("row_count", &Wire::row_count)
                                               .with("notification_count", &Wire::notification_count)
                                               .with("body", &Wire::body)
                                               .rows());
}

TEST(Protocol, NamesEveryKindOfFrame) {
  for (const int kind :
       {1, 2, 3, 0x101, 0x102, 0x103, 0x104, 0x105, 0x106, 0x107, 0x108, 0x109, 0x10a}) {
    const auto number = static_cast<std::uint16_t>(kind);
    EXPECT_THAT(document(),
                testing::HasSubstr(fmt::format("| {:#06x} | {} |", kind, name_of_kind(number))));
  }
}

TEST(Protocol, NamesEveryCall) {
  for (const oracle::CallInfo& info : oracle::call_table) {
    if (!oracle::is_exported(info.call)) continue;
    EXPECT_THAT(document(), testing::HasSubstr(fmt::format(
                                "\n| {} | {} |", static_cast<unsigned>(info.call), info.function)));
  }
}

TEST(Protocol, SaysHowLargeAHostIs) {
  for (const std::string& size :
       {fmt::format("`netioconf_host` ({} or {} bytes)", NETIOCONF_HOST_SIZE_1, sizeof(netioconf_host)),
        fmt::format("{} bytes of details", static_cast<int>(netioconf_details_size)),
        fmt::format("at least {}, and with flag 4 at least {}", script_size(false, 1),
                    script_size(true, 1))}) {
    EXPECT_THAT(document(), testing::HasSubstr(size));
  }
}

// Sixteen bytes a line, consecutive lines of zeros as one `*`, and the end offset in the last line.
std::string dump_lines(Bytes bytes) {
  std::string text;
  bool zeros = false;
  for (std::size_t offset = 0; offset < bytes.size(); offset += 16) {
    const Bytes line = bytes.subspan(offset, std::min<std::size_t>(16, bytes.size() - offset));
    const bool all_zero = line.size() == 16 &&
                          std::ranges::all_of(line, [](std::byte byte) { return byte == std::byte{}; });
    if (!all_zero) {
      text += fmt::format("{:04x} ", offset);
      for (const std::byte byte : line) text += fmt::format(" {:02x}", std::to_integer<unsigned>(byte));
      text += '\n';
    } else if (!zeros) {
      text += "*\n";
    }
    zeros = all_zero;
  }
  return text + fmt::format("{:04x}\n", bytes.size());
}

// Dumps frame by frame, each with its name.
std::string dump(Bytes bytes) {
  FrameStream stream;
  stream.add(bytes);
  std::string text;
  for (auto frame = stream.next(); frame && *frame; frame = stream.next()) {
    text += fmt::format("# {}, request {}, step {}\n", name_of_kind((**frame).head.kind),
                        (**frame).head.request, (**frame).head.step);
    text += dump_lines(bytes.first(sizeof(netioconf_frame) + (**frame).payload.size()));
    bytes = bytes.subspan(sizeof(netioconf_frame) + (**frame).payload.size());
  }
  return text;
}

std::string example(const std::string& name) {
  return between(document(), "```hex " + name + "\n", "```");
}

oracle::RouteRow example_route() { return on(oracle::a_route(), oracle::first_luid, 0); }

netioconf_welcome example_welcome() {
  return {.version = netioconf_version,
          .flags = netioconf_can_reset | netioconf_takes_details,
          .calls = 0x27fff,
          .most_payload = netioconf_most_payload,
          .zero = 0,
          .system = "Linux 6.1.0"};
}

Request example_request() {
  return RequestEncoder{example_welcome(), no_patience}.encode(
      {oracle::RouteCall{.call = oracle::Call::create_route, .row = example_route()},
       oracle::TableCall{.call = oracle::Call::route_table, .family = oracle::ipv4_family}});
}

std::vector<std::byte> example_script(const Request& request) {
  return script(1, Start::reset, to_abi(oracle::plain_host()).value(), request.calls);
}

std::vector<std::byte> bytes_of(const Frame& frame) {
  std::vector<std::byte> bytes;
  append_structure(bytes, frame.head);
  bytes.insert(bytes.end(), frame.payload.begin(), frame.payload.end());
  return bytes;
}

TEST(TheExamples, AreWhatNetioconfSends) {
  EXPECT_EQ(dump(hello(0, 5000)), example("HELLO"));
  EXPECT_EQ(dump(example_script(example_request())), example("SCRIPT"));
}

TEST(TheExamples, AreWhatATesteeAnswers) {
  const auto testee = Testee::start([] { return commands::spawn({REFERENCE_TESTEE, NETIOEMU}); });
  ASSERT_TRUE(testee) << testee.error();
  const Testee::Deadline deadline{.moment = steady_clock::now() + milliseconds{60000},
                                  .limit = milliseconds{60000}};
  (*testee)->send(hello(0, 5000));
  const auto welcome = (*testee)->receive(deadline);
  ASSERT_TRUE(welcome) << welcome.error().detail;
  Frame shown = *welcome;
  ASSERT_THAT(shown.payload, SizeIs(sizeof(netioconf_welcome)));
  const netioconf_welcome answer = example_welcome();
  const Bytes wanted = std::as_bytes(std::span{&answer, 1});
  EXPECT_EQ(dump_lines(shown.payload.first(16)), dump_lines(wanted.first(16))) << "except the system";
  shown.payload = wanted;
  EXPECT_EQ(dump(bytes_of(shown)), example("WELCOME"));

  (*testee)->send(example_script(example_request()));
  std::vector<std::byte> all;
  for (bool done = false; !done;) {
    const auto frame = (*testee)->receive(deadline);
    ASSERT_TRUE(frame) << frame.error().detail;
    const auto bytes = bytes_of(*frame);
    all.insert(all.end(), bytes.begin(), bytes.end());
    done = frame->head.kind == netioconf_kind_done;
  }
  EXPECT_EQ(dump(all), example("ANSWER"));
}

std::vector<std::byte> refusal() {
  const std::string why = "no loopback link here";
  std::vector<std::byte> bytes;
  append_structure(bytes, netioconf_frame{.size = static_cast<std::uint32_t>(why.size()),
                                          .kind = netioconf_kind_refused,
                                          .mark = netioconf_mark,
                                          .request = 1,
                                          .step = 0});
  const Bytes text = std::as_bytes(std::span{why});
  bytes.insert(bytes.end(), text.begin(), text.end());
  return bytes;
}

TEST(TheExamples, AreUnderstood) {
  EXPECT_EQ(dump(refusal()), example("REFUSED"));
  const Request request = example_request();
  Response response{1, Start::reset, request.calls};
  FrameStream stream;
  stream.add(refusal());
  EXPECT_TRUE(response.take(**stream.next()));
  EXPECT_EQ(response.state(), Response::State::refused);
  EXPECT_EQ(response.why_refused(), "no loopback link here");
}

}  // namespace
}  // namespace netioconf::conformance::implementations::process
