#include "conformance/implementations/child/shared_stream.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <thread>
#include <vector>

#include "conformance/implementations/child/piped_process.h"

namespace netioconf::conformance::implementations::child {
namespace {

using Bytes = std::vector<std::byte>;

Bytes numbered(std::size_t count, std::size_t first = 0) {
  Bytes bytes(count);
  for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<std::byte>((first + i) % 251);
  return bytes;
}

class AStream : public testing::Test {
 protected:
  AStream() { fcntl(pipe_->read.number(), F_SETFL, O_NONBLOCK); }

  // What has arrived, in one piece.
  Bytes take() {
    const StreamReceiver::Arrived arrived = receiver_.arrived();
    Bytes bytes{arrived.first.begin(), arrived.first.end()};
    bytes.insert(bytes.end(), arrived.second.begin(), arrived.second.end());
    receiver_.receive(arrived);
    return bytes;
  }
  std::size_t wakes() {
    Bytes bytes(100);
    return static_cast<std::size_t>(
        std::max<ssize_t>(read(pipe_->read.number(), bytes.data(), bytes.size()), 0));
  }

  SharedMemory<SharedStream> memory_;
  std::optional<Pipe> pipe_ = make_pipe();
  StreamSender sender_{*memory_, pipe_->write.number()};
  StreamReceiver receiver_{*memory_};
};

TEST_F(AStream, GivesWhatWasSentInOrder) {
  EXPECT_TRUE(take().empty());
  EXPECT_TRUE(sender_.send(numbered(3)));
  EXPECT_TRUE(sender_.send(numbered(4, 3)));
  EXPECT_EQ(take(), numbered(7));
  EXPECT_TRUE(take().empty());
}

TEST_F(AStream, GoesOnAtTheBeginningOfItsMemory) {
  const std::size_t size = memory_->bytes.size() - 1;
  for (std::size_t first = 0; first < 5 * size; first += size) {
    ASSERT_TRUE(sender_.send(numbered(size, first)));
    ASSERT_EQ(take(), numbered(size, first));
  }
}

TEST_F(AStream, MayBeLongerThanItsMemory) {
  const Bytes sent = numbered(3 * memory_->bytes.size() + 5);
  std::thread sending{[&] { EXPECT_TRUE(sender_.send(sent)); }};
  Bytes received;
  while (received.size() < sent.size()) {
    const Bytes part = take();
    received.insert(received.end(), part.begin(), part.end());
  }
  sending.join();
  EXPECT_EQ(received, sent);
}

TEST_F(AStream, WakesOnlyAReceiverThatSleeps) {
  EXPECT_TRUE(sender_.send(numbered(1)));
  EXPECT_EQ(wakes(), 0U);
  receiver_.sleep();
  EXPECT_TRUE(sender_.send(numbered(1)));
  EXPECT_TRUE(sender_.send(numbered(1)));
  EXPECT_EQ(wakes(), 1U);
  receiver_.sleep();
  receiver_.wake_up();
  EXPECT_TRUE(sender_.send(numbered(1)));
  EXPECT_EQ(wakes(), 0U);
}

TEST_F(AStream, SendsNothingWithoutItsPipe) {
  const int number = pipe_->write.number();
  EXPECT_EQ(dup2(STDERR_FILENO, number), number);
  EXPECT_FALSE(sender_.send(numbered(1)));
  pipe_->write = Descriptor{};
  EXPECT_FALSE(sender_.send(numbered(1)));
  EXPECT_TRUE(take().empty());
}

// A library may write to this memory. Nothing outside of it is then read or written.
TEST_F(AStream, WithDamagedCountersGivesNoMoreThanItsMemory) {
  for (const std::uint64_t damaged : {std::uint64_t{0} - 1, std::uint64_t{1} << 40U}) {
    memory_->sent = damaged;
    EXPECT_EQ(take().size(), memory_->bytes.size());
  }
  memory_->received = memory_->sent + 1;
  std::thread receiving{[&] { memory_->received = memory_->sent.load(); }};
  EXPECT_TRUE(sender_.send(numbered(1)));
  receiving.join();
}

}  // namespace
}  // namespace netioconf::conformance::implementations::child
