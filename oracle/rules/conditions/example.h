#pragma once

#include <vector>

#include "oracle/model/host.h"
#include "oracle/model/operation.h"
#include "oracle/model/short_list.h"

namespace netioconf::oracle::rules::inline conditions {

// A call on one side of the boundary of a rule, and what exists before it.
template <class Arguments>
struct CallExample {
  Host host = plain_host();
  std::vector<Operation> before = {};  // calls that succeed
  Arguments call;
};

// Two changes to a call that no rule refuses: `beyond` breaks the rule and nothing else if possible,
// `within` is as close to the boundary as possible but doesn't break the rule.
template <class Arguments>
struct ExamplePair {
  void (*beyond)(CallExample<Arguments>&);
  void (*within)(CallExample<Arguments>&);
};

template <class Arguments>
using ExamplePairs = ShortList<ExamplePair<Arguments>, 8>;

}  // namespace netioconf::oracle::rules::inline conditions
