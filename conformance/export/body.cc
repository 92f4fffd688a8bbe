#include "conformance/export/body.h"

#include <fmt/format.h>

#include <algorithm>

#include "conformance/export/values.h"
#include "oracle/model/calls.h"
#include "oracle/model/fields.h"
#include "oracle/rules/catalogue.h"
#include "oracle/state/state.h"
#include "oracle/words/describe.h"

namespace netioconf::conformance::exporting {
namespace {

class BodyWriting {
 public:
  BodyWriting(const Reproduction& reproduction, const Dialect& dialect, std::string_view indent,
              const BeforeCall& before_call)
      : reproduction_{reproduction},
        host_{reproduction.script.host},
        dialect_{dialect},
        indent_{indent},
        before_call_{before_call} {}

  std::string text() {
    ways();
    expectations();
    for (std::size_t step = 0; step < reproduction_.steps.size(); ++step) {
      write_step(reproduction_.steps[step]);
    }
    return std::move(text_);
  }

 private:
  void line(std::string_view words) {
    text_ += words.empty() ? "\n" : fmt::format("{}{}\n", indent_, words);
  }
  void ways();
  void expectations();
  void expectation(std::size_t number);
  void write_step(const ReproducedStep& step);
  void allow(const Alternative& alternative);
  std::string ways_value(Ways ways) const;

  // The name of the variable with this row. Declares the variable if it does not exist yet.
  template <class Row>
  std::string named_row(const Row& row, std::vector<Row>& rows, std::string_view prefix,
                        std::string_view type);
  template <class RowOperation>
  std::string call_with_row(const RowOperation& call, auto& rows, std::string_view prefix,
                            std::string_view type);
  std::string named_address(const oracle::SocketAddress& address);
  std::string call_of(const oracle::RouteCall& call);
  std::string call_of(const oracle::AnycastCall& call);
  std::string call_of(const oracle::TableCall& call);
  std::string call_of(const oracle::BestRouteCall& call);
  std::string call_of(const oracle::NotifyCall& call);
  std::string call_of(const oracle::LinkCall& call);
  std::string call_of(const auto& call_with_numbers);

  const Reproduction& reproduction_;
  const oracle::Host& host_;
  const Dialect& dialect_;
  std::string_view indent_;
  const BeforeCall& before_call_;
  std::string text_;
  std::vector<oracle::RouteRow> routes_;
  std::vector<oracle::AnycastRow> anycasts_;
  std::vector<oracle::SocketAddress> addresses_;
  std::vector<std::uint64_t> luids_;
};

void BodyWriting::ways() {
  if (reproduction_.ways < 2) return;
  line("// The documents allow each of these ways through the script. Each step excludes the ways");
  line("// that do not explain it. At least one way must remain.");
  for (std::size_t way = 0; way < reproduction_.ways; ++way) {
    std::vector<std::string> statuses;
    for (const ReproducedStep& step : reproduction_.steps) {
      for (const Alternative& each : step.alternatives) {
        const bool in_it = (each.ways >> way & 1) != 0;
        if (in_it && !step.probe) statuses.push_back(statuses_value(each.statuses));
      }
    }
    line(fmt::format("const {} way_{} = 1{} << {};  // {}", dialect_.ways_type, way + 1,
                     dialect_.long_number, way, fmt::join(statuses, ", ")));
  }
  line("");
}

std::string BodyWriting::ways_value(Ways ways) const {
  const Ways all = reproduction_.ways == way_count_max ? ~Ways{0} : (Ways{1} << reproduction_.ways) - 1;
  if (ways == all) return "every_way";
  std::string value;
  for (std::size_t way = 0; way < reproduction_.ways; ++way) {
    if ((ways >> way & 1) == 0) continue;
    value += fmt::format("{}way_{}", value.empty() ? "" : " | ", way + 1);
  }
  return value;
}

std::string members_value(std::uint16_t unknown) {
  static constexpr std::pair<oracle::state::Member, std::string_view> names[] = {
      {oracle::state::Member::site_prefix, "site_prefix"},
      {oracle::state::Member::valid_lifetime, "valid_lifetime"},
      {oracle::state::Member::preferred_lifetime, "preferred_lifetime"},
      {oracle::state::Member::metric, "metric"},
      {oracle::state::Member::protocol, "protocol"}};
  std::string value;
  for (const auto& [member, name] : names) {
    if ((unknown & static_cast<std::uint16_t>(member)) == 0) continue;
    value += fmt::format("{}{}", value.empty() ? "" : " | ", name);
  }
  return value.empty() ? "0" : value;
}

void BodyWriting::expectation(std::size_t number) {
  const ExpectedRoute& expected = reproduction_.routes[number];
  const RowValue value = row_value(expected.row, host_, dialect_);
  const std::string name = fmt::format("route_{}", number + 1);
  line(fmt::format(fmt::runtime(dialect_.expected_route), name, value.made,
                   members_value(expected.unknown), expected.next_hop_left_out ? 1 : 0,
                   fmt::format("origin_{}", expected.origin + 1)));
  for (const std::string& each : value.assigned) {
    line(fmt::format(fmt::runtime(each), name + ".row"));
  }
}

void BodyWriting::expectations() {
  const Reproduction& all = reproduction_;
  if (all.routes.empty() && all.anycasts.empty()) return;
  line("// The expected entries of the tables, with the members that the stack chooses.");
  for (std::size_t i = 0; i < all.origins; ++i)
    line(fmt::format(fmt::runtime(dialect_.memory), "origin", i + 1));
  for (std::size_t i = 0; i < all.scopes; ++i)
    line(fmt::format(fmt::runtime(dialect_.memory), "scope", i + 1));
  for (std::size_t i = 0; i < all.routes.size(); ++i) expectation(i);
  for (std::size_t i = 0; i < all.anycasts.size(); ++i) {
    line(fmt::format(fmt::runtime(dialect_.expected_anycast), fmt::format("anycast_{}", i + 1),
                     row_value(all.anycasts[i].row, host_, dialect_).made,
                     fmt::format("scope_{}", all.anycasts[i].scope + 1)));
  }
  line("");
}

void BodyWriting::allow(const Alternative& alternative) {
  line(
      fmt::format("allow({}, {});", ways_value(alternative.ways), statuses_value(alternative.statuses)));
  for (const std::size_t route : alternative.content.routes) {
    line(fmt::format("with_route({}route_{});", dialect_.address_of, route + 1));
  }
  for (const std::size_t anycast : alternative.content.anycasts) {
    line(fmt::format("with_anycast({}anycast_{});", dialect_.address_of, anycast + 1));
  }
  for (const ExpectedCallback& callback : alternative.content.callbacks) {
    const std::string about = callback.initial
                                  ? std::string{dialect_.no_row}
                                  : fmt::format("{}route_{}", dialect_.address_of, callback.route + 1);
    line(fmt::format("with_callback({}, {}, {}, {});", callback.registration, callback.type, about,
                     callback.promised ? 1 : 0));
  }
}

std::string BodyWriting::call_of(const auto& call_with_numbers) {
  std::vector<std::uint32_t> numbers;
  oracle::for_each_field(call_with_numbers,
                         [&](const auto&, std::uint32_t number) { numbers.push_back(number); });
  return fmt::format("{}({});", oracle::info_of(call_with_numbers.call).name, fmt::join(numbers, ", "));
}

void BodyWriting::write_step(const ReproducedStep& step) {
  const std::string call =
      std::visit([this](const auto& operation) { return call_of(operation); }, step.operation);
  for (const std::string_view id : step.because) {
    const oracle::Rule& rule = *oracle::rules::find_rule(id);
    line(fmt::format("// {}: {} ({}, {}){}", rule.id, rule.says, rule.source.page, rule.source.section,
                     rule.reading.empty() ? "" : fmt::format("; open: {}", rule.reading)));
  }
  const std::string words = oracle::words::describe(step.operation);
  line(fmt::format("step(\"{}{}\");", words, step.probe ? " (a probe of the state)" : ""));
  if (!step.unpromised.empty()) line(fmt::format("nothing_is_promised(\"{}\");", step.unpromised));
  for (const Alternative& alternative : step.alternatives) allow(alternative);
  if (before_call_) {
    for (const std::string& statement : before_call_(step)) line(statement);
  }
  line(call);
  line("");
}

template <class Row>
std::string BodyWriting::named_row(const Row& row, std::vector<Row>& rows, std::string_view prefix,
                                   std::string_view type) {
  const auto found = std::ranges::find(rows, row);
  const std::string name = fmt::format("{}_{}", prefix, found - rows.begin() + 1);
  if (found != rows.end()) return name;
  rows.push_back(row);
  const RowValue value = row_value(row, host_, dialect_);
  line(fmt::format("{}{} = {};", type, name, value.made));
  for (const std::string& each : value.assigned) line(fmt::format(fmt::runtime(each), name));
  return name;
}

std::string BodyWriting::named_address(const oracle::SocketAddress& address) {
  const auto found = std::ranges::find(addresses_, address);
  const std::string name = fmt::format("address_{}", found - addresses_.begin() + 1);
  if (found == addresses_.end()) {
    addresses_.push_back(address);
    line(fmt::format("{}{} = {};", dialect_.address_row, name, address_value(address, dialect_)));
  }
  return std::string{dialect_.address_of} + name;
}

template <class RowOperation>
std::string BodyWriting::call_with_row(const RowOperation& call, auto& rows, std::string_view prefix,
                                       std::string_view type) {
  const std::string row =
      call.row ? std::string{dialect_.address_of} + named_row(*call.row, rows, prefix, type)
               : std::string{dialect_.no_row};
  return fmt::format("{}({}, {});", oracle::info_of(call.call).name, row, call.misalignment);
}

std::string BodyWriting::call_of(const oracle::RouteCall& call) {
  return call_with_row(call, routes_, "row", dialect_.route_row);
}

std::string BodyWriting::call_of(const oracle::AnycastCall& call) {
  return call_with_row(call, anycasts_, "address_row", dialect_.anycast_row);
}

// The names of the bits that are set, or `none` if no bit is set.
std::string flags(std::initializer_list<std::pair<bool, std::string_view>> bits, std::string_view none) {
  std::string value;
  for (const auto& [set, name] : bits) {
    if (set) value += fmt::format("{}{}", value.empty() ? "" : " | ", name);
  }
  return value.empty() ? std::string{none} : value;
}

std::string BodyWriting::call_of(const oracle::TableCall& call) {
  return fmt::format(
      "{}({}, {});", oracle::info_of(call.call).name, family_value(call.family),
      flags({{call.keep, "keep_table"}, {call.null_table, "null_table"}}, "nothing_special"));
}

std::string BodyWriting::call_of(const oracle::BestRouteCall& call) {
  std::string luid{dialect_.no_row};
  if (call.luid) {
    const auto found = std::ranges::find(luids_, *call.luid);
    const std::string name = fmt::format("luid_{}", found - luids_.begin() + 1);
    if (found == luids_.end()) {
      luids_.push_back(*call.luid);
      line(fmt::format("{}{} = {};", dialect_.luid_variable, name,
                       luid_value(*call.luid, host_, dialect_)));
    }
    luid = std::string{dialect_.address_of} + name;
  }
  const std::string source = call.source ? named_address(*call.source) : std::string{dialect_.no_row};
  const std::string destination =
      call.destination ? named_address(*call.destination) : std::string{dialect_.no_row};
  return fmt::format(
      "best_route({}, {}, {}, {}, {}u, {});", luid, index_value(call.index, host_, dialect_), source,
      destination, call.sort_options,
      flags({{call.null_best_route, "no_best_route"}, {call.null_best_source, "no_best_source"}},
            "nothing_special"));
}

std::string BodyWriting::call_of(const oracle::NotifyCall& call) {
  return fmt::format("notify_route_change({}, {});", family_value(call.family),
                     flags({{call.initial_notification, "with_initial"},
                            {call.null_callback, "null_callback"},
                            {call.null_handle, "null_handle"}},
                           "nothing_special"));
}

std::string BodyWriting::call_of(const oracle::LinkCall& call) {
  if (!call.row) return fmt::format("get_link(0xffff, 0, 0, 0, {});", dialect_.no_link);
  const oracle::LinkRow& row = *call.row;
  const oracle::Link* link = oracle::named_link(host_, row.luid, row.index);
  const std::string named = link == nullptr ? std::string{dialect_.no_link}
                                            : fmt::format("link_{}", link - host_.links.data() + 1);
  return fmt::format("get_link({}, {}, {}, {}u, {});", family_value(row.family),
                     luid_value(row.luid, host_, dialect_), index_value(row.index, host_, dialect_),
                     row.metric, named);
}

}  // namespace

std::string body(const Reproduction& reproduction, const Dialect& dialect, std::string_view indent,
                 const BeforeCall& before_call) {
  return BodyWriting{reproduction, dialect, indent, before_call}.text();
}

}  // namespace netioconf::conformance::exporting
