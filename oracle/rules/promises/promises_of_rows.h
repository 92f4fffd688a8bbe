#pragma once

#include "oracle/readings/questions.h"
#include "oracle/rules/promises/promise.h"
#include "oracle/rules/promises/sample_entries.h"

// What is promised of the rows that calls return, and of those that calls add or change.
namespace netioconf::oracle::rules::inline promises::promised {

inline constexpr PromiseWords both_identifiers{
    .promise = Promise::both_identifiers,
    .says = "a row that is read names the link by its LUID and by its index",
    .examples = {{[](Call call) { return read_with_index(call, 0); },
                  [](Call call) { return read_with_index(call, 1); }}}};

inline constexpr PromiseWords key_members{
    .promise = Promise::key_members,
    .says = "a row that is read has the destination and next hop of its route",
    .examples = {{[](Call call) { return read_as(call, via(own_route(), no_family)); },
                  [](Call call) { return read_as(call, own_route()); }}}};

inline constexpr PromiseWords keeps_members{
    .promise = Promise::keeps_members,
    .says = "a route has the lifetimes, site prefix, protocol and flags that the caller set",
    .reading = readings::flags_read_back.id,
    .examples = {
        {[](Call call) { return read_as(call, with(own_route(), &RouteRow::site_prefix_length, 1)); },
         [](Call call) { return read_as(call, own_route()); }}}};

inline constexpr PromiseWords metric{
    .promise = Promise::metric,
    .says = "Metric is an offset to the metric of the link",
    .reading = readings::metric_read_back.id,
    .examples = {{[](Call call) { return read_as(call, with(own_route(), &RouteRow::metric, 1)); },
                  [](Call call) { return read_as(call, own_route()); }}}};

// No script runs for more than an hour.
inline constexpr PromiseWords age{
    .promise = Promise::age,
    .says = "Age is the time since the route was added or modified; the caller's value is ignored",
    .kind = Kind::ignored,
    .examples = {{[](Call call) { return read_as(call, with(own_route(), &RouteRow::age_s, 3601)); },
                  [](Call call) { return read_as(call, with(own_route(), &RouteRow::age_s, 3600)); }}}};

// NL_ROUTE_ORIGIN has the values 0 to 4.
inline constexpr PromiseWords origin{
    .promise = Promise::origin,
    .says = "the stack sets Origin; the caller's value is ignored",
    .kind = Kind::ignored,
    .examples = {{[](Call call) { return read_as(call, with(own_route(), &RouteRow::origin, 5)); },
                  [](Call call) { return read_as(call, own_route()); }}}};

inline constexpr PromiseWords scope_id{
    .promise = Promise::scope_id,
    .says = "ScopeId is the link's; the caller's value is ignored",
    .kind = Kind::ignored,
    .examples = {{[](Call call) { return read_as(call, with(own_anycast(), &AnycastRow::scope_id, 1)); },
                  [](Call call) { return read_as(call, own_anycast()); }}}};

}  // namespace netioconf::oracle::rules::inline promises::promised
