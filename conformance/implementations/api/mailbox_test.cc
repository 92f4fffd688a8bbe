#include "conformance/implementations/api/mailbox.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "oracle/model/registration.h"

namespace netioconf::conformance::implementations::inline api {
namespace {

using oracle::Notification;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

void call_back(PVOID context, MIB_NOTIFICATION_TYPE type = MibAddInstance) {
  MIB_IPFORWARD_ROW2 row{};
  row.Metric = 42;
  Mailbox::callback()(context, &row, type);
}

TEST(Mailbox, DistinguishesRegistrations) {
  Mailbox mailbox;
  const PVOID first = mailbox.context_for(0);
  const PVOID second = mailbox.context_for(1);
  call_back(second);
  call_back(first, MibDeleteInstance);
  const auto arrived = mailbox.collect(2, no_patience);
  ASSERT_THAT(arrived, ElementsAre(Field(&Notification::registration, 1U),
                                   Field(&Notification::registration, 0U)));
  EXPECT_EQ(arrived[0].row->metric, 42U);
  EXPECT_EQ(arrived[1].type, 2U);
  EXPECT_THAT(mailbox.collect(0, no_patience), IsEmpty());
}

TEST(Mailbox, KeepsWhatComesWithoutARow) {
  Mailbox mailbox;
  Mailbox::callback()(mailbox.context_for(0), nullptr, MibInitialNotification);
  EXPECT_THAT(mailbox.collect(0, no_patience),
              ElementsAre(Notification{.registration = 0, .type = 3, .row = {}}));
}

TEST(Mailbox, KeepsNotificationsWithAnUnknownContext) {
  Mailbox mailbox;
  (void)mailbox.context_for(0);
  call_back(nullptr);
  call_back(reinterpret_cast<PVOID>(0x1234));
  EXPECT_THAT(mailbox.collect(0, no_patience),
              ElementsAre(Field(&Notification::registration, unknown_registration),
                          Field(&Notification::registration, unknown_registration)));
}

// Implementations on several threads do not get each other's.
TEST(Mailbox, KeepsNotificationsWithAnUnknownContextOfItsOwnThread) {
  Mailbox mailbox;
  (void)mailbox.context_for(0);
  std::jthread{[] {
    Mailbox other;
    (void)other.context_for(0);
    call_back(nullptr);
    EXPECT_THAT(other.collect(0, no_patience), SizeIs(1));
  }}.join();
  EXPECT_THAT(mailbox.collect(0, no_patience), IsEmpty());
  std::jthread{[] { call_back(nullptr); }}.join();
  EXPECT_THAT(mailbox.collect(0, no_patience), SizeIs(1)) << "a thread of the implementation";
}

TEST(Mailbox, DropsWhatComesForAnEarlierScript) {
  PVOID gone = nullptr;
  {
    Mailbox earlier;
    gone = earlier.context_for(0);
  }
  Mailbox mailbox;
  const PVOID cleared = mailbox.context_for(0);
  mailbox.clear();
  (void)mailbox.context_for(0);
  call_back(gone);
  call_back(cleared);
  EXPECT_THAT(mailbox.collect(0, no_patience), IsEmpty());
}

TEST(Mailbox, KeepsAFewThatComeForAnEarlierScriptAfterAReset) {
  Mailbox mailbox;
  const PVOID earlier = mailbox.context_for(0);
  call_back(earlier);
  mailbox.expect_none_of_earlier();
  const PVOID own = mailbox.context_for(0);
  call_back(own);
  for (int time = 0; time < 100; ++time) call_back(earlier);
  const auto arrived = mailbox.collect(0, no_patience);
  ASSERT_THAT(arrived, SizeIs(17));
  EXPECT_EQ(arrived[0].registration, 0U);
  EXPECT_EQ(arrived[1].registration, oracle::earlier_registration);
  EXPECT_EQ(arrived[16].registration, oracle::earlier_registration);
}

TEST(Mailbox, ForgetsTheOldestOfManyEarlierRegistrations) {
  Mailbox mailbox;
  const PVOID oldest = mailbox.context_for(0);
  PVOID latest = nullptr;
  for (std::uint32_t registration = 1; registration < 100; ++registration) {
    latest = mailbox.context_for(registration);
  }
  mailbox.expect_none_of_earlier();
  call_back(oldest);
  EXPECT_THAT(mailbox.collect(0, no_patience), IsEmpty());
  call_back(latest);
  EXPECT_THAT(mailbox.collect(0, no_patience), SizeIs(1));
}

TEST(Mailbox, DoesNotTakeAnEarlierCallbackForTheOneThatIsWanted) {
  Mailbox mailbox;
  const PVOID earlier = mailbox.context_for(0);
  mailbox.expect_none_of_earlier();
  const PVOID own = mailbox.context_for(0);
  call_back(earlier);
  std::thread caller{[&] {
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
    call_back(own);
  }};
  const Patience patience{.limit = std::chrono::seconds{60}, .grace = std::chrono::milliseconds{0}};
  EXPECT_THAT(mailbox.collect(1, patience), SizeIs(2));
  caller.join();
}

TEST(Mailbox, WaitsForAsManyAsAreWanted) {
  Mailbox mailbox;
  const PVOID context = mailbox.context_for(0);
  std::thread caller{[&] {
    for (int time = 0; time < 3; ++time) {
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
      call_back(context);
    }
  }};
  const Patience patience{.limit = std::chrono::seconds{60}, .grace = std::chrono::milliseconds{0}};
  EXPECT_THAT(mailbox.collect(3, patience), SizeIs(3));
  caller.join();
}

TEST(Mailbox, DoesNotWaitForEver) {
  Mailbox mailbox;
  const Patience patience{.limit = std::chrono::milliseconds{20}, .grace = std::chrono::milliseconds{1}};
  EXPECT_THAT(mailbox.collect(1, patience), IsEmpty());
}

TEST(Patience, GrowsWithTheCallbacksThatAreWantedButNotToAHang) {
  using std::chrono::seconds;
  const Patience patience = within(seconds{60}, {});
  EXPECT_EQ(patience.limit_for(1), seconds{1});
  EXPECT_EQ(patience.limit_for(11), seconds{3});
  EXPECT_EQ(patience.limit_for(100'000), seconds{45});
  EXPECT_EQ(no_patience.limit_for(11), seconds{0});
}

TEST(Mailbox, IsNotFilledForEver) {
  Mailbox mailbox;
  const PVOID context = mailbox.context_for(0);
  for (int time = 0; time < 70000; ++time) Mailbox::callback()(context, nullptr, MibAddInstance);
  EXPECT_THAT(mailbox.collect(0, no_patience), SizeIs(65536));
}

}  // namespace
}  // namespace netioconf::conformance::implementations::inline api
