#include "conformance/implementations/api/mailbox.h"

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <optional>
#include <span>
#include <utility>

#include "conformance/implementations/api/untrusted_memory.h"
#include "oracle/model/registration.h"

namespace netioconf::conformance::implementations::inline api {

// Maps contexts to mailboxes. There is one for the process, because a callback gets only a context,
// which may be wrong.
class Switchboard {
 public:
  // Never destroyed: threads of an implementation may call back while the process ends.
  static Switchboard& of_process() {
    static Switchboard& switchboard = *new Switchboard;
    return switchboard;
  }

  PVOID connect(Mailbox& mailbox, std::uint32_t registration) {
    const std::scoped_lock lock{mutex_};
    mailbox.thread_ = std::this_thread::get_id();
    lines_.push_back({next_, &mailbox, registration});
    return reinterpret_cast<PVOID>(next_++);
  }

  void disconnect(Mailbox& mailbox) {
    const std::scoped_lock lock{mutex_};
    std::erase_if(lines_, [&](const Line& line) { return line.mailbox == &mailbox; });
    empty(mailbox);
  }

  void set_aside(Mailbox& mailbox) {
    const std::scoped_lock lock{mutex_};
    mailbox.thread_ = std::this_thread::get_id();
    std::size_t lines = 0;
    for (Line& line : lines_) {
      if (line.mailbox != &mailbox) continue;
      line.registration = oracle::earlier_registration;
      ++lines;
    }
    std::erase_if(lines_, [&](const Line& line) {
      if (line.mailbox != &mailbox || lines <= most_earlier) return false;
      --lines;
      return true;
    });
    empty(mailbox);
  }

  void deliver(PVOID context, oracle::Notification notification) {
    const std::scoped_lock lock{mutex_};
    const auto number = reinterpret_cast<std::uintptr_t>(context);
    const auto line = std::ranges::find(lines_, number, &Line::context);
    if (line != lines_.end()) {
      notification.registration = line->registration;
      put(*line->mailbox, notification);
    } else if (number < first_context || number >= next_) {
      notification.registration = unknown_registration;
      put_where_it_may_belong(notification);
    }
    arrival_.notify_all();
  }

  std::vector<oracle::Notification> collect(Mailbox& mailbox, std::size_t at_least, Patience patience) {
    std::unique_lock lock{mutex_};
    const auto count = [&] { return mailbox.arrived_.size() - mailbox.arrived_of_earlier_; };
    const auto end = std::chrono::steady_clock::now() + patience.limit_for(at_least);
    bool is_quiet = patience.limit.count() == 0;
    while (!is_quiet && count() < at_least) {
      const auto until = std::min(end, std::chrono::steady_clock::now() + patience.limit);
      const std::size_t before = count();
      is_quiet = !arrival_.wait_until(lock, until, [&] { return count() != before; });
    }
    if (patience.grace.count() > 0) {
      arrival_.wait_for(lock, patience.grace, [] { return false; });
    }
    mailbox.arrived_of_earlier_ = 0;
    return std::exchange(mailbox.arrived_, {});
  }

 private:
  struct Line {
    std::uintptr_t context;
    Mailbox* mailbox;
    std::uint32_t registration;
  };

  // Not a valid address on any 64-bit machine, so an implementation that dereferences it crashes.
  static constexpr std::uintptr_t first_context =
      sizeof(std::uintptr_t) == 8 ? static_cast<std::uintptr_t>(0x4e43'0000'0000'0001) : 1;
  // An implementation that calls back without end must not use up the memory.
  static constexpr std::size_t most_notifications = 65536;
  // Of earlier scripts, a few show what is wrong.
  static constexpr std::size_t most_earlier = 64;
  static constexpr std::size_t most_notifications_of_earlier = 16;

  static void put(Mailbox& mailbox, const oracle::Notification& notification) {
    const bool is_of_earlier = notification.registration == oracle::earlier_registration;
    if (is_of_earlier && mailbox.arrived_of_earlier_ == most_notifications_of_earlier) return;
    if (mailbox.arrived_.size() >= most_notifications) return;
    mailbox.arrived_.push_back(notification);
    mailbox.arrived_of_earlier_ += is_of_earlier ? 1 : 0;
  }

  static void empty(Mailbox& mailbox) {
    mailbox.arrived_.clear();
    mailbox.arrived_of_earlier_ = 0;
  }

  // A callback on a thread that uses mailboxes comes during a call on that thread, so it belongs to one
  // of these. One on any other thread may belong to each.
  void put_where_it_may_belong(const oracle::Notification& notification) {
    const auto is_of_this_thread = [thread = std::this_thread::get_id()](const Line& line) {
      return line.mailbox->thread_ == thread;
    };
    const bool during_a_call = std::ranges::any_of(lines_, is_of_this_thread);
    std::vector<const Mailbox*> served;
    for (const Line& line : lines_) {
      if (during_a_call && !is_of_this_thread(line)) continue;
      if (std::ranges::find(served, line.mailbox) != served.end()) continue;
      served.push_back(line.mailbox);
      put(*line.mailbox, notification);
    }
  }

  std::mutex mutex_;
  std::condition_variable arrival_;
  std::uintptr_t next_ = first_context;
  std::vector<Line> lines_;
};

namespace {

void on_route_change(PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type) {
  oracle::Notification notification;
  // The type may be any number. A value outside the enumeration may only be copied as bytes.
  static_assert(sizeof notification.type == sizeof type);
  std::memcpy(&notification.type, &type, sizeof type);
  oracle::RouteRow copy;
  if (row != nullptr && read_untrusted(row, std::as_writable_bytes(std::span{&copy, 1}))) {
    notification.row = copy;
  }
  Switchboard::of_process().deliver(context, notification);
}

}  // namespace

Mailbox::~Mailbox() { clear(); }

PVOID Mailbox::context_for(std::uint32_t registration) {
  return Switchboard::of_process().connect(*this, registration);
}

PIPFORWARD_CHANGE_CALLBACK Mailbox::callback() { return on_route_change; }

std::vector<oracle::Notification> Mailbox::collect(std::size_t at_least, Patience patience) {
  return Switchboard::of_process().collect(*this, at_least, patience);
}

void Mailbox::clear() { Switchboard::of_process().disconnect(*this); }

void Mailbox::expect_none_of_earlier() { Switchboard::of_process().set_aside(*this); }

}  // namespace netioconf::conformance::implementations::inline api
