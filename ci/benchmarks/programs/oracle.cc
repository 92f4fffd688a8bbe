#include <algorithm>
#include <memory>
#include <vector>

#include "ci/benchmarks/programs/internet_routes.h"
#include "ci/benchmarks/programs/measurements.h"
#include "ci/benchmarks/programs/samples.h"
#include "ci/benchmarks/programs/stepping.h"
#include "ci/benchmarks/programs/table_sizes.h"
#include "oracle/model/samples.h"

namespace netioconf::ci::benchmarks::programs {
namespace {

using oracle::Call;

constexpr std::size_t steps_in_a_sample = 1000;

// A call that succeeded and left or returned this row.
oracle::Step successful(Call call, const oracle::RouteRow& row) {
  oracle::Step step{.operation = oracle::RouteCall{.call = call, .row = row}};
  step.reply.route = row;
  return step;
}

std::vector<oracle::Step> successful(Call call, const std::vector<oracle::RouteRow>& rows) {
  std::vector<oracle::Step> steps;
  for (const oracle::RouteRow& row : rows) steps.push_back(successful(call, row));
  return steps;
}

oracle::Step table_of(std::vector<oracle::RouteRow> rows) {
  oracle::Step step{.operation = oracle::TableCall{}};
  oracle::TableReply& table = step.reply.table.emplace();
  table.row_count = static_cast<std::uint32_t>(rows.size());
  table.routes = std::move(rows);
  return step;
}

// The oracle's hypotheses about an implementation with many routes, and steps to explain.
class LargeState {
 public:
  explicit LargeState(const TableSize& size) : name_{size.name} {
    InternetRoutes source;
    std::vector<oracle::RouteRow> rows(size.routes);
    std::ranges::generate(rows, [&source] { return source.next(); });
    std::vector<oracle::RouteRow> others(steps_in_a_sample);
    std::ranges::generate(others, [&source] { return source.next(); });
    for (const oracle::RouteRow& row : rows) take(successful(Call::create_route, row));
    create_ = successful(Call::create_route, others);
    get_ = successful(Call::get_route, others);
    delete_ = successful(Call::delete_route, others);
    table_ = table_of(std::move(rows));
  }

  [[nodiscard]] std::vector<Sample> sample() {
    const double create_ns = step_ns(create_);
    const double get_ns = step_ns(get_);
    const double delete_ns = step_ns(delete_);
    const double table_s = seconds_of(cpu_s, [this] { take(table_); });
    return {{"create_" + name_, create_ns},
            {"get_" + name_, get_ns},
            {"delete_" + name_, delete_ns},
            {"rows_" + name_, static_cast<double>(table_.reply.table->row_count) / table_s}};
  }

 private:
  [[nodiscard]] double step_ns(const std::vector<oracle::Step>& steps) {
    const double took = seconds_of(
        cpu_s, [&] { std::ranges::for_each(steps, [this](const auto& step) { take(step); }); });
    return took * 1e9 / static_cast<double>(steps.size());
  }

  void take(const oracle::Step& step) {
    if (!stepping_.take(step).fits) std::abort();
  }

  std::string name_;
  Stepping stepping_{oracle::plain_host()};
  std::vector<oracle::Step> create_;
  std::vector<oracle::Step> get_;
  std::vector<oracle::Step> delete_;
  oracle::Step table_;
};

}  // namespace

int measure_oracle(const Options& options) {
  std::vector<Take> takes;
  for (const TableSize& size : sizes_for(options.quick))
    takes.push_back([state = std::make_shared<LargeState>(size)] { return state->sample(); });
  in_turn(options.times, takes);
  return 0;
}

}  // namespace netioconf::ci::benchmarks::programs
