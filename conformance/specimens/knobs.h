/* Every decision that the pages leave open, and a few in which Windows contradicts its pages. They are
 * read from the environment variable SPECIMEN as words "name=answer". The first answer is the default.
 */
#ifndef NETIOCONF_SPECIMENS_KNOBS_H
#define NETIOCONF_SPECIMENS_KNOBS_H

#include <stdbool.h>

#include "conformance/specimens/faults.h"

enum { accepted, refused };
enum { no, yes };

enum { numbers_ntstatus, numbers_win32 };
enum { duplicate_as_printed, duplicate_as_ntstatus };
enum { key_is_prefix_and_next_hop, key_is_prefix };
enum { host_bits_refused, host_bits_masked, host_bits_exact, host_bits_network };
enum { lookup_as_create, lookup_exact, lookup_masked, lookup_refused };
enum { mismatch_invalid_parameter, mismatch_not_supported, mismatch_kept };
enum { next_hop_needed, next_hop_on_link };
enum { zero_kept, zero_refused, zero_expired };
enum { last_second_gone, last_second_there };
enum { lifetimes_given, lifetimes_remaining };
enum { metric_offset, metric_sum };
enum { unused_given, unused_zero, unused_automatic };
enum { unused_counts_largest, unused_counts_zero };
enum { protocol_given, protocol_network_management, protocol_other };
enum { sentinel_given, sentinel_zero, sentinel_prefix_length };
enum { flag_given, flag_normal, flag_true, flag_false, flag_of_link };
enum { set_refuses, set_stores, set_ignores };
enum { stray_ignored, stray_in_key, stray_refused };
enum { stray_raw, stray_zeroed };
enum { empty_not_found, empty_success };
enum { order_inserted, order_reversed, order_sorted };
enum { callbacks_synchronous, callbacks_from_worker };
enum { row_whole, row_keys };
enum { scope_zero, scope_index, scope_level };
enum { failed_table_untouched, failed_table_null };
enum { host_one_link, host_three_links, host_ipv4_only, host_with_details };
enum { wildcard_refused, wildcard_first_match };
enum { unconnected_used, unconnected_passed_over };
enum {
  own_next_hop_given,
  own_next_hop_on_link,
  own_next_hop_same_key,
  own_next_hop_on_link_in_every_call,
};
enum { initial_once, initial_by_family, initial_by_row };

/* The values of members called `…_missing`, `…_unknown_link` and the like are an `enum status`. */
struct knobs {
  int fault; /* an enum fault */
  int order; /* 0: checks as listed, otherwise the seed of their order */
  int numbers, duplicate_number;

  int duplicate_key, host_bits, lookup_host_bits, family_mismatch;
  int port, flow_info, sin_zero, scope_id, stray_read_back;
  int next_hop_unspecified, site_prefix_sentinel;
  int no_ids, no_stack, link_without_family;

  int destination_multicast, destination_loopback, destination_broadcast, destination_class_e;
  int destination_mapped, destination_zero_net, destination_unspecified_host;
  int next_hop_multicast, next_hop_loopback, next_hop_broadcast, next_hop_class_e;
  int next_hop_mapped, next_hop_zero_net, gateway_on_loopback, own_next_hop;
  int anycast_loopback, anycast_class_e, anycast_broadcast, anycast_mapped, anycast_zero_net;
  int lookup_classes;

  int zero_lifetime, last_second, lifetimes_read_back, immortal_wins;
  int metric_read_back, unused_metric, unused_metric_sum, illegal_protocol, sentinel_read_back;
  int loopback_flag, autoconfigure_flag, publish_flag, immortal_flag;
  int origin;

  int set_missing, set_lifetimes, set_site_prefix;
  int set_unchanged_notifies, set_unchanged_keeps_age;
  int get_missing, get_validates, get_destination, get_next_hop, get_link, delete_missing;
  int best_missing, best_without_link, best_unknown_link, best_unconnected, best_source_null,
      best_source_restricts;
  int get_anycast_missing, get_anycast_unknown_link, delete_anycast_missing, anycast_scope;
  int get_link_unknown_link, path_mtu_timeout_ms;

  int empty_table, table_without_stacks, table_order, failed_table;
  int callbacks, delay_ms, notified_row, initial_notification;
  int host;         /* used without netioconf_reset */
  int host_version; /* of netioconf_host, that the library knows */
};

extern struct knobs knob;

/* Reads SPECIMEN. On an unknown word it returns false and sets no fault and the first answers. */
bool read_knobs(void);

/* Whether this library has the given fault. */
bool fault(enum fault which);

#endif
