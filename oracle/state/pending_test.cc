#include "oracle/state/pending.h"

#include <gmock/gmock.h>

#include "oracle/model/samples.h"

namespace netioconf::oracle::state {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

const RouteKey of_ipv4{.to = {.luid = first_luid, .destination = ipv4(10, 0, 0, 0), .length = 8},
                       .next_hop = ipv4(10, 0, 0, 1)};
const RouteKey of_ipv6{
    .to = {.luid = first_luid, .destination = ipv6(0x20010db800000000, 0), .length = 32},
    .next_hop = ipv6(0x20010db800000000, 1)};

// The pending callbacks after the step. The step must change them.
std::vector<Pending> pending_after(State state, const StepOutcome& outcome) {
  state.apply(outcome.edits);
  return state.pending();
}

auto arrives(bool promised, bool when_read) {
  return AllOf(Field(&Pending::promised, promised), Field(&Pending::when_read, when_read));
}

TEST(AChange, PromisesACallbackUnlessTheRegistrationPromisesNone) {
  State state;
  state.apply(AddRegistration{{.active = true}});
  state.apply(AddRegistration{{.active = true, .unpromised = true}});
  const auto announced = [&](Arrival arrival) {
    StepOutcome outcome;
    announce(state, of_ipv4, 1, add_instance, arrival, outcome);
    return pending_after(state, outcome);
  };
  EXPECT_THAT(announced(Arrival::must_come), ElementsAre(arrives(true, false), arrives(false, false)));
  EXPECT_THAT(announced(Arrival::must_come_when_read),
              ElementsAre(arrives(false, true), arrives(false, false)));
  EXPECT_THAT(announced(Arrival::may_come), ElementsAre(arrives(false, false), arrives(false, false)));
}

TEST(AnExpiry, IsReportedWithTheIndexOfTheLinkIfTheLinkIsKnown) {
  State state;
  state.apply(AddRegistration{{.active = true}});
  const auto index_on = [&](std::uint64_t luid) {
    RouteKey key = of_ipv4;
    key.to.luid = luid;
    StepOutcome outcome;
    expire(state, a_host_with_two_links(), key, Arrival::must_come, outcome);
    return pending_after(state, outcome).front().index;
  };
  EXPECT_EQ(index_on(second_luid), 2U);
  EXPECT_EQ(index_on(0), 0U) << "a route that existed before may name its link by its index alone";
}

// A callback about a route of each family comes when its table is read, and a third one may come.
State with_three_pending() {
  State state;
  state.apply(SetPending{{Pending{.key = of_ipv4, .promised = false, .when_read = true},
                          Pending{.key = of_ipv6, .promised = false, .when_read = true},
                          Pending{.key = of_ipv4, .promised = false}}});
  return state;
}

TEST(ATableThatIsRead, PromisesTheCallbacksAboutItsFamilyThatWaitForIt) {
  const State state = with_three_pending();
  const auto after_read_of = [&](std::uint16_t family) {
    StepOutcome outcome;
    promise_what_was_read(state, family, outcome);
    return pending_after(state, outcome);
  };
  EXPECT_THAT(after_read_of(ipv4_family),
              ElementsAre(arrives(true, false), arrives(false, true), arrives(false, false)));
  EXPECT_THAT(after_read_of(ipv6_family),
              ElementsAre(arrives(false, true), arrives(true, false), arrives(false, false)));
  EXPECT_THAT(after_read_of(unspecified_family),
              ElementsAre(arrives(true, false), arrives(true, false), arrives(false, false)));
}

TEST(ATableThatIsRead, ChangesNothingIfNoCallbackWaitsForIt) {
  State state;
  state.apply(SetPending{{Pending{.key = of_ipv4, .promised = false}}});
  StepOutcome outcome;
  promise_what_was_read(state, unspecified_family, outcome);
  EXPECT_THAT(outcome.edits.entries, IsEmpty());
}

}  // namespace
}  // namespace netioconf::oracle::state
