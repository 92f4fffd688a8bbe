#include <algorithm>
#include <utility>

#include "oracle/model/registration.h"
#include "oracle/rules/call_rules.h"
#include "oracle/rules/steps/step.h"
#include "oracle/state/pending.h"
#include "oracle/words/describe.h"

namespace netioconf::oracle::rules::steps {
namespace {

// A callback names the route by its key members. One of the two link identifiers is enough, but neither
// may be wrong. NotifyRouteChange2, Remarks.
bool names_link(const state::Pending& pending, const RouteRow& row) {
  const bool luid_fits = row.luid == pending.key->to.luid;
  const bool index_fits = row.index == pending.index;
  if (row.luid == 0) return index_fits;
  return luid_fits && (row.index == 0 || index_fits);
}

bool names_next_hop(readings::ChoiceEnumerator& choices, const Host& host, const state::RouteKey& key,
                    const SocketAddress& next_hop) {
  if (next_hop.family == unspecified_family) return classify(key.next_hop) == AddressClass::unspecified;
  const Link* link = named_link(host, key.to.luid, 0);
  const bool on_link = link != nullptr && is_compared_as_on_link(choices, *link, next_hop);
  const SocketAddress compared = on_link ? SocketAddress{.family = next_hop.family} : bare(next_hop);
  return compared == bare(key.next_hop);
}

bool names_route(readings::ChoiceEnumerator& choices, const Host& host, const state::Pending& pending,
                 const RouteRow& row) {
  const state::DestinationKey& to = pending.key->to;
  const state::DestinationKey seen = state::lookup_key(to.luid, row.destination);
  const SocketAddress wanted = masked(bare(to.destination), to.length);
  return names_link(pending, row) && seen.destination == wanted && seen.length == to.length &&
         names_next_hop(choices, host, *pending.key, row.next_hop);
}

bool is_about(readings::ChoiceEnumerator& choices, const Host& host, const state::Pending& pending,
              const Notification& seen) {
  if (pending.registration != seen.registration || pending.type != seen.type) return false;
  if (!seen.row) return pending.type == state::initial_notification;
  if (!pending.key) return false;
  return names_route(choices, host, pending, *seen.row);
}

std::string in_words(const Notification& seen) {
  std::string words = "type " + std::to_string(seen.type) + " for ";
  words += seen.registration == earlier_registration
               ? "a registration of an earlier script"
               : "registration " + std::to_string(seen.registration);
  return seen.row ? words + ": " + words::describe(*seen.row) : words;
}

std::string in_words(const state::Pending& pending) {
  return "type " + std::to_string(pending.type) + " for registration " +
         std::to_string(pending.registration);
}

bool is_of_other_family(const state::OpenRegistration& registration, const Notification& seen) {
  if (!is_ip(registration.family) || !seen.row) return false;
  return seen.row->destination.address.family != registration.family;
}

// The rule that an unexpected callback breaks.
Promise promise_broken_by(const state::State& state, const Notification& seen) {
  if (seen.registration >= state.registrations().size()) return Promise::context;
  const state::OpenRegistration& registration = state.registrations()[seen.registration];
  if (is_of_other_family(registration, seen)) return Promise::only_its_family;
  if (!registration.active) return Promise::no_more;
  if (seen.type == state::initial_notification) return Promise::initial_notification;
  const state::TableChange& change = state.last_change();
  return change.made && !change.succeeded ? Promise::none_for_refused : Promise::one_per_change;
}

std::string broken_rule(const state::State& state, const Notification& seen) {
  // Any call has the rules of netioconf_reset.
  if (seen.registration == earlier_registration) return broken(Call::create_route, Promise::no_more);
  const Promise promise = promise_broken_by(state, seen);
  return broken(promise == Promise::no_more ? Call::cancel_notification : Call::notify_route_change,
                promise);
}

bool is_unpromised(const state::State& state, const Notification& seen) {
  return seen.registration < state.registrations().size() &&
         state.registrations()[seen.registration].unpromised;
}

// Whether a callback may report the expiry of a route with a short lifetime.
bool may_tell_of_expiry(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
                        const Notification& seen) {
  if (seen.type != state::delete_instance || !seen.row) return false;
  const state::RouteEntry* entry = shown_route(choices, host, state, *seen.row).entry;
  return entry != nullptr && entry->may_expire;
}

// Whether a callback may report what no call of the script changed: another program or the stack itself
// changes a route that existed before the script, or a route comes with an anycast address.
bool may_be_of_others(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
                      const Notification& seen) {
  if (!seen.row || seen.type == state::initial_notification) return false;
  const ShownRoute shown = shown_route(choices, host, state, *seen.row);
  if (shown.link == nullptr) return false;
  if (shown.entry == nullptr) return state::may_come_with_anycast(state, shown.key);
  return shown.entry->preexisting && seen.type == state::parameter_notification;
}

// One without a row for each family of the registration. The documents don't say what a missing stack
// changes.
std::vector<state::Pending> one_a_family(const Host& host, std::uint16_t registered) {
  if (registered != unspecified_family) return {state::Pending{}};
  return {state::Pending{}, state::Pending{.promised = host.ipv4 && host.ipv6}};
}

std::vector<state::Pending> one_a_route(const Host& host, const state::State& state,
                                        std::uint16_t registered) {
  std::vector<state::Pending> all;
  for (const auto& [key, entry] : state.routes()) {
    const bool is_of_family =
        registered == unspecified_family || registered == key.to.destination.family;
    if (!is_of_family) continue;
    const Link* link = state.link_of_row(host, key.to.luid, 0);
    all.push_back(
        {.key = key, .index = link == nullptr ? 0 : link->index, .promised = !entry.may_expire});
  }
  return all;
}

// Without registration and type.
std::vector<state::Pending> initial_notifications(readings::ChoiceEnumerator& choices, const Host& host,
                                                  const state::State& state, std::uint16_t registered) {
  using readings::InitialNotifications;
  const std::size_t subject = registered == unspecified_family ? 0 : 1;
  switch (choices.ask<readings::initial_notifications>(subject)) {
    case InitialNotifications::once:
      return {state::Pending{}};
    case InitialNotifications::once_a_family:
      return one_a_family(host, registered);
    case InitialNotifications::once_a_route:
      break;
  }
  return one_a_route(host, state, registered);
}

// A registration that failed, was cancelled or has a NULL argument may have no valid handle. No page
// says with which status its cancellation fails.
bool has_valid_handle(const state::OpenRegistration& registration) {
  return registration.active && !registration.unpromised;
}

// A route whose lifetime may be over may have caused a callback before the cancellation, which is
// collected after it.
void may_have_told_of_expiries(const Host& host, const state::State& state, std::uint32_t registration,
                               state::StepOutcome& outcome) {
  const std::uint16_t family = state.registrations()[registration].family;
  if (state.expiring_routes(family) == 0) return;
  std::vector<state::Pending> pending = state.pending();
  for (state::Pending expiry : one_a_route(host, state, family)) {
    if (expiry.promised) continue;
    expiry.registration = registration;
    expiry.type = state::delete_instance;
    pending.push_back(expiry);
  }
  outcome.edits.push_back(state::SetPending{std::move(pending)});
}

// The first of the most certain callbacks that fit, so that those that may still be missing are the
// least certain ones.
template <class Fits>
std::vector<state::Pending>::iterator most_certain(std::vector<state::Pending>& pending, Fits fits) {
  const auto certainty = [](const state::Pending& each) {
    return std::pair{each.promised, each.when_read};
  };
  auto found = pending.end();
  for (auto each = pending.begin(); each != pending.end(); ++each) {
    if (found != pending.end() && certainty(*each) <= certainty(*found)) continue;
    if (fits(*each)) found = each;
  }
  return found;
}

// Reports the pending callbacks that did not arrive.
void check_missing(const std::vector<state::Pending>& pending, state::StepOutcome& outcome) {
  for (const state::Pending& missing : pending) {
    if (!missing.promised) continue;
    outcome.mismatch([&] {
      return Mismatch{
          .rule = broken(Call::notify_route_change, missing.type == state::initial_notification
                                                        ? Promise::initial_notification
                                                        : Promise::one_per_change),
          .member = "callback",
          .allowed = in_words(missing),
          .observed = "none"};
    });
  }
}

}  // namespace

void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const NotifyCall& call, const Reply& reply, state::StepOutcome& outcome) {
  const bool unpromised = call.null_callback || call.null_handle;
  const NotifySituation situation{.choices = choices, .arguments = call};
  const Status observed = meaning_of(reply.status);
  // The page doesn't say what happens if the callback or the handle is NULL.
  const StatusSet anyway = unpromised ? StatusSet{observed} : StatusSet{};
  weigh(notify_route_change_refusals(), situation, observed, anyway, outcome);
  const bool success = succeeded(choices, Call::notify_route_change, reply, outcome);
  outcome.edits.push_back(state::AddRegistration{
      {.family = call.family, .active = success, .unpromised = unpromised || !outcome.status_fits}});
  if (!success || !call.initial_notification) return;
  std::vector<state::Pending> pending = state.pending();
  for (state::Pending initial : initial_notifications(choices, host, state, call.family)) {
    initial.registration = static_cast<std::uint32_t>(state.registrations().size());
    initial.type = state::initial_notification;
    initial.promised = initial.promised && !unpromised;
    pending.push_back(initial);
  }
  outcome.edits.push_back(state::SetPending{std::move(pending)});
}

void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const CancelCall& call, const Reply& reply, state::StepOutcome& outcome) {
  outcome.allowed.insert(Status::success);
  const bool known = call.registration < state.registrations().size();
  if (!known || !has_valid_handle(state.registrations()[call.registration]))
    outcome.allowed.insert(meaning_of(reply.status));
  const bool success = succeeded(choices, Call::cancel_notification, reply, outcome);
  if (!known) return;
  if (success) {
    may_have_told_of_expiries(host, state, call.registration, outcome);
    outcome.edits.push_back(state::CancelRegistration{call.registration});
  }
  // Whether the registration still exists is not known.
  if (!outcome.status_fits) outcome.edits.push_back(state::DoubtRegistration{call.registration});
}

void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
          const CollectCall&, const Reply& reply, state::StepOutcome& outcome) {
  outcome.allowed.insert(meaning_of(reply.status));  // No function is called.
  std::vector<state::Pending> pending = state.pending();
  for (const Notification& seen : reply.notifications) {
    const auto found = most_certain(pending, [&](const state::Pending& expected) {
      return is_about(choices, host, expected, seen);
    });
    if (found != pending.end()) {
      pending.erase(found);
    } else if (!is_unpromised(state, seen) && !may_tell_of_expiry(choices, host, state, seen) &&
               !may_be_of_others(choices, host, state, seen)) {
      outcome.mismatch([&] {
        return Mismatch{.rule = broken_rule(state, seen),
                        .member = "callback",
                        .allowed = "none",
                        .observed = in_words(seen)};
      });
    }
  }
  check_missing(pending, outcome);
  // A callback that did not arrive in time may arrive later.
  for (state::Pending& late : pending) late.promised = false;
  outcome.edits.push_back(state::SetPending{std::move(pending)});
}

}  // namespace netioconf::oracle::rules::steps
