#include "conformance/execution/observe.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>

#include "conformance/implementations/api/testing/mock_api.h"

namespace netioconf::conformance::execution {
namespace {

using oracle::Call;
using oracle::Ending;
using oracle::Operation;
using oracle::Reply;
using oracle::Trace;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// Returns the replies that a test prepares, in order, and then success. Records the operations.
class PreparedTransport final : public implementations::Transport {
 public:
  bool resets = true;
  std::deque<Reply> replies;
  std::string refused;
  std::vector<implementations::Batch> batches;

  bool has(Call) const override { return true; }
  bool has_reset() const override { return resets; }
  std::expected<oracle::Host, std::string> host() override { return oracle::plain_host(); }
  void renew() override {}
  implementations::Outcome run(const implementations::Batch& batch) override {
    batches.push_back(batch);
    implementations::Outcome outcome{.refused = refused};
    while (refused.empty() && outcome.replies.size() < batch.operations.size()) {
      outcome.replies.push_back(replies.empty() ? Reply{} : replies.front());
      if (!replies.empty()) replies.pop_front();
      if (outcome.replies.back().ending == Ending::crashed) break;
    }
    return outcome;
  }
};

oracle::Script script_of(std::vector<Operation> operations) {
  return {.name = "test", .host = oracle::plain_host(), .operations = std::move(operations)};
}

Reply crash() { return {.ending = Ending::crashed, .detail = "SIGSEGV"}; }

Reply with_routes(std::vector<oracle::RouteRow> routes) {
  Reply reply;
  reply.table = oracle::TableReply{.row_count = static_cast<std::uint32_t>(routes.size()),
                                   .routes = std::move(routes)};
  return reply;
}

oracle::RouteRow route(std::uint8_t number) {
  oracle::RouteRow row;
  row.destination = {.address = oracle::ipv4(10, number, 0, 0), .length = 16};
  return row;
}

const Operation create = oracle::RouteCall{.row = route(1)};
const Operation get = oracle::RouteCall{.call = Call::get_route, .row = route(1)};
const Operation routes = oracle::TableCall{};
const Operation anycasts = oracle::TableCall{.call = Call::anycast_table};

TEST(Observing, AsksForTheScriptsHost) {
  PreparedTransport transport;
  const Trace trace = observe(transport, script_of({create}));
  EXPECT_THAT(transport.batches,
              ElementsAre(implementations::Batch{
                  implementations::Start::reset, oracle::plain_host(), {create, routes}}));
  EXPECT_EQ(trace.script, "test");
  ASSERT_THAT(trace.steps, SizeIs(2));
  EXPECT_FALSE(trace.steps[0].probe);
  EXPECT_TRUE(trace.steps[1].probe);
}

TEST(Observing, EndsWithTheCallThatEndsTheImplementation) {
  PreparedTransport transport;
  transport.replies = {Reply{}, crash()};
  const Trace trace = observe(transport, script_of({get, get, get}));
  ASSERT_THAT(trace.steps, SizeIs(2));
  EXPECT_EQ(trace.steps[1].reply.ending, Ending::crashed);
  EXPECT_THAT(transport.batches, SizeIs(1));
}

TEST(Observing, SaysWhyAScriptWasRefused) {
  PreparedTransport transport;
  transport.refused = "no such host";
  const Trace trace = observe(transport, script_of({get}));
  EXPECT_EQ(trace.skipped, "no such host");
  EXPECT_THAT(trace.steps, IsEmpty());
}

TEST(Observing, FreesTheTablesThatWereKept) {
  PreparedTransport transport;
  transport.replies = {with_routes({}), with_routes({})};
  const Operation keep = oracle::TableCall{.keep = true};
  const Operation free_first = oracle::KeptTableCall{.table = 0};
  const Trace trace = observe(transport, script_of({keep, keep, free_first}));
  EXPECT_THAT(trace.steps, SizeIs(3));
  ASSERT_THAT(transport.batches, SizeIs(2));
  EXPECT_EQ(transport.batches[1].start, implementations::Start::resume);
  EXPECT_THAT(transport.batches[1].operations,
              ElementsAre(Operation{oracle::KeptTableCall{.table = 1}}));
}

TEST(InProcess, SaysWhenACallBeginsAndEnds) {
  auto api = std::make_unique<implementations::AnyApi>();
  int beats = 0;
  EXPECT_CALL(*api, reset).WillOnce([&](const netioconf_host&) { return beats == 1 ? 0 : 1; });
  EXPECT_CALL(*api, get_route).WillRepeatedly([&](auto*) {
    return beats % 2 == 1 ? STATUS_SUCCESS : STATUS_NOT_FOUND;
  });
  const auto transport = implementations::in_process_transport(
      std::move(api), {.patience = implementations::no_patience, .on_step = [&] { ++beats; }});
  const Trace trace = observe(*transport, script_of({get, get}));
  ASSERT_THAT(trace.steps, SizeIs(2));
  EXPECT_EQ(trace.steps[1].reply.status, STATUS_SUCCESS);
  EXPECT_EQ(beats, 6);
}

TEST(ObservingWithoutReset, NotesWhatWasThereBefore) {
  PreparedTransport transport;
  transport.resets = false;
  transport.replies = {with_routes({route(9)})};
  const Trace trace = observe(transport, script_of({get}));
  EXPECT_EQ(transport.batches[0],
            (implementations::Batch{
                implementations::Start::fresh, oracle::plain_host(), {routes, anycasts, get}}));
  EXPECT_THAT(trace.initial_routes, ElementsAre(route(9)));
  EXPECT_THAT(trace.steps, SizeIs(1));
}

TEST(ObservingWithoutReset, PutsTheTablesBack) {
  PreparedTransport transport;
  transport.resets = false;
  oracle::RouteRow older = route(9);
  older.age_s = 5;
  transport.replies = {with_routes({route(9)}), Reply{}, Reply{}, Reply{},
                       with_routes({older, route(1)})};  // both tables, create, probe, final table
  (void)observe(transport, script_of({create}));
  ASSERT_THAT(transport.batches, SizeIs(4));
  EXPECT_THAT(transport.batches[3].operations,
              ElementsAre(Operation{oracle::RouteCall{.call = Call::delete_route, .row = route(1)}}));
}

TEST(ObservingWithoutReset, CancelsWhatIsStillRegistered) {
  PreparedTransport transport;
  transport.resets = false;
  (void)observe(transport,
                script_of({oracle::NotifyCall{}, oracle::NotifyCall{}, oracle::CancelCall{}}));
  EXPECT_THAT(transport.batches.back().operations,
              ElementsAre(Operation{oracle::CancelCall{.registration = 1}}));
}

TEST(ObservingWithoutReset, TakesACrashBeforehandForAProbe) {
  PreparedTransport transport;
  transport.resets = false;
  transport.replies = {crash()};
  const Trace trace = observe(transport, script_of({create}));
  ASSERT_THAT(trace.steps, SizeIs(1));
  EXPECT_TRUE(trace.steps[0].probe);
  EXPECT_EQ(trace.steps[0].operation, routes);
}

TEST(ObservingWithoutReset, SkipsWhatTheHostDoesNotAllow) {
  PreparedTransport transport;
  transport.resets = false;
  oracle::Script script = script_of({create});
  script.host.links.push_back({.luid = oracle::second_luid, .index = 2});
  EXPECT_THAT(observe(transport, script).skipped, HasSubstr("links that this host does not have"));
  EXPECT_THAT(transport.batches, IsEmpty());
}

}  // namespace
}  // namespace netioconf::conformance::execution
