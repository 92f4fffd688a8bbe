#pragma once

#include "oracle/model/rule.h"
#include "oracle/model/steps.h"

// How the rules that are not refusals are written.
namespace netioconf::oracle::rules::inline promises {

// Two traces of a call. In the last step of `beyond` the implementation breaks the promise and nothing
// else if possible; `within` is as close as possible, and the implementation keeps the promise.
struct TracePair {
  Trace (*beyond)(Call);
  Trace (*within)(Call);
};
using TracePairs = ShortList<TracePair, 4>;

// What a call promises, in words and as traces. Calls share most promises.
struct PromiseWords {
  Promise promise;
  std::string_view says;
  std::string_view reading = "";
  Kind kind = Kind::effect;
  std::string_view follows_from = "";  // Rule::follows_from
  TracePairs examples;
};

// A rule about what a call does.
struct Effect {
  Rule rule;
  TracePairs examples;
};

[[nodiscard]] consteval Effect effect(std::string_view id, Citation source, const PromiseWords& words) {
  return {{.id = id,
           .kind = words.kind,
           .source = source,
           .says = words.says,
           .reading = words.reading,
           .promise = words.promise,
           .follows_from = words.follows_from},
          words.examples};
}

}  // namespace netioconf::oracle::rules::inline promises
