#include "oracle/engine/judge.h"

#include <algorithm>

#include "oracle/engine/after_deviation.h"
#include "oracle/engine/attribution.h"
#include "oracle/engine/undecided.h"
#include "oracle/model/calls.h"
#include "oracle/rules/catalogue.h"
#include "oracle/rules/conditions/anycast_situation.h"
#include "oracle/rules/conditions/route_situation.h"
#include "oracle/rules/steps/reset.h"
#include "oracle/rules/undefined_calls.h"
#include "oracle/words/describe.h"

namespace netioconf::oracle::engine {
namespace {

// With more hypotheses than this, explaining a step takes too long.
constexpr std::size_t hypothesis_limit = 256;
// Each script begins with as many hypotheses as earlier ones left boxes of answers. Two readings that
// may both explain an answer double them, so that a run would soon be slow.
constexpr std::size_t carried_limit = 8;

constexpr const char* deviated = "an earlier step of the script deviated";

state::RouteEntry entry_from_before(const RouteRow& row) {
  state::RouteEntry entry{.row = row};
  entry.may_expire = state::may_expire(entry);
  entry.row.age_s = 0;
  entry.metric_as_read = true;
  entry.flags_as_read = true;
  entry.preexisting = true;
  return entry;
}

// The link of a row that existed before the script, even if the host does not list that link.
template <class Row>
const Link& link_of(const Host& host, const Row& row, state::State& state) {
  if (state.link_of_row(host, row.luid, row.index) == nullptr)
    state.apply(state::AddUnlistedLink{{.luid = row.luid, .index = row.index}});
  return *state.link_of_row(host, row.luid, row.index);
}

void add_initial_rows(readings::ChoiceEnumerator& choices, const Trace& trace, state::State& state) {
  for (const RouteRow& row : trace.initial_routes) {
    const Link& link = link_of(trace.host, row, state);
    state.apply(state::PutRoute{rules::key_of_read_row(choices, link, row), entry_from_before(row)});
  }
  for (const AnycastRow& row : trace.initial_anycasts) {
    const Link& link = link_of(trace.host, row, state);
    state.apply(state::PutAnycast{rules::key_of_read_row(choices, link, row),
                                  {.row = row, .scope_unknown = false}});
  }
}

// The keys of the initial rows depend on open answers, so that there may be several initial hypotheses.
std::vector<Hypothesis> initial_hypotheses(const Trace& trace,
                                           const std::vector<readings::OpenReadings>& products) {
  std::vector<Hypothesis> hypotheses;
  for (const readings::OpenReadings& product : products) {
    readings::ChoiceEnumerator choices{product};
    do {
      Hypothesis& hypothesis = hypotheses.emplace_back();
      add_initial_rows(choices, trace, hypothesis.state);
      hypothesis.answers = choices.answers();
    } while (choices.next());
  }
  return hypotheses;
}

void sum_up(const std::vector<Branch>& branches, Finding& finding) {
  finding.because.reserve(branches.front().outcome.because.size());
  for (const Branch& branch : branches) {
    finding.allowed.insert(branch.outcome.allowed);
    for (const Rule* rule : branch.outcome.because) {
      if (std::find(finding.because.begin(), finding.because.end(), rule->id) == finding.because.end()) {
        finding.because.push_back(rule->id);
      }
    }
  }
}

// Whether the call names a link of which only a row that existed before the script is known.
bool names_unlisted_link(const state::State& state, const Host& host, const Operation& operation) {
  const auto is_unlisted = [&](std::uint64_t luid, std::uint32_t index) {
    return named_link(host, luid, index) == nullptr && state.link_of_row(host, luid, index) != nullptr;
  };
  return std::visit(
      [&]<class Arguments>(const Arguments& call) {
        if constexpr (HasRow<Arguments>) {
          return call.row && is_unlisted(call.row->luid, call.row->index);
        } else if constexpr (std::is_same_v<Arguments, BestRouteCall>) {
          return is_unlisted(call.luid.value_or(0), call.index);
        } else {
          return false;
        }
      },
      operation);
}

bool any_fits(const std::vector<Branch>& branches) {
  return std::any_of(branches.begin(), branches.end(),
                     [](const Branch& branch) { return fits(branch); });
}

// The statuses that the page of the call names, and those that its rules give under an open answer. Any
// other status may have a reason that the page covers by its line "Other".
StatusSet statuses_with_a_meaning(Call call, const readings::OpenReadings& open) {
  StatusSet statuses = named_statuses(call);
  statuses.insert(rules::statuses_of_rules(call, open));
  return statuses;
}

// What a deviating call changes besides the tables: registrations and pending callbacks.
void apply_edits(const std::vector<Branch>& branches, std::vector<Hypothesis>& hypotheses) {
  std::size_t next = 0;
  for (const Branch& branch : branches) {
    if (branch.hypothesis != next) continue;
    hypotheses[next].state.apply(branch.outcome.edits);
    ++next;
  }
}

// Later steps name registrations and kept tables by the numbers of their calls, and a call that failed
// or was skipped has a number too.
void take_number(const Step& step, std::vector<Hypothesis>& hypotheses) {
  state::StepEdits edits;
  if (const auto* notify = std::get_if<NotifyCall>(&step.operation)) {
    const bool was_called = step.reply.ending != Ending::unavailable;
    edits.push_back(state::AddRegistration{{.family = notify->family, .unpromised = was_called}});
  } else if (const auto* table = std::get_if<TableCall>(&step.operation);
             table != nullptr && table->keep) {
    edits.push_back(state::Keep{{.table = {}, .freed = true}});
  }
  if (edits.entries.empty()) return;
  for (Hypothesis& hypothesis : hypotheses) hypothesis.state.apply(edits);
}

void leave_undecided(Finding& finding, std::string why) {
  finding.verdict = Verdict::undecided;
  finding.why = std::move(why);
}

// Whether the caller may lack the rights to change tables, which may be checked before the arguments. A
// caller that has changed one has them.
bool may_lack_rights(const Trace& trace, const Finding& finding) {
  const auto has_changed_table = [](const Step& step) {
    return table_changed_by(call_of(step.operation)) && step.reply.ending == Ending::returned &&
           meaning_of(step.reply.status) == Status::success;
  };
  return finding.observed == Status::access_denied && table_changed_by(finding.call) &&
         std::ranges::none_of(std::span{trace.steps}.first(finding.step), has_changed_table);
}

// Judges the steps of one trace in order.
class TraceJudge {
 public:
  TraceJudge(const Trace& trace, const std::vector<readings::OpenReadings>& products,
             const readings::OpenReadings& at_first, ReadingEvidence& evidence_so_far)
      : trace_(trace),
        at_first_(at_first),
        evidence_so_far_(evidence_so_far),
        hypotheses_(initial_hypotheses(trace, products)) {}

  // Judges the step with this number into a new finding.
  void next(std::size_t step, Finding& finding);
  [[nodiscard]] const std::vector<Hypothesis>& hypotheses() const { return hypotheses_; }

 private:
  void judge_ending(Finding& finding, const Step& step);
  void judge_reply(Finding& finding, const Step& step);
  [[nodiscard]] bool is_before_script(std::size_t number) const;
  void judge_reset(Finding& finding) const;
  void go_on(Finding& finding);
  void give_up(Finding& finding, std::string why);

  const Trace& trace_;
  const readings::OpenReadings& at_first_;
  ReadingEvidence& evidence_so_far_;
  std::vector<Hypothesis> hypotheses_;
  std::vector<Branch> branches_;  // of the present step
  std::string lost_;              // not empty: why the rest of the trace cannot be judged
  std::string undefined_;         // not empty: why anything may happen after an earlier call
};

void TraceJudge::next(std::size_t number, Finding& finding) {
  const Step& step = trace_.steps[number];
  finding.step = number;
  finding.call = call_of(step.operation);
  finding.observed = meaning_of(step.reply.status);
  if (step.reply.ending == Ending::unavailable) {
    finding.verdict = Verdict::skipped;
    finding.why = step.reply.detail;
    return take_number(step, hypotheses_);
  }
  // No state explains a call that does not return, so it is judged even if the state is unknown.
  if (step.reply.ending != Ending::returned) return judge_ending(finding, step);
  if (!lost_.empty()) return leave_undecided(finding, lost_);
  // Other traces do not show what a reset did.
  const bool shows_reset = trace_.steps.front().probe || trace_.wanted_host;
  if (shows_reset && is_before_script(number)) judge_reset(finding);
  if (finding.verdict == Verdict::deviates) return;
  judge_reply(finding, step);
  if (shows_reset && finding.verdict == Verdict::conforms) judge_reset(finding);
}

// The steps up to this one are probes.
bool TraceJudge::is_before_script(std::size_t number) const {
  return std::all_of(trace_.steps.begin(),
                     trace_.steps.begin() + static_cast<std::ptrdiff_t>(number) + 1,
                     [](const Step& each) { return each.probe; });
}

// What netioconf_reset left or did not set up is known, so the rest of the trace can be judged. An entry
// that it left may be on a link that the host lacks, which is no fault of the call that shows it.
void TraceJudge::judge_reset(Finding& finding) const {
  finding.mismatches = rules::steps::reset_mismatches(trace_, finding.step);
  if (finding.mismatches.empty()) return;
  finding.verdict = Verdict::deviates;
  finding.rule = finding.mismatches.front().rule;
}

void TraceJudge::give_up(Finding& finding, std::string why) {
  lost_ = why;
  leave_undecided(finding, std::move(why));
}

void TraceJudge::judge_ending(Finding& finding, const Step& step) {
  const bool was_called = step.reply.ended_in.empty();
  if (!undefined_.empty()) return give_up(finding, undefined_);
  if (was_called) undefined_ = rules::why_undefined(step.operation);
  if (!undefined_.empty())
    return give_up(finding, undefined_ + "; it " + std::string{words::name_of(step.reply.ending)});
  lost_ = deviated;
  finding.verdict = Verdict::deviates;
  finding.rule = rules::rule_of(Call::create_route, Promise::returns).id;
  if (was_called) finding.allowed = named_statuses(finding.call);
  finding.observed = Status::other;
}

void TraceJudge::judge_reply(Finding& finding, const Step& step) {
  branches_ = explore(hypotheses_, trace_.host, step, state::Detail::counted, std::move(branches_));
  sum_up(branches_, finding);
  if (any_fits(branches_)) return go_on(finding);
  undefined_ = rules::why_undefined(step.operation);
  if (!undefined_.empty()) return give_up(finding, undefined_);
  if (names_unlisted_link(hypotheses_.front().state, trace_.host, step.operation))
    return give_up(finding, "the host does not list this link, although a row is on it");
  if (std::string why = why_undecided(trace_, finding, hypotheses_.front().state); !why.empty())
    return leave_undecided(finding, std::move(why));
  if (finding.allowed.contains(Status::success) &&
      !statuses_with_a_meaning(finding.call, at_first_).contains(finding.observed)) {
    take_number(step, hypotheses_);
    return leave_undecided(finding, "a status that the page covers by its line \"Other\"");
  }
  finding.verdict = Verdict::deviates;
  auto explained = attribute({trace_, finding.step, hypotheses_, at_first_, evidence_so_far_}, finding);
  if (finding.contradicts.empty() && may_lack_rights(trace_, finding)) {
    finding.rule.clear();
    finding.explained_by.clear();
    return leave_undecided(finding, "access denied: the caller may lack the rights to change tables");
  }
  if (!explained.empty() && explained.size() <= hypothesis_limit) {
    hypotheses_ = std::move(explained);
  } else if (!says_nothing_of_tables(finding, step)) {
    lost_ = deviated;
  } else if (is_about(finding.call, Entries::no_entries)) {
    apply_edits(branches_, hypotheses_);
  }
}

void TraceJudge::go_on(Finding& finding) {
  const bool rules_out_nothing = branches_.size() == 1 && !branches_.front().has_ruled_out;
  const readings::OpenReadings before =
      rules_out_nothing ? readings::OpenReadings{} : bounding_set(hypotheses_);
  hypotheses_ = hypotheses_after(std::move(hypotheses_), branches_);
  if (rules_out_nothing) return;
  evidence_so_far_.note(before, bounding_set(hypotheses_), trace_.script, finding.step);
  if (hypotheses_.size() > hypothesis_limit) give_up(finding, "too many readings explain what was seen");
}

}  // namespace

struct Judge::Memory {
  readings::OpenReadings at_first;
  std::vector<readings::OpenReadings> products;
  ReadingEvidence evidence_so_far;
  coverage::CoverageCounter coverage;
};

Judge::Judge(readings::Profile profile) : memory_(std::make_unique<Memory>()) {
  memory_->at_first = readings::OpenReadings::open_under(profile);
  memory_->products = {memory_->at_first};
}

Judge::Judge(std::unique_ptr<Memory> memory) : memory_(std::move(memory)) {}
Judge::Judge(const Judge& other) : memory_(std::make_unique<Memory>(*other.memory_)) {}
Judge::Judge(Judge&&) noexcept = default;
Judge& Judge::operator=(const Judge& other) {
  memory_ = std::make_unique<Memory>(*other.memory_);
  return *this;
}
Judge& Judge::operator=(Judge&&) noexcept = default;
Judge::~Judge() = default;

Judgement Judge::judge(const Trace& trace) {
  Judgement judgement{.script = trace.script, .findings = {}};
  TraceJudge judge{trace, memory_->products, memory_->at_first, memory_->evidence_so_far};
  judgement.findings.reserve(trace.steps.size());
  for (std::size_t step = 0; step < trace.steps.size(); ++step) {
    const state::State& state = judge.hypotheses().front().state;
    const std::size_t routes = state.routes().size();
    const std::size_t anycasts = state.anycasts().size();
    Finding& finding = judgement.findings.emplace_back();
    judge.next(step, finding);
    memory_->coverage.count(finding, trace.steps[step].operation, routes, anycasts);
  }
  std::vector<readings::OpenReadings>& products = memory_->products;
  products.clear();
  for (const Hypothesis& hypothesis : judge.hypotheses()) products.push_back(hypothesis.answers);
  readings::merge(products);
  if (products.size() > carried_limit) products = {readings::bounding_set(products)};
  return judgement;
}

Judge Judge::with_the_same_knowledge() const {
  return Judge{std::make_unique<Memory>(Memory{.at_first = memory_->at_first,
                                               .products = memory_->products,
                                               .evidence_so_far = memory_->evidence_so_far,
                                               .coverage = {}})};
}

bool Judge::knows_the_same_as(const Judge& other) const {
  return memory_->products == other.memory_->products &&
         memory_->evidence_so_far == other.memory_->evidence_so_far;
}

void Judge::continue_from(const Judge& other) {
  memory_->products = other.memory_->products;
  memory_->evidence_so_far = other.memory_->evidence_so_far;
  memory_->coverage.add(other.memory_->coverage);
}

std::vector<Decided> Judge::decided() const {
  const readings::OpenReadings open = readings::bounding_set(memory_->products);
  std::vector<Decided> decided;
  for (readings::ReadingInstance instance = 0; instance < readings::instance_count; ++instance) {
    if (open.open(instance) == memory_->at_first.open(instance)) continue;
    decided.push_back({.instance = instance, .open = open.open(instance)});
  }
  return decided;
}

std::vector<Followed> Judge::followed() const {
  return engine::followed(readings::bounding_set(memory_->products), memory_->at_first,
                          memory_->evidence_so_far);
}

coverage::Coverage Judge::coverage() const { return memory_->coverage.coverage(); }

}  // namespace netioconf::oracle::engine
