#pragma once

#include <concepts>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace netioconf::conformance::search::blocks {

// What earlier blocks showed: oracle::engine::Judge, or something with judges.
template <class Knowledge>
concept Carried = requires(Knowledge& mine, const Knowledge& other) {
  { other.with_the_same_knowledge() } -> std::same_as<Knowledge>;
  { other.knows_the_same_as(other) } -> std::same_as<bool>;
  mine.continue_from(other);
};

enum class Then : std::uint8_t {
  go_on,
  stop,         // after this block
  stop_before,  // what this block showed does not count
};

template <class Block, class Outcome, Carried Knowledge>
struct Work {
  // The next block; nullopt: there are no more. Called by one thread at a time, any of them.
  std::function<std::optional<Block>()> next;
  // Called by several threads at the same time, which are numbered from 0, and again for a block if an
  // earlier one showed more.
  std::function<Outcome(std::size_t thread, Block& block, Knowledge& knowledge)> judge;
  // Called in the order of the blocks, once for each, by one thread at a time, any of them.
  std::function<Then(Block& block, Outcome& outcome)> accept;
  // The most blocks in memory, that is begun and not accepted; nullopt: two for each thread. With more,
  // fewer threads wait for one that the system has stopped for a while.
  std::optional<std::size_t> in_memory_max = std::nullopt;
};

// Judges blocks ahead with what is known so far. Most blocks show nothing new. If one does, the blocks
// after it are judged again.
template <class Block, class Outcome, Carried Knowledge>
class Ahead {
 public:
  Ahead(std::size_t threads, Knowledge& knowledge, const Work<Block, Outcome, Knowledge>& work,
        Block first)
      : threads_{threads}, knowledge_{knowledge}, work_{work} {
    waiting_.emplace(read_++, std::move(first));
  }

  void run() {
    {
      std::vector<std::jthread> others;
      const AtEnd at_end{*this};
      for (std::size_t thread = 1; thread < threads_; ++thread)
        others.emplace_back([this, thread] { work(thread); });
      work(0);
    }
    if (error_) std::rethrow_exception(error_);
  }

 private:
  struct Task {
    std::uint64_t number;
    Block block;
    std::uint64_t version;  // of the knowledge
    std::shared_ptr<const Knowledge> known;
  };
  struct Judged {
    Block block;
    Outcome outcome;
    Knowledge knowledge;
  };
  struct AtEnd {
    Ahead& ahead;
    ~AtEnd() { ahead.end(); }
  };

  void work(std::size_t thread) {
    try {
      while (std::optional<Task> task = begin()) {
        Knowledge knowledge = task->known->with_the_same_knowledge();
        Outcome outcome = work_.judge(thread, task->block, knowledge);
        finish(*std::move(task), std::move(outcome), std::move(knowledge));
      }
    } catch (...) {
      const std::scoped_lock lock{mutex_};
      error_ = std::current_exception();
      over_ = true;
      changed_.notify_all();
    }
  }

  // The next block to judge, after all that only one thread can do; nullopt: nothing is left to do.
  [[nodiscard]] std::optional<Task> begin() {
    std::unique_lock lock{mutex_};
    while (!over_) {
      if (may_accept()) {
        accept(lock);
      } else if (!waiting_.empty()) {
        auto next = waiting_.extract(waiting_.begin());
        return Task{next.key(), std::move(next.mapped()), version_, known_};
      } else if (may_read()) {
        read(lock);
      } else {
        changed_.wait(lock);
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool may_accept() const { return !accepting_ && judged_.contains(accepted_); }
  [[nodiscard]] bool may_read() const {
    return !reading_ && !at_end_ && read_ < accepted_ + work_.in_memory_max.value_or(2 * threads_);
  }

  // The other threads go on meanwhile.
  void read(std::unique_lock<std::mutex>& lock) {
    reading_ = true;
    lock.unlock();
    std::optional<Block> block = work_.next();
    lock.lock();
    reading_ = false;
    if (block) {
      waiting_.emplace(read_++, *std::move(block));
    } else {
      at_end_ = true;
      over_ = over_ || accepted_ == read_;
    }
    changed_.notify_all();
  }

  void finish(Task task, Outcome outcome, Knowledge knowledge) {
    const std::scoped_lock lock{mutex_};
    if (task.version == version_) {
      judged_.emplace(task.number,
                      Judged{std::move(task.block), std::move(outcome), std::move(knowledge)});
    } else {
      waiting_.emplace(task.number, std::move(task.block));
    }
    changed_.notify_all();
  }

  // The block after those that were accepted. The other threads go on meanwhile.
  void accept(std::unique_lock<std::mutex>& lock) {
    auto next = judged_.extract(accepted_);
    accepting_ = true;
    lock.unlock();
    Judged& judged = next.mapped();
    const Then then = work_.accept(judged.block, judged.outcome);
    const bool showed_more = !knowledge_.knows_the_same_as(judged.knowledge);
    if (then != Then::stop_before) knowledge_.continue_from(judged.knowledge);
    lock.lock();
    accepting_ = false;
    ++accepted_;
    if (showed_more && then == Then::go_on) judge_again();
    over_ = over_ || then != Then::go_on || (at_end_ && accepted_ == read_);
    changed_.notify_all();
  }

  void judge_again() {
    ++version_;
    known_ = std::make_shared<const Knowledge>(knowledge_.with_the_same_knowledge());
    for (auto& [number, judged] : judged_) waiting_.emplace(number, std::move(judged.block));
    judged_.clear();
  }

  void end() {
    const std::scoped_lock lock{mutex_};
    over_ = true;
    changed_.notify_all();
  }

  const std::size_t threads_;
  Knowledge& knowledge_;  // only the thread that accepts uses it
  const Work<Block, Outcome, Knowledge>& work_;

  std::mutex mutex_;  // guards the members below
  std::condition_variable changed_;
  std::uint64_t read_ = 0;      // blocks
  std::uint64_t accepted_ = 0;  // blocks
  std::uint64_t version_ = 0;
  std::shared_ptr<const Knowledge> known_ =
      std::make_shared<const Knowledge>(knowledge_.with_the_same_knowledge());
  std::map<std::uint64_t, Block> waiting_;
  std::map<std::uint64_t, Judged> judged_;  // with the present knowledge
  bool reading_ = false;
  bool accepting_ = false;
  bool at_end_ = false;
  bool over_ = false;
  std::exception_ptr error_;
};

// Judges the next block. False: no more blocks are wanted, or there are none.
template <class Block, class Outcome, Carried Knowledge>
[[nodiscard]] bool judge_next(Knowledge& knowledge, const Work<Block, Outcome, Knowledge>& work) {
  std::optional<Block> block = work.next();
  if (!block) return false;
  Knowledge after = knowledge.with_the_same_knowledge();
  Outcome outcome = work.judge(0, *block, after);
  const Then then = work.accept(*block, outcome);
  if (then != Then::stop_before) knowledge.continue_from(after);
  return then == Then::go_on;
}

// Judges blocks one after the other, or ahead on so many threads. The result does not depend on their
// number: each block is accepted as if it had been judged after those before it. The first block, which
// shows most, is judged before the others.
template <class Block, class Outcome, Carried Knowledge>
void judge_in_blocks(std::size_t threads, Knowledge& knowledge,
                     const Work<Block, Outcome, Knowledge>& work) {
  while (judge_next(knowledge, work)) {
    if (threads == 1) continue;
    if (std::optional<Block> next = work.next())
      Ahead<Block, Outcome, Knowledge>{threads, knowledge, work, *std::move(next)}.run();
    return;
  }
}

}  // namespace netioconf::conformance::search::blocks
