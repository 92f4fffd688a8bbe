#include <algorithm>
#include <unordered_set>

#include "oracle/rules/call_rules.h"
#include "oracle/rules/steps/read_back.h"
#include "oracle/rules/steps/step.h"
#include "oracle/state/pending.h"
#include "oracle/words/describe.h"

namespace netioconf::oracle::rules::steps {
namespace {

// The rule that a wrong table breaks: a rule of the last change if this is the first read after it,
// otherwise a rule of the table call.
std::string promise_of_change(Call table, const state::TableChange& change,
                              bool it_is_the_changed_entry) {
  if (!change.made) return broken(table, Promise::complete);
  const bool another_link = change.succeeded && change.luid_and_index_disagree;
  return broken(change.call, another_link ? Promise::luid_first
                                          : state::promise_shown(change, it_is_the_changed_entry));
}

bool is_changed_entry(const state::TableChange& change, const state::RouteKey& key) {
  return change.route == key;
}
bool is_changed_entry(const state::TableChange& change, const state::AnycastKey& key) {
  return change.anycast == key;
}

struct TableCheck {
  readings::ChoiceEnumerator& choices;
  const Host& host;
  const state::State& state;
  const TableCall& call;
  state::StepOutcome& outcome;
};

void shape_mismatch(const TableCheck& check, std::string member, std::string allowed,
                    std::string observed) {
  check.outcome.mismatch([&] {
    return Mismatch{.rule = broken(check.call.call, Promise::readable),
                    .member = std::move(member),
                    .allowed = std::move(allowed),
                    .observed = std::move(observed)};
  });
}

// There may be a million such rows, so that text is only made if it is requested.
template <class Row, class RuleInWords>
void row_mismatch(const TableCheck& check, RuleInWords rule, const Row& row, const char* allowed,
                  const char* observed) {
  check.outcome.mismatch([&] {
    return Mismatch{
        .rule = rule(), .member = words::describe(row), .allowed = allowed, .observed = observed};
  });
}

// The link that a read row names. Either identifier is enough, so that a wrong one can be reported.
template <class Row>
const Link* link_of(const TableCheck& check, const Row& row) {
  const Link* link = check.state.link_of_row(check.host, row.luid, row.index);
  return link != nullptr ? link : check.state.link_of_row(check.host, 0, row.index);
}

void compare_row(const TableCheck& check, const Link& link, const state::RouteKey& key,
                 const state::RouteEntry& entry, const RouteRow& row) {
  compare_read_back(check.choices, link, key, entry, row,
                    promise_for(check.state, key, entry, check.call.call), check.outcome);
}

void compare_row(const TableCheck& check, const Link& link, const state::AnycastKey& key,
                 const state::AnycastEntry& entry, const AnycastRow& row) {
  compare_read_back(link, key, entry, row, promise_for(check.state, key, entry, check.call.call),
                    check.outcome);
}

bool is_of_family(const TableCall& call, const SocketAddress& address) {
  return call.family == unspecified_family || call.family == address.family;
}

// Checks one row of a table. Returns its entry if that must or may exist.
template <class Key, class Row>
const void* check_row(const TableCheck& check, const Row& row, const SocketAddress& address) {
  const auto unexpected = [&](bool changed) {
    const auto rule = [&] {
      return promise_of_change(check.call.call, check.state.last_change(), changed);
    };
    row_mismatch(check, rule, row, "absent", "present");
    return nullptr;
  };
  if (!is_of_family(check.call, address)) {
    const auto rule = [&] { return broken(check.call.call, Promise::only_its_family); };
    row_mismatch(check, rule, row, "absent", "present");
    return nullptr;
  }
  const Link* link = link_of(check, row);
  if (link == nullptr) return unexpected(false);
  const Key key = key_of_read_row(check.choices, *link, row);
  const auto* entry = check.state.find(key);
  if constexpr (std::is_same_v<Key, state::RouteKey>) {
    if (entry == nullptr && state::may_come_with_anycast(check.state, key)) return nullptr;
  }
  if (entry == nullptr) return unexpected(is_changed_entry(check.state.last_change(), key));
  compare_row(check, *link, key, *entry, row);
  return entry;
}

// The entries that a table showed so far. Most tables have few rows.
class ShownEntries {
 public:
  // Returns false if the entry was shown before.
  bool insert(const void* entry) {
    if (few_.size() == most_) return many_.insert(entry).second;
    if (std::ranges::find(few_, entry) != few_.end()) return false;
    few_.append(entry);
    if (few_.size() == most_) many_.insert(few_.begin(), few_.end());
    return true;
  }
  [[nodiscard]] bool contains(const void* entry) const {
    return few_.size() == most_ ? many_.contains(entry) : std::ranges::find(few_, entry) != few_.end();
  }
  [[nodiscard]] std::size_t size() const { return few_.size() == most_ ? many_.size() : few_.size(); }

 private:
  static constexpr std::size_t most_ = 16;
  ShortList<const void*, most_> few_;
  std::unordered_set<const void*> many_;  // all of them, from most_ on
};

const SocketAddress& address_of(const state::RouteKey& key) { return key.to.destination; }
const SocketAddress& address_of(const state::AnycastKey& key) { return key.address; }

// Reports the entries of the table's family that are not among the rows. Entries that may have expired
// have expired instead.
template <class Key, class Entry>
void check_missing(const TableCheck& check,
                   const std::unordered_map<Key, Entry, state::KeyHash>& entries,
                   const ShownEntries& shown) {
  std::vector<Mismatch> missing;
  for (const auto& [key, entry] : entries) {
    if (!is_of_family(check.call, address_of(key)) || shown.contains(&entry)) continue;
    if constexpr (std::is_same_v<Key, state::RouteKey>) {
      if (entry.may_expire) {
        state::expire(check.state, check.host, key, state::Arrival::may_come, check.outcome);
        continue;
      }
    }
    const bool changed = is_changed_entry(check.state.last_change(), key);
    missing.push_back({.rule = promise_of_change(check.call.call, check.state.last_change(), changed),
                       .member = words::describe(entry.row),
                       .allowed = "present",
                       .observed = "missing"});
  }
  std::sort(missing.begin(), missing.end(),
            [](const Mismatch& a, const Mismatch& b) { return a.member < b.member; });
  for (const Mismatch& mismatch : missing) check.outcome.mismatch([&] { return mismatch; });
}

template <class Key, class Row, class Entry>
void check_rows(const TableCheck& check, const std::vector<Row>& rows,
                const std::unordered_map<Key, Entry, state::KeyHash>& entries, std::size_t expected,
                SocketAddress (*address)(const Row&)) {
  ShownEntries shown;
  for (const Row& row : rows) {
    // Checking all rows of a table with many wrong rows would take too long.
    if (check.outcome.wrong >= state::most_mismatches) return;
    const void* entry = check_row<Key>(check, row, address(row));
    if (entry == nullptr || shown.insert(entry)) continue;
    const auto rule = [&] { return broken(check.call.call, Promise::each_entry_once); };
    row_mismatch(check, rule, row, "once", "more than once");
  }
  if (shown.size() == expected) return;
  check_missing(check, entries, shown);
}

SocketAddress destination_of(const RouteRow& row) { return row.destination.address; }
SocketAddress address_of_row(const AnycastRow& row) { return row.address; }

// Returns false if the rows cannot be read.
bool check_shape(const TableCheck& check, const TableReply& table) {
  if (table.null_pointer) shape_mismatch(check, "the table pointer", "a table", "NULL");
  if (!table.readable) {
    shape_mismatch(check, "the table", std::to_string(table.row_count) + " rows", "unreadable memory");
  }
  return !table.null_pointer && table.readable;
}

void check_table(const TableCheck& check, const TableReply& table) {
  if (!check_shape(check, table)) return;
  const state::State& state = check.state;
  if (check.call.call == Call::route_table) {
    const std::size_t expected =
        state.lasting_routes(check.call.family) + state.expiring_routes(check.call.family);
    check_rows<state::RouteKey>(check, table.routes, state.routes(), expected, destination_of);
  } else {
    check_rows<state::AnycastKey>(check, table.anycasts, state.anycasts(),
                                  state.anycast_count(check.call.family), address_of_row);
  }
}

}  // namespace

void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const TableCall& call, const Reply& reply, state::StepOutcome& outcome) {
  const TableSituation situation{choices, host, state, call.call, call};
  weigh(call.call == Call::route_table ? route_table_refusals() : anycast_table_refusals(), situation,
        meaning_of(reply.status), {}, outcome);
  const TableCheck check{choices, host, state, call, outcome};
  const bool success = succeeded(choices, call.call, reply, outcome);
  // An empty table may be one that is not found.
  if (outcome.status_fits && call.call == Call::route_table)
    state::promise_what_was_read(state, call.family, outcome);
  if (success) {
    static const TableReply none{.null_pointer = true, .routes = {}, .anycasts = {}};
    const TableReply& table = reply.table ? *reply.table : none;
    check_table(check, table);
    if (call.keep) outcome.edits.push_back(state::Keep{{.table = table}});
    const state::TableChange& change = state.last_change();
    if (!change.made || state::shows_in(call.call, change)) outcome.edits.change = state::TableChange{};
  } else if (call.keep) {
    outcome.edits.push_back(
        state::Keep{{.table = {}, .freed = true}});  // a failed call has a number too
  }
}

void step(readings::ChoiceEnumerator&, const Host&, const state::State& state, const KeptTableCall& call,
          const Reply& reply, state::StepOutcome& outcome) {
  outcome.allowed.insert(meaning_of(reply.status));  // The function returns nothing.
  if (call.table >= state.kept().size()) return;
  if (call.call == Call::free_table) {
    outcome.edits.push_back(state::Free{call.table});
    return;
  }
  if (reply.table == state.kept()[call.table].table) return;
  outcome.mismatch([] {
    return Mismatch{.rule = broken(Call::free_table, Promise::keeps_the_others),
                    .member = "a table that was not freed",
                    .allowed = "unchanged since it was returned",
                    .observed = "changed"};
  });
}

}  // namespace netioconf::oracle::rules::steps
