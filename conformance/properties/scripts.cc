#include "conformance/properties/scripts.h"

#include <utility>

#include "conformance/properties/operations.h"
#include "corpora/arbitrary_nouns.h"

namespace netioconf::conformance {
namespace {

namespace gen = rc::gen;
using oracle::Operation;

// Each element as if it stood alone; only how many there are goes with the size.
rc::Gen<Operations> up_to(int count, rc::Gen<Operation> operations) {
  return gen::resize(count, gen::container<Operations>(
                                gen::resize(rc::kNominalSize, std::move(operations))));
}

rc::Gen<Operations> behind_each_other(rc::Gen<Operations> first, rc::Gen<Operations> second) {
  return gen::map(gen::pair(std::move(first), std::move(second)), [](auto made) {
    Operations operations = std::move(made.first);
    operations.insert(operations.end(), made.second.begin(), made.second.end());
    return operations;
  });
}

rc::Gen<Operations> about_routes(const Setting& setting) {
  return up_to(12, gen::weightedOneOf<Operation>({{9, some_route_call(setting)},
                                                  {1, some_table_call()},
                                                  {1, some_initialize_call()}}));
}

rc::Gen<Operations> about_best_routes(const Setting& setting) {
  return behind_each_other(
      up_to(10, some_route_call(setting)),
      up_to(6, gen::weightedOneOf<Operation>(
                   {{5, some_best_route_call(setting)}, {1, some_route_call(setting)}})));
}

rc::Gen<Operations> about_anycasts(const Setting& setting) {
  return up_to(12, gen::weightedOneOf<Operation>({{9, some_anycast_call(setting)},
                                                  {1, some_table_call()},
                                                  {1, some_route_call(setting)}}));
}

rc::Gen<Operations> about_tables(const Setting& setting) {
  return up_to(12, gen::weightedOneOf<Operation>({{2, some_route_call(setting)},
                                                  {1, some_anycast_call(setting)},
                                                  {3, some_table_call()},
                                                  {3, some_kept_table_call()}}));
}

rc::Gen<Operations> about_links(const Setting& setting) {
  return up_to(8, gen::weightedOneOf<Operation>({{4, some_link_call(setting)},
                                                 {1, some_route_call(setting)},
                                                 {1, some_best_route_call(setting)}}));
}

rc::Gen<Operations> about_notifications(const Setting& setting) {
  const auto collect = gen::just(Operation(oracle::CollectCall{}));
  const auto one = gen::map(some_notify_call(), [](const Operation& it) { return Operations{it}; });
  const auto changes = up_to(10, gen::weightedOneOf<Operation>({{8, some_route_call(setting)},
                                                                {2, some_notify_call()},
                                                                {1, some_cancel_call()},
                                                                {2, collect}}));
  const auto at_the_end = gen::just(Operations{oracle::CollectCall{}});
  return behind_each_other(behind_each_other(one, changes), at_the_end);
}

rc::Gen<Operations> about_anything(const Setting& setting) {
  return up_to(12, gen::weightedOneOf<Operation>({{5, some_route_call(setting)},
                                                  {3, some_anycast_call(setting)},
                                                  {2, some_best_route_call(setting)},
                                                  {2, some_table_call()},
                                                  {1, some_kept_table_call()},
                                                  {1, some_link_call(setting)},
                                                  {1, some_initialize_call()},
                                                  {1, corpora::arbitrary_operation()}}));
}

rc::Gen<Operations> operations_about(Theme theme, const Setting& setting) {
  switch (theme) {
    case Theme::routes:
      return about_routes(setting);
    case Theme::best_routes:
      return about_best_routes(setting);
    case Theme::anycasts:
      return about_anycasts(setting);
    case Theme::tables:
      return about_tables(setting);
    case Theme::links:
      return about_links(setting);
    case Theme::notifications:
      return about_notifications(setting);
    case Theme::anything:
      return about_anything(setting);
  }
  return about_anything(setting);
}

}  // namespace

std::string_view name_of(Theme theme) {
  constexpr std::array<std::string_view, theme_count> names = {
      "routes", "best routes", "anycasts", "tables", "links", "notifications", "anything"};
  return names.at(static_cast<std::size_t>(theme));
}

rc::Gen<oracle::Script> script_about(Theme theme, const rc::Gen<oracle::Host>& hosts) {
  return gen::mapcat(gen::resize(rc::kNominalSize, some_setting(hosts)), [theme](const Setting& setting) {
    return gen::map(gen::nonEmpty(operations_about(theme, setting)), [setting](Operations operations) {
      return oracle::Script{
          .name = "", .host = setting.host, .operations = std::move(operations)};
    });
  });
}

rc::Gen<oracle::Script> some_script() {
  static const auto themes = gen::weightedElement<Theme>({{6, Theme::routes},
                                                          {3, Theme::best_routes},
                                                          {4, Theme::anycasts},
                                                          {2, Theme::tables},
                                                          {1, Theme::links},
                                                          {3, Theme::notifications},
                                                          {2, Theme::anything}});
  return gen::mapcat(themes, [](Theme theme) { return script_about(theme, some_host()); });
}

}  // namespace netioconf::conformance
