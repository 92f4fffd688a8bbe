#include "conformance/implementations/process/testee_process.h"

#include <fmt/format.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <thread>

#include "reports/words/escape.h"

namespace netioconf::conformance::implementations::process {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::size_t chunk = 65536;       // bytes
constexpr std::size_t errors_kept = 4096;  // bytes
constexpr std::size_t words_shown = 200;   // bytes
// The interval of checks whether the process still runs, in case another process keeps its pipe open.
constexpr milliseconds slice{50};
// A quick testee answers within this time. To sleep until it answers takes longer.
constexpr std::chrono::microseconds quick_answer{50};
// The time for a process to end after it has closed its output.
constexpr milliseconds ending_limit{1000};

child::End garbled(std::string detail) { return {oracle::Ending::garbled, std::move(detail)}; }

// Blocks the signal that a write to a closed pipe sends, which would end this program.
class PipeSignalBlocked {
 public:
  PipeSignalBlocked() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  PipeSignalBlocked(const PipeSignalBlocked&) = delete;
  PipeSignalBlocked& operator=(const PipeSignalBlocked&) = delete;
  ~PipeSignalBlocked() {
    const timespec now{};
    if (broken && sigismember(&before_, SIGPIPE) == 0) sigtimedwait(&pipe_, nullptr, &now);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

  bool broken = false;

 private:
  sigset_t pipe_;
  sigset_t before_;
};

ssize_t read_some(const Descriptor& from, std::span<std::byte> to) {
  ssize_t count = 0;
  do {
    count = read(from.number(), to.data(), to.size());
  } while (count < 0 && errno == EINTR);
  return count;
}

}  // namespace

std::expected<std::unique_ptr<Testee>, std::string> Testee::start(const Launch& launch,
                                                                  const TesteeLimits& limits) {
  auto piped = launch();
  if (!piped) return std::unexpected(piped.error());
  return std::unique_ptr<Testee>{new Testee{std::move(*piped), limits}};
}

Testee::~Testee() {
  piped_.in = Descriptor{};
  piped_.out = Descriptor{};
  piped_.error = Descriptor{};
  if (ends_within(farewell_)) return;
  piped_.process.ask_to_end(SIGTERM);
  (void)ends_within(farewell_);
}

bool Testee::ends_within(milliseconds limit) const {
  const auto deadline = steady_clock::now() + limit;
  for (milliseconds pause{1}; !piped_.process.ended(); pause = std::min(2 * pause, slice)) {
    if (steady_clock::now() >= deadline) return false;
    std::this_thread::sleep_for(pause);
  }
  return true;
}

void Testee::send(std::vector<std::byte> bytes) {
  if (sending()) {
    outgoing_.insert(outgoing_.end(), bytes.begin(), bytes.end());
  } else {
    outgoing_ = std::move(bytes);
    sent_ = 0;
  }
  write_queued();
}

void Testee::write_queued() {
  PipeSignalBlocked blocked;
  while (piped_.in.valid() && sending()) {
    const ssize_t count = write(piped_.in.number(), outgoing_.data() + sent_, outgoing_.size() - sent_);
    if (count > 0) sent_ += static_cast<std::size_t>(count);
    if (count >= 0 || errno == EINTR) continue;
    if (errno == EAGAIN) return;
    blocked.broken = errno == EPIPE;
    piped_.in = Descriptor{};  // The output will show how it ended.
  }
}

void Testee::take_foreign() {
  std::array<std::byte, 64> bytes;
  const ssize_t count = read_some(piped_.out, bytes);
  auto read = Bytes{bytes}.first(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  while (!read.empty() && read.front() == child::wake) read = read.subspan(1);
  stream_.add(read);
}

Testee::Arrival Testee::take_shared() {
  const child::StreamReceiver::Arrived arrived = shared_->arrived();
  if (arrived.first.empty()) return Arrival::none;
  take_foreign();
  stream_.add(arrived.first);
  stream_.add(arrived.second);
  shared_->receive(arrived);
  return Arrival::some;
}

// With shared memory the pipe only wakes us; any other byte in it comes from a library and belongs to no
// frame. What was sent before the end of the pipe counts.
Testee::Arrival Testee::take() {
  if (shared_ && take_shared() == Arrival::some) return Arrival::some;
  std::array<std::byte, chunk> bytes;
  const ssize_t count = read_some(piped_.out, bytes);
  auto read = Bytes{bytes}.first(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  while (shared_ && !read.empty() && read.front() == child::wake) read = read.subspan(1);
  const bool only_wakes = shared_ && read.empty();
  if (only_wakes && take_shared() == Arrival::some) return Arrival::some;
  if (!only_wakes) stream_.add(read);
  if (count > 0) return only_wakes ? Arrival::none : Arrival::some;
  return count < 0 && errno == EAGAIN ? Arrival::none : Arrival::closed;
}

void Testee::take_errors() {
  std::array<std::byte, chunk> bytes;
  // Limited, because standard error may never end.
  for (int time = 0; time < 4 && piped_.error.valid(); ++time) {
    const ssize_t count = read_some(piped_.error, bytes);
    if (count < 0 && errno == EAGAIN) return;
    if (count <= 0) {
      piped_.error = Descriptor{};
      return;
    }
    errors_.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(count));
    if (errors_.size() > errors_kept) errors_.erase(0, errors_.size() - errors_kept);
  }
}

Testee::Arrival Testee::take_quick_answer() {
  const auto until = steady_clock::now() + quick_answer;
  for (;;) {
    const Arrival arrival = shared_ ? take_shared() : take();
    if (arrival != Arrival::none || steady_clock::now() >= until) return arrival;
    sched_yield();
  }
}

bool Testee::wait(Deadline deadline) {
  const auto left = std::chrono::ceil<milliseconds>(deadline.moment - steady_clock::now());
  const auto time = static_cast<int>(std::clamp(left, milliseconds{0}, slice).count());
  std::array<pollfd, 3> descriptors{pollfd{piped_.out.number(), POLLIN, 0},
                                    pollfd{piped_.error.number(), POLLIN, 0},
                                    pollfd{sending() ? piped_.in.number() : -1, POLLOUT, 0}};
  if (shared_) shared_->sleep();
  const bool arrived = shared_ && !shared_->arrived().first.empty();
  const int ready = poll(descriptors.data(), descriptors.size(), arrived ? 0 : time);
  if (shared_) shared_->wake_up();
  if (descriptors[1].revents != 0) take_errors();
  if (descriptors[2].revents != 0) write_queued();
  return arrived || ready != 0;
}

std::expected<Frame, child::End> Testee::receive(Deadline deadline) {
  for (bool last_look = false, late = false;;) {
    auto frame = stream_.next();
    if (!frame) return std::unexpected(garbled(frame.error()));
    if (*frame) return **frame;
    if (late) return std::unexpected(end_of_timeout(deadline));
    if (!sending() && !last_look && take_quick_answer() == Arrival::some) continue;
    const bool quiet = last_look || !wait(deadline);
    late = steady_clock::now() >= deadline.moment;  // What has arrived by now may still be a frame.
    const Arrival arrival = take();
    if (arrival == Arrival::closed || (last_look && arrival == Arrival::none))
      return std::unexpected(end_of_closed_output());
    if (memory_.is_over()) return std::unexpected(end_of_memory());
    if (arrival == Arrival::some || late) continue;
    // A process that the testee started may keep the pipe open after the testee has ended.
    last_look = quiet && piped_.process.ended().has_value();
  }
}

std::optional<child::End> Testee::unsolicited() {
  if (stream_.has_rest() || take() == Arrival::some) {
    return garbled("it wrote without a request");
  }
  return piped_.process.ended();
}

child::End Testee::end_of_closed_output() {
  const auto limit = steady_clock::now() + ending_limit;
  for (milliseconds pause{1}; steady_clock::now() < limit; pause = std::min(2 * pause, slice)) {
    if (auto end = piped_.process.ended()) {
      if (stream_.has_rest()) end->detail += ", in the middle of a frame";
      return *std::move(end);
    }
    // A child of our own program stops itself when it cannot write to its pipe.
    if (piped_.process.stopped()) return garbled("the library closed descriptors that are not its own");
    std::this_thread::sleep_for(pause);
  }
  return garbled("it closed its standard output");
}

child::End Testee::end_of_memory() {
  farewell_ = milliseconds{0};
  return memory_.end();
}

child::End Testee::end_of_timeout(Deadline deadline) {
  std::string detail = child::longer_than(deadline.limit);
  if (stream_.has_rest()) return garbled(detail + ", in the middle of a frame");
  if (sending()) detail += ", and does not read its input";
  return {oracle::Ending::hung, std::move(detail)};
}

std::string Testee::last_error_line() {
  take_errors();
  const auto trim = [](std::string_view& text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) {
      text.remove_suffix(1);
    }
  };
  std::string_view text = errors_;
  trim(text);
  // A sanitizer ends with ==PID==ABORTING, which says nothing and differs from run to run.
  if (constexpr std::string_view aborting = "==ABORTING"; text.ends_with(aborting)) {
    text = text.substr(0, text.rfind('\n') + 1);
    trim(text);
  }
  if (const auto newline = text.rfind('\n'); newline != std::string_view::npos) {
    text.remove_prefix(newline + 1);
  }
  return reports::words::legible(text.substr(0, words_shown));
}

}  // namespace netioconf::conformance::implementations::process
