#include "conformance/search/blocks/blocks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <numeric>
#include <stdexcept>
#include <string>

#include "conformance/search/blocks/threads.h"

namespace netioconf::conformance::search::blocks {
namespace {

// The largest number so far, and the sum of all: a judge keeps its evidence and adds up its coverage.
struct Largest {
  int number = 0;
  int sum = 0;

  [[nodiscard]] Largest with_the_same_knowledge() const { return {.number = number}; }
  [[nodiscard]] bool knows_the_same_as(const Largest& other) const { return number == other.number; }
  void continue_from(const Largest& other) {
    number = other.number;
    sum += other.sum;
  }
};

using Numbers = std::vector<int>;

struct Result {
  std::string accepted;  // each number, with a star if it was the largest so far
  Largest at_end;

  friend bool operator==(const Result& one, const Result& other) {
    return one.accepted == other.accepted && one.at_end.number == other.at_end.number &&
           one.at_end.sum == other.at_end.sum;
  }
};

std::string judged(const Numbers& block, Largest& largest) {
  std::string outcome;
  for (const int number : block) {
    outcome += std::to_string(number) + (number > largest.number ? "* " : " ");
    largest.number = std::max(largest.number, number);
    largest.sum += number;
  }
  return outcome;
}

// Of numbers in blocks of three.
class Source {
 public:
  explicit Source(const Numbers& numbers) : numbers_{numbers} {}

  std::optional<Numbers> next() {
    if (begin_ >= numbers_.size()) return std::nullopt;
    const std::size_t end = std::min(begin_ + 3, numbers_.size());
    Numbers block{numbers_.begin() + static_cast<std::ptrdiff_t>(begin_),
                  numbers_.begin() + static_cast<std::ptrdiff_t>(end)};
    begin_ = end;
    return block;
  }

 private:
  const Numbers& numbers_;
  std::size_t begin_ = 0;
};

Result result_of(std::size_t threads, const Numbers& numbers, int last = -1, Then at_last = Then::stop) {
  Source source{numbers};
  Result result;
  const Work<Numbers, std::string, Largest> work{
      .next = [&] { return source.next(); },
      .judge = [](std::size_t, const Numbers& block,
                  Largest& largest) { return judged(block, largest); },
      .accept =
          [&](const Numbers& block, const std::string& outcome) {
            result.accepted += outcome;
            return std::ranges::find(block, last) != block.end() ? at_last : Then::go_on;
          }};
  judge_in_blocks(threads, result.at_end, work);
  return result;
}

Numbers up_to(int count) {
  Numbers numbers(static_cast<std::size_t>(count));
  std::iota(numbers.begin(), numbers.end(), 1);
  return numbers;
}

// Every block shows more than the ones before it, or hardly any does.
Numbers rising() { return up_to(500); }
Numbers rarely_rising() {
  Numbers numbers = up_to(2000);
  for (int& number : numbers) number = number % 700 == 0 ? number : number % 10;
  return numbers;
}

TEST(Blocks, ComeToTheSameOnAnyNumberOfThreads) {
  for (const Numbers& numbers :
       {Numbers{}, up_to(1), up_to(3), up_to(4), up_to(7), rising(), rarely_rising()}) {
    const Result one = result_of(1, numbers);
    EXPECT_EQ(one.at_end.sum, std::accumulate(numbers.begin(), numbers.end(), 0));
    for (const std::size_t threads : {2U, 3U, 8U})
      EXPECT_TRUE(result_of(threads, numbers) == one) << threads << " threads, " << numbers.size();
  }
}

TEST(Blocks, AreNotWantedAfterTheLast) {
  for (const int last : {1, 4, 250}) {
    const Result one = result_of(1, rising(), last);
    EXPECT_EQ(one.at_end.number, (last + 2) / 3 * 3) << "the block counts";
    for (const std::size_t threads : {2U, 8U}) EXPECT_TRUE(result_of(threads, rising(), last) == one);
  }
}

TEST(Blocks, DoNotCountIfTheyAreRefused) {
  for (const std::size_t threads : {1U, 2U, 8U}) {
    EXPECT_EQ(result_of(threads, rising(), 250, Then::stop_before).at_end.number, 249);
    EXPECT_EQ(result_of(threads, rising(), 1, Then::stop_before).at_end.number, 0);
  }
}

TEST(Blocks, AreFewInMemory) {
  constexpr std::size_t threads = 3;
  const Numbers numbers = rising();
  Source source{numbers};
  Largest largest;
  std::atomic<std::size_t> present = 0;
  std::atomic<std::size_t> most = 0;
  const Work<Numbers, std::string, Largest> work{
      .next =
          [&] {
            auto block = source.next();
            if (block) most = std::max<std::size_t>(most, ++present);
            return block;
          },
      .judge = [](std::size_t, const Numbers& block, Largest& so_far) { return judged(block, so_far); },
      .accept =
          [&](const Numbers&, const std::string&) {
            --present;
            return Then::go_on;
          }};
  judge_in_blocks(threads, largest, work);
  EXPECT_LE(most, 2 * threads + 1);
}

TEST(Blocks, PassOnWhatIsThrown) {
  for (const std::size_t threads : {1U, 3U}) {
    const Numbers numbers = rising();
    Source source{numbers};
    Largest largest;
    const Work<Numbers, std::string, Largest> work{
        .next = [&] { return source.next(); },
        .judge = [](std::size_t, const Numbers& block, Largest& so_far) -> std::string {
          if (std::ranges::find(block, 100) != block.end()) throw std::runtime_error{"no memory"};
          return judged(block, so_far);
        },
        .accept = [](const Numbers&, const std::string&) { return Then::go_on; }};
    EXPECT_THROW(judge_in_blocks(threads, largest, work), std::runtime_error);
  }
}

TEST(Threads, AreAsManyAsWanted) {
  EXPECT_EQ(threads_for(3), 3U);
  EXPECT_GE(threads_for(0), 1U);
}

}  // namespace
}  // namespace netioconf::conformance::search::blocks
