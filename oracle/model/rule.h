#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "oracle/model/operation.h"
#include "oracle/model/short_list.h"
#include "oracle/model/status.h"

namespace netioconf::oracle::inline model {

// The place of a promise in the documents: "CreateIpForwardEntry2", "Return value", and the numbers of
// its sentences in that section, from 1, as oracle/sentences.tsv counts them. No number: the promise
// follows from the section as a whole.
struct Citation {
  std::string_view page;
  std::string_view section;
  ShortList<std::uint8_t, 4> sentences = {};

  template <class... Numbers>
  consteval Citation operator[](Numbers... numbers) const {
    return {page, section, {static_cast<std::uint8_t>(numbers)...}};
  }
};

// The page of what netioconf_reset promises, which is no document of Windows.
inline constexpr std::string_view own_header = "netioapi.h of netioconf";

enum class Kind : std::uint8_t {
  refusal,  // the call fails with a status if a condition holds
  effect,   // what a successful call does, or what no call does
  ignored,  // a member of the caller's row that must have no influence
};

// What a rule that is not a refusal promises. A call and its promise identify a rule.
enum class Promise : std::uint8_t {
  // Of a call that changes a table.
  takes_effect,
  unchanged_on_failure,
  exactly_one_change,
  row_untouched,
  // Of every call that names a link.
  luid_first,
  // Of every call that returns a row.
  both_identifiers,
  key_members,
  keeps_members,
  metric,
  age,
  origin,
  scope_id,
  family_kept,
  initial_members,
  // Of the table calls.
  readable,
  complete,
  only_its_family,
  each_entry_once,
  keeps_the_others,
  // Of GetBestRoute2.
  existing_route,
  link,
  leads_there,
  longest_prefix,
  complete_metric,
  source_link,
  connected_link,
  default_routes,
  best_source,
  // Of GetIpInterfaceEntry.
  path_mtu_timeout,
  connected,
  disable_default_routes,
  // Of notifications.
  one_per_change,
  none_for_refused,
  initial_notification,
  context,
  no_more,
  // Of every call.
  returns,
  stays_in_row,
  refuses_only_as_documented,
  // Of netioconf_reset.
  empties_tables,
  sets_up_host,
};
inline constexpr std::size_t promise_count = 41;

// A rule: one documented promise. Its id is the name of its folder of scripts, its name in a report and
// the parameter of its tests.
struct Rule {
  std::string_view id;
  Call call = Call::create_route;
  Kind kind = Kind::refusal;
  Citation source = {};
  std::string_view says = "";     // the promise, not in the words of the page
  std::string_view reading = "";  // id of the question that it depends on; empty if the pages are clear
  std::optional<Promise> promise = std::nullopt;  // nullopt: a refusal
  // What the page says instead, if the rule only follows from it; empty if the page says it.
  std::string_view follows_from = "";
};

}  // namespace netioconf::oracle::inline model
