#pragma once

#include "oracle/rules/promises/promise.h"
#include "oracle/rules/promises/sample_entries.h"

// What is promised of the tables that calls return.
namespace netioconf::oracle::rules::inline promises::promised {

inline constexpr PromiseWords readable{
    .promise = Promise::readable,
    .says = "a table contains as many rows as its NumEntries says",
    .examples = {{[](Call call) {
                    Step step = table(call, {});
                    step.reply.table->readable = false;
                    return called(call, {step});
                  },
                  [](Call call) { return called(call, {table(call, {})}); }}}};

inline constexpr PromiseWords complete{
    .promise = Promise::complete,
    .says = "a table contains every entry and no other row",
    .examples = {{[](Call call) { return called(call, {table(call, {}), table(call, {.other = 0})}); },
                  [](Call call) { return called(call, {table(call, {}), table(call, {})}); }}}};

inline constexpr PromiseWords only_its_family{
    .promise = Promise::only_its_family,
    .says = "a table for a family contains only entries of that family",
    .examples = {
        {[](Call call) { return called(call, {table(call, {}, family_of_own(call))}); },
         [](Call call) { return called(call, {table(call, {.other = 0}, family_of_own(call))}); }}}};

inline constexpr PromiseWords each_entry_once{
    .promise = Promise::each_entry_once,
    .says = "a table contains each entry once",
    .follows_from = "the page says only that the table contains the entries",
    .examples = {{[](Call call) { return called(call, {table(call, {.own = 2})}); },
                  [](Call call) { return called(call, {table(call, {})}); }}}};

}  // namespace netioconf::oracle::rules::inline promises::promised
