#include "conformance/export/reproduction.h"

#include <fmt/format.h>

#include <algorithm>

#include "conformance/execution/probes.h"
#include "conformance/export/possible_replies.h"
#include "conformance/export/sequences.h"
#include "oracle/rules/undefined_calls.h"

namespace netioconf::conformance::exporting {
namespace {

// A script that needs more nodes is too complex for a person to read.
constexpr std::size_t node_count_max = 20'000;

// A state that a run of the script can reach.
struct Node {
  oracle::engine::Hypothesis hypothesis;
  RowNumbers numbers;
};

// The result of one choice of reply.
struct Edge {
  Choice choice;
  oracle::state::StepEdits edits;
  oracle::readings::OpenReadings answers;
};

bool makes_routes(oracle::Call call) {
  return call == oracle::Call::create_route || call == oracle::Call::set_route;
}

// Enumerates all answers to a script that the documents allow.
class Deriving {
 public:
  Deriving(const oracle::Script& script, std::vector<ReproducedStep>& steps)
      : host_{script.host}, steps_{steps} {}

  [[nodiscard]] Sequences sequences_from(const Node& node, std::size_t step);
  [[nodiscard]] bool too_many() const { return nodes_ > node_count_max; }
  [[nodiscard]] ExpectedRows rows() && { return std::move(rows_); }

 private:
  [[nodiscard]] std::vector<Edge> edges_from(const Node& node, std::size_t step);
  void add_edges(const Node& node, std::size_t step, const PossibleReply& possible,
                 std::vector<Edge>& edges);
  void note_rules(const std::vector<oracle::engine::Branch>& branches, std::size_t step);
  [[nodiscard]] Node after(const Node& node, const Edge& edge, std::size_t step);

  const oracle::Host& host_;
  std::vector<ReproducedStep>& steps_;
  ExpectedRows rows_;
  std::size_t nodes_ = 0;
};

void Deriving::note_rules(const std::vector<oracle::engine::Branch>& branches, std::size_t step) {
  auto& because = steps_[step].because;
  for (const oracle::engine::Branch& branch : branches) {
    for (const oracle::Rule* rule : branch.outcome.because) {
      if (std::ranges::find(because, rule->id) == because.end()) {
        because.push_back(rule->id);
      }
    }
  }
}

void Deriving::add_edges(const Node& node, std::size_t step, const PossibleReply& possible,
                         std::vector<Edge>& edges) {
  const oracle::Step tried{
      .operation = steps_[step].operation, .reply = possible.reply, .probe = steps_[step].probe};
  const auto branches =
      oracle::engine::explore({node.hypothesis}, host_, tried, oracle::state::Detail::counted);
  note_rules(branches, step);
  const auto groups = oracle::engine::edit_groups_of(branches);
  const bool nothing_learned =
      groups.size() == 1 && std::ranges::none_of(branches, oracle::engine::rules_out_answers);
  for (const oracle::engine::EditGroup& group : groups) {
    std::vector<oracle::readings::OpenReadings> boxes = group.boxes;
    if (nothing_learned) boxes = {node.hypothesis.answers};
    for (const oracle::readings::OpenReadings& answers : boxes) {
      const auto same = std::ranges::find_if(edges, [&](const Edge& edge) {
        return edge.answers == answers && edge.choice.content == possible.content &&
               edge.edits == *group.edits;
      });
      const oracle::StatusSet status{oracle::meaning_of(possible.reply.status)};
      if (same == edges.end()) {
        edges.push_back({.choice = {.statuses = status, .content = possible.content},
                         .edits = *group.edits,
                         .answers = answers});
      } else {
        same->choice.statuses.insert(status);
      }
    }
  }
}

std::vector<Edge> Deriving::edges_from(const Node& node, std::size_t step) {
  std::vector<Edge> edges;
  for (const PossibleReply& possible :
       possible_replies(node.hypothesis, node.numbers, host_, steps_[step].operation)) {
    add_edges(node, step, possible, edges);
  }
  return edges;
}

Node Deriving::after(const Node& node, const Edge& edge, std::size_t step) {
  Node next = node;
  next.hypothesis.answers = edge.answers;
  next.hypothesis.state.apply(edge.edits);
  for (const oracle::state::Edit& edit : edge.edits.entries) {
    if (const auto* put = std::get_if<oracle::state::PutAnycast>(&edit)) {
      next.numbers.anycasts[put->key] = rows_.number_of(put->key, put->entry);
    }
    const auto* put = std::get_if<oracle::state::PutRoute>(&edit);
    if (put == nullptr || !makes_routes(oracle::call_of(steps_[step].operation))) continue;
    next.numbers.routes[put->key] = rows_.number_of(put->key, put->entry, step);
  }
  return next;
}

Sequences Deriving::sequences_from(const Node& node, std::size_t step) {
  if (step == steps_.size()) return {{}};
  if (++nodes_ > node_count_max) return {};
  std::vector<Continuation> continuations;
  for (const Edge& edge : edges_from(node, step)) {
    add_to(continuations, edge.choice, sequences_from(after(node, edge, step), step + 1));
  }
  return joined(continuations);
}

std::vector<ReproducedStep> steps_of(const oracle::Script& script) {
  std::vector<ReproducedStep> steps;
  const execution::Has everything = [](oracle::Call) { return true; };
  for (const execution::PlannedStep& planned :
       execution::insert_probes(script.operations, execution::TablesBefore::empty, everything)) {
    steps.push_back({.operation = planned.operation,
                     .probe = planned.role == execution::Role::probe,
                     .unpromised = std::string{oracle::rules::why_undefined(planned.operation)}});
  }
  return steps;
}

void put_alternatives(const Sequences& sequences, std::vector<ReproducedStep>& steps) {
  for (std::size_t way = 0; way < sequences.size(); ++way) {
    for (std::size_t step = 0; step < steps.size(); ++step) {
      const Choice& choice = sequences[way][step];
      auto& alternatives = steps[step].alternatives;
      const auto same = std::ranges::find_if(alternatives, [&](const Alternative& each) {
        return each.statuses == choice.statuses && each.content == choice.content;
      });
      if (same == alternatives.end()) {
        alternatives.push_back(
            {.ways = Ways{1} << way, .statuses = choice.statuses, .content = choice.content});
      } else {
        same->ways |= Ways{1} << way;
      }
    }
  }
}

// A program contains each call and each table that it expects, with at most 32 rows.
constexpr std::size_t call_count_max = 32;

}  // namespace

std::expected<Reproduction, std::string> reproduce(const oracle::Script& script,
                                                   oracle::readings::Profile profile) {
  if (script.operations.size() > call_count_max) {
    return std::unexpected(
        fmt::format("a program of {} calls would be too long, {} is the maximum "
                    "(shorten the script with netioconf shrink)",
                    script.operations.size(), call_count_max));
  }
  Reproduction reproduction;
  reproduction.script = script;
  reproduction.profile = profile;
  reproduction.steps = steps_of(script);
  Deriving deriving{script, reproduction.steps};
  const Node first{.hypothesis = {.answers = oracle::readings::OpenReadings::open_under(profile)}};
  const Sequences sequences = deriving.sequences_from(first, 0);
  if (deriving.too_many() || sequences.size() > way_count_max) {
    return std::unexpected(
        "the documents allow too many ways through it (shorten the script with netioconf shrink)");
  }
  put_alternatives(sequences, reproduction.steps);
  reproduction.ways = sequences.size();
  std::move(deriving).rows().put_into(reproduction);
  return reproduction;
}

}  // namespace netioconf::conformance::exporting
