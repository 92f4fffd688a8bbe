#include "ci/benchmarks/programs/map_test.h"

#include <rapidcheck/state.h>

#include <map>

namespace netioconf::ci::benchmarks::programs {
namespace {

using Map = std::map<int, int>;

struct TestedMap {
  Map map;
  std::uint64_t* commands;
};

using MapCommand = rc::state::Command<Map, TestedMap>;

struct Put : MapCommand {
  int key = *rc::gen::inRange(0, 16);
  int value = *rc::gen::arbitrary<int>();

  void apply(Map& model) const override { model[key] = value; }
  void run(const Map&, TestedMap& tested) const override {
    ++*tested.commands;
    tested.map[key] = value;
    RC_ASSERT(tested.map.at(key) == value);
  }
};

struct Erase : MapCommand {
  int key = *rc::gen::inRange(0, 16);

  void apply(Map& model) const override { model.erase(key); }
  void run(const Map& model, TestedMap& tested) const override {
    ++*tested.commands;
    RC_ASSERT(tested.map.erase(key) == model.count(key));
  }
};

}  // namespace

std::uint64_t test_a_map(int test_cases) {
  std::uint64_t commands = 0;
  rc::detail::TestParams parameters;
  parameters.maxSuccess = test_cases;
  const auto property = [&commands] {
    TestedMap tested{.commands = &commands};
    rc::state::check(Map{}, tested, rc::state::gen::execOneOfWithArgs<Put, Erase>());
  };
  (void)rc::detail::checkTestable(property, rc::detail::TestMetadata{}, parameters);
  return commands;
}

}  // namespace netioconf::ci::benchmarks::programs
