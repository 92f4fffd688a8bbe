#include <malloc.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "ci/benchmarks/programs/dir_24_8.h"
#include "ci/benchmarks/programs/internet_routes.h"
#include "ci/benchmarks/programs/measurements.h"
#include "ci/benchmarks/programs/samples.h"
#include "ci/benchmarks/programs/table_sizes.h"
#include "conformance/emulator/emulator.h"
#include "conformance/implementations/api/abi_host.h"
#include "conformance/implementations/api/abi_rows.h"

namespace netioconf::ci::benchmarks::programs {
namespace {

using conformance::emulator::Emulator;
using conformance::implementations::to_abi_row;

constexpr std::size_t calls_in_a_sample = 2000;

double allocated_bytes() {
  const struct mallinfo2 info = mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd);
}

Dir248 table_of(std::vector<oracle::RouteRow> routes) {
  std::ranges::sort(routes, {}, [](const oracle::RouteRow& row) { return row.destination.length; });
  Dir248 table;
  std::uint32_t value = 0;
  for (const oracle::RouteRow& row : routes)
    table.add(number_of(row.destination.address), row.destination.length, ++value);
  return table;
}

// An emulator with many routes, and what is asked of it.
class LargeEmulator {
 public:
  explicit LargeEmulator(const TableSize& size)
      : name_{size.name}, emulator_{conformance::implementations::to_abi(oracle::plain_host()).value()} {
    InternetRoutes source;
    std::vector<oracle::RouteRow> rows(size.routes);
    std::ranges::generate(rows, [&source] { return source.next(); });
    const double before = allocated_bytes();
    for (const oracle::RouteRow& row : rows) create(to_abi_row(row));
    bytes_a_route_ = (allocated_bytes() - before) / static_cast<double>(size.routes);
    std::mt19937_64 random{1};
    for (std::size_t i = 0; i < calls_in_a_sample; ++i) {
      others_.push_back(to_abi_row(source.next()));
      wanted_.push_back(address_in(rows[random() % rows.size()], static_cast<std::uint32_t>(random())));
    }
    table_ = table_of(std::move(rows));
  }

  [[nodiscard]] std::vector<Sample> sample() {
    const auto each = [this](auto function) {
      return seconds_of(cpu_s, [&] { std::ranges::for_each(others_, function); }) * 1e9 /
             calls_in_a_sample;
    };
    const double create_ns = each([this](const MIB_IPFORWARD_ROW2& row) { create(row); });
    const double best_ns = lookup_ns([this](std::uint32_t address) { look_up(address); });
    const double table_ns = lookup_ns([this](std::uint32_t address) { keep(table_.find(address)); });
    const double delete_ns =
        each([this](const MIB_IPFORWARD_ROW2& row) { keep(emulator_.delete_route(&row)); });
    return {{"create_" + name_, create_ns},
            {"best_" + name_, best_ns},
            {"delete_" + name_, delete_ns},
            {"table_" + name_, table_ns},
            {"memory_" + name_, bytes_a_route_}};
  }

 private:
  void create(const MIB_IPFORWARD_ROW2& row) {
    if (emulator_.create_route(&row) != 0) std::abort();
  }

  void look_up(std::uint32_t address) {
    const auto destination = std::bit_cast<SOCKADDR_INET>(address_of(address));
    MIB_IPFORWARD_ROW2 best{};
    SOCKADDR_INET source{};
    if (emulator_.best_route(nullptr, 0, nullptr, &destination, 0, &best, &source) != 0) std::abort();
  }

  [[nodiscard]] double lookup_ns(auto function) const {
    return seconds_of(cpu_s, [&] { std::ranges::for_each(wanted_, function); }) * 1e9 /
           calls_in_a_sample;
  }

  std::string name_;
  Emulator emulator_;
  Dir248 table_;
  double bytes_a_route_ = 0;
  std::vector<MIB_IPFORWARD_ROW2> others_;  // routes that are not in the table
  std::vector<std::uint32_t> wanted_;       // addresses that a route covers
};

}  // namespace

int measure_emulator(const Options& options) {
  std::vector<Take> takes;
  for (const TableSize& size : sizes_for(options.quick)) {
    takes.push_back([emulator = std::make_shared<LargeEmulator>(size)] { return emulator->sample(); });
  }
  in_turn(options.times, takes);
  return 0;
}

}  // namespace netioconf::ci::benchmarks::programs
