#include "conformance/specimens/knobs.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/specimens/status.h"

struct knobs knob;

enum { longest_word = 80 };

struct answer {
  const char* name;
  int value;
};

struct knob_name {
  const char* name;
  size_t offset; /* of the int in struct knobs */
  const struct answer* answers;
};

/* A set of answers ends with a NULL name. */
static const struct answer acceptance[] = {{"accepted", accepted}, {"refused", refused}, {NULL, 0}};
static const struct answer no_or_yes[] = {{"no", no}, {"yes", yes}, {NULL, 0}};
static const struct answer numbers[] = {
    {"ntstatus", numbers_ntstatus}, {"win32", numbers_win32}, {NULL, 0}};
static const struct answer duplicate_numbers[] = {
    {"5010", duplicate_as_printed}, {"ntstatus", duplicate_as_ntstatus}, {NULL, 0}};
static const struct answer duplicate_keys[] = {
    {"prefix+next-hop", key_is_prefix_and_next_hop}, {"prefix", key_is_prefix}, {NULL, 0}};
static const struct answer host_bits[] = {{"refused", host_bits_refused},
                                          {"masked", host_bits_masked},
                                          {"exact", host_bits_exact},
                                          {"network", host_bits_network},
                                          {NULL, 0}};
static const struct answer lookups[] = {{"as-create", lookup_as_create},
                                        {"exact", lookup_exact},
                                        {"masked", lookup_masked},
                                        {"refused", lookup_refused},
                                        {NULL, 0}};
static const struct answer mismatches[] = {{"invalid-parameter", mismatch_invalid_parameter},
                                           {"not-supported", mismatch_not_supported},
                                           {"kept", mismatch_kept},
                                           {NULL, 0}};
static const struct answer stray[] = {
    {"ignored", stray_ignored}, {"key", stray_in_key}, {"refused", stray_refused}, {NULL, 0}};
static const struct answer stray_read_back[] = {{"raw", stray_raw}, {"zeroed", stray_zeroed}, {NULL, 0}};
static const struct answer next_hops[] = {
    {"refused", next_hop_needed}, {"on-link", next_hop_on_link}, {NULL, 0}};
static const struct answer no_ids[] = {{"invalid-parameter", status_invalid_parameter},
                                       {"file-not-found", status_file_not_found},
                                       {NULL, 0}};
static const struct answer no_stack[] = {
    {"not-supported", status_not_supported}, {"not-found", status_not_found}, {NULL, 0}};
static const struct answer unknown_links[] = {
    {"not-found", status_not_found}, {"file-not-found", status_file_not_found}, {NULL, 0}};
static const struct answer missing[] = {{"not-found", status_not_found},
                                        {"invalid-parameter", status_invalid_parameter},
                                        {"file-not-found", status_file_not_found},
                                        {"not-supported", status_not_supported},
                                        {"failed", status_failed},
                                        {NULL, 0}};
static const struct answer best_missing[] = {{"not-found", status_not_found},
                                             {"invalid-parameter", status_invalid_parameter},
                                             {"file-not-found", status_file_not_found},
                                             {"not-supported", status_not_supported},
                                             {"failed", status_failed},
                                             {"network-unreachable", status_network_unreachable},
                                             {NULL, 0}};
static const struct answer wildcards[] = {
    {"refused", wildcard_refused}, {"first-match", wildcard_first_match}, {NULL, 0}};
static const struct answer unconnected[] = {
    {"used", unconnected_used}, {"passed-over", unconnected_passed_over}, {NULL, 0}};
static const struct answer refusal[] = {{"refused", refused}, {"accepted", accepted}, {NULL, 0}};
static const struct answer own_next_hops[] = {
    {"given", own_next_hop_given},
    {"on-link", own_next_hop_on_link},
    {"same-key", own_next_hop_same_key},
    {"on-link-in-every-call", own_next_hop_on_link_in_every_call},
    {NULL, 0}};
static const struct answer initials[] = {
    {"once", initial_once}, {"family", initial_by_family}, {"row", initial_by_row}, {NULL, 0}};
static const struct answer host_versions[] = {{"2", 2}, {"1", 1}, {NULL, 0}};
static const struct answer zero_lifetimes[] = {
    {"kept", zero_kept}, {"refused", zero_refused}, {"expired", zero_expired}, {NULL, 0}};
static const struct answer last_seconds[] = {
    {"gone", last_second_gone}, {"there", last_second_there}, {NULL, 0}};
static const struct answer lifetimes[] = {
    {"given", lifetimes_given}, {"remaining", lifetimes_remaining}, {NULL, 0}};
static const struct answer metrics[] = {{"offset", metric_offset}, {"sum", metric_sum}, {NULL, 0}};
static const struct answer unused_metrics[] = {
    {"given", unused_given}, {"zero", unused_zero}, {"automatic", unused_automatic}, {NULL, 0}};
static const struct answer unused_sums[] = {
    {"largest", unused_counts_largest}, {"zero", unused_counts_zero}, {NULL, 0}};
static const struct answer protocols[] = {{"given", protocol_given},
                                          {"network-management", protocol_network_management},
                                          {"other", protocol_other},
                                          {NULL, 0}};
static const struct answer sentinels[] = {{"given", sentinel_given},
                                          {"zero", sentinel_zero},
                                          {"prefix-length", sentinel_prefix_length},
                                          {NULL, 0}};
static const struct answer flags[] = {{"given", flag_given},  {"normal", flag_normal},
                                      {"true", flag_true},    {"false", flag_false},
                                      {"link", flag_of_link}, {NULL, 0}};
static const struct answer set_illegal[] = {
    {"refused", set_refuses}, {"stored", set_stores}, {"ignored", set_ignores}, {NULL, 0}};
static const struct answer best_without_link[] = {
    {"refused", refused}, {"searched", accepted}, {NULL, 0}};
static const struct answer empty_tables[] = {
    {"not-found", empty_not_found}, {"success", empty_success}, {NULL, 0}};
static const struct answer orders[] = {
    {"inserted", order_inserted}, {"reversed", order_reversed}, {"sorted", order_sorted}, {NULL, 0}};
static const struct answer failed_tables[] = {
    {"untouched", failed_table_untouched}, {"null", failed_table_null}, {NULL, 0}};
static const struct answer callbacks[] = {
    {"synchronous", callbacks_synchronous}, {"worker", callbacks_from_worker}, {NULL, 0}};
static const struct answer notified_rows[] = {{"whole", row_whole}, {"keys", row_keys}, {NULL, 0}};
static const struct answer scopes[] = {
    {"zero", scope_zero}, {"index", scope_index}, {"level", scope_level}, {NULL, 0}};
static const struct answer hosts[] = {{"one-link", host_one_link},
                                      {"three-links", host_three_links},
                                      {"ipv4-only", host_ipv4_only},
                                      {"with-details", host_with_details},
                                      {NULL, 0}};

static const struct knob_name names[] = {
    {"numbers", offsetof(struct knobs, numbers), numbers},
    {"duplicate-number", offsetof(struct knobs, duplicate_number), duplicate_numbers},
    {"duplicate-key", offsetof(struct knobs, duplicate_key), duplicate_keys},
    {"host-bits", offsetof(struct knobs, host_bits), host_bits},
    {"lookup-host-bits", offsetof(struct knobs, lookup_host_bits), lookups},
    {"family-mismatch", offsetof(struct knobs, family_mismatch), mismatches},
    {"port", offsetof(struct knobs, port), stray},
    {"flow-info", offsetof(struct knobs, flow_info), stray},
    {"sin-zero", offsetof(struct knobs, sin_zero), stray},
    {"scope-id", offsetof(struct knobs, scope_id), stray},
    {"stray-read-back", offsetof(struct knobs, stray_read_back), stray_read_back},
    {"next-hop-unspecified", offsetof(struct knobs, next_hop_unspecified), next_hops},
    {"site-prefix-sentinel", offsetof(struct knobs, site_prefix_sentinel), acceptance},
    {"no-ids", offsetof(struct knobs, no_ids), no_ids},
    {"no-stack", offsetof(struct knobs, no_stack), no_stack},
    {"link-without-family", offsetof(struct knobs, link_without_family), no_stack},
    {"destination-multicast", offsetof(struct knobs, destination_multicast), acceptance},
    {"destination-loopback", offsetof(struct knobs, destination_loopback), acceptance},
    {"destination-broadcast", offsetof(struct knobs, destination_broadcast), acceptance},
    {"destination-class-e", offsetof(struct knobs, destination_class_e), acceptance},
    {"destination-mapped", offsetof(struct knobs, destination_mapped), acceptance},
    {"destination-zero-net", offsetof(struct knobs, destination_zero_net), acceptance},
    {"destination-unspecified-host", offsetof(struct knobs, destination_unspecified_host), acceptance},
    {"next-hop-multicast", offsetof(struct knobs, next_hop_multicast), acceptance},
    {"next-hop-loopback", offsetof(struct knobs, next_hop_loopback), acceptance},
    {"next-hop-broadcast", offsetof(struct knobs, next_hop_broadcast), acceptance},
    {"next-hop-class-e", offsetof(struct knobs, next_hop_class_e), acceptance},
    {"next-hop-mapped", offsetof(struct knobs, next_hop_mapped), acceptance},
    {"next-hop-zero-net", offsetof(struct knobs, next_hop_zero_net), acceptance},
    {"gateway-on-loopback", offsetof(struct knobs, gateway_on_loopback), acceptance},
    {"own-next-hop", offsetof(struct knobs, own_next_hop), own_next_hops},
    {"anycast-loopback", offsetof(struct knobs, anycast_loopback), acceptance},
    {"anycast-class-e", offsetof(struct knobs, anycast_class_e), acceptance},
    {"anycast-broadcast", offsetof(struct knobs, anycast_broadcast), acceptance},
    {"anycast-mapped", offsetof(struct knobs, anycast_mapped), acceptance},
    {"anycast-zero-net", offsetof(struct knobs, anycast_zero_net), acceptance},
    {"lookup-classes", offsetof(struct knobs, lookup_classes), acceptance},
    {"zero-lifetime", offsetof(struct knobs, zero_lifetime), zero_lifetimes},
    {"last-second", offsetof(struct knobs, last_second), last_seconds},
    {"lifetimes-read-back", offsetof(struct knobs, lifetimes_read_back), lifetimes},
    {"immortal-wins", offsetof(struct knobs, immortal_wins), no_or_yes},
    {"metric-read-back", offsetof(struct knobs, metric_read_back), metrics},
    {"unused-metric", offsetof(struct knobs, unused_metric), unused_metrics},
    {"unused-metric-sum", offsetof(struct knobs, unused_metric_sum), unused_sums},
    {"illegal-protocol", offsetof(struct knobs, illegal_protocol), protocols},
    {"sentinel-read-back", offsetof(struct knobs, sentinel_read_back), sentinels},
    {"loopback-flag", offsetof(struct knobs, loopback_flag), flags},
    {"autoconfigure-flag", offsetof(struct knobs, autoconfigure_flag), flags},
    {"publish-flag", offsetof(struct knobs, publish_flag), flags},
    {"immortal-flag", offsetof(struct knobs, immortal_flag), flags},
    {"set-missing", offsetof(struct knobs, set_missing), missing},
    {"set-lifetimes", offsetof(struct knobs, set_lifetimes), set_illegal},
    {"set-site-prefix", offsetof(struct knobs, set_site_prefix), set_illegal},
    {"set-unchanged-notifies", offsetof(struct knobs, set_unchanged_notifies), no_or_yes},
    {"set-unchanged-keeps-age", offsetof(struct knobs, set_unchanged_keeps_age), no_or_yes},
    {"get-missing", offsetof(struct knobs, get_missing), missing},
    {"get-validates", offsetof(struct knobs, get_validates), no_or_yes},
    {"get-destination", offsetof(struct knobs, get_destination), wildcards},
    {"get-next-hop", offsetof(struct knobs, get_next_hop), wildcards},
    {"get-link", offsetof(struct knobs, get_link), wildcards},
    {"delete-missing", offsetof(struct knobs, delete_missing), missing},
    {"best-missing", offsetof(struct knobs, best_missing), best_missing},
    {"best-without-link", offsetof(struct knobs, best_without_link), best_without_link},
    {"best-unknown-link", offsetof(struct knobs, best_unknown_link), unknown_links},
    {"best-unconnected", offsetof(struct knobs, best_unconnected), unconnected},
    {"best-source-restricts", offsetof(struct knobs, best_source_restricts), no_or_yes},
    {"best-source-null", offsetof(struct knobs, best_source_null), refusal},
    {"get-anycast-missing", offsetof(struct knobs, get_anycast_missing), missing},
    {"get-anycast-unknown-link", offsetof(struct knobs, get_anycast_unknown_link), unknown_links},
    {"delete-anycast-missing", offsetof(struct knobs, delete_anycast_missing), missing},
    {"anycast-scope", offsetof(struct knobs, anycast_scope), scopes},
    {"get-link-unknown-link", offsetof(struct knobs, get_link_unknown_link), unknown_links},
    {"empty-table", offsetof(struct knobs, empty_table), empty_tables},
    {"table-without-stacks", offsetof(struct knobs, table_without_stacks), no_stack},
    {"table-order", offsetof(struct knobs, table_order), orders},
    {"failed-table", offsetof(struct knobs, failed_table), failed_tables},
    {"callbacks", offsetof(struct knobs, callbacks), callbacks},
    {"notified-row", offsetof(struct knobs, notified_row), notified_rows},
    {"initial-notification", offsetof(struct knobs, initial_notification), initials},
    {"host", offsetof(struct knobs, host), hosts},
    {"host-version", offsetof(struct knobs, host_version), host_versions},
    {"order", offsetof(struct knobs, order), NULL},
    {"origin", offsetof(struct knobs, origin), NULL},
    {"delay-ms", offsetof(struct knobs, delay_ms), NULL},
    {"path-mtu-timeout-ms", offsetof(struct knobs, path_mtu_timeout_ms), NULL},
};
enum { name_count = sizeof names / sizeof names[0] };

static int* member(struct knobs* knobs, const struct knob_name* name) {
  return (int*)(void*)((char*)knobs + name->offset);
}

static struct knobs first_answers(void) {
  struct knobs knobs = {.fault = no_fault};
  for (size_t i = 0; i < name_count; ++i) {
    if (names[i].answers != NULL) *member(&knobs, &names[i]) = names[i].answers[0].value;
  }
  return knobs;
}

static bool read_number(const char* text, int* number) {
  char* end;
  const long value = strtol(text, &end, 10);
  if (end == text || *end != '\0' || value < 0 || value > 1000000) return false;
  *number = (int)value;
  return true;
}

static bool read_answer(const struct answer* answers, const char* text, int* value) {
  for (const struct answer* answer = answers; answer->name != NULL; ++answer) {
    if (strcmp(answer->name, text) != 0) continue;
    *value = answer->value;
    return true;
  }
  return false;
}

/* Reads one word "name=answer", and splits it in place. */
static bool read_word(struct knobs* knobs, char* word) {
  char* answer = strchr(word, '=');
  if (answer == NULL) return false;
  *answer++ = '\0';
  if (strcmp(word, "fault") == 0) {
    knobs->fault = (int)fault_named(answer);
    return knobs->fault != no_fault;
  }
  for (size_t i = 0; i < name_count; ++i) {
    if (strcmp(names[i].name, word) != 0) continue;
    int* value = member(knobs, &names[i]);
    return names[i].answers == NULL ? read_number(answer, value)
                                    : read_answer(names[i].answers, answer, value);
  }
  return false;
}

static bool read_words(struct knobs* knobs, const char* text) {
  while (*text != '\0') {
    const size_t length = strcspn(text, " ");
    char word[longest_word];
    if (length >= sizeof word) return false;
    memcpy(word, text, length);
    word[length] = '\0';
    if (length > 0 && !read_word(knobs, word)) return false;
    text += length;
    text += strspn(text, " ");
  }
  return true;
}

bool read_knobs(void) {
  const char* text = getenv("SPECIMEN");
  struct knobs knobs = first_answers();
  const bool known = text == NULL || read_words(&knobs, text);
  knob = known ? knobs : first_answers();
  return known;
}

bool fault(enum fault which) { return knob.fault == (int)which; }
