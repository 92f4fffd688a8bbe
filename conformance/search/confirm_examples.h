#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "conformance/execution/execution.h"
#include "conformance/execution/implementation.h"
#include "conformance/execution/shrink/deviation.h"
#include "conformance/implementations/kinds.h"
#include "reports/summary/summarize.h"

namespace netioconf::conformance::search {

struct ConfirmOptions {
  implementations::ImplementationName implementation;
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  std::chrono::milliseconds time_limit = implementations::usual_time_limit;  // for each call
  std::function<bool(const reports::GroupKey&)> is_known;  // known deviations are not repeated
  bool resets = false;                                     // the implementation has netioconf_reset
  std::vector<oracle::Script> committed = {};              // in the order of the run
  execution::shrink::FindScript find_script;               // a script that the judge's evidence names
  std::chrono::steady_clock::duration run = {};            // how long the committed scripts took
};

// Repeats the example of each kind of deviation in a fresh implementation, so that the command of the
// finding shows it. An example that does not deviate there is replaced by another one of its kind, or it
// gets the scripts that it needs before it, and says so. With netioconf_reset, that is its fault, and
// one kind. `deviating` are the scripts that deviated.
void confirm_examples(reports::Summary& summary, const std::vector<execution::Execution>& deviating,
                      const ConfirmOptions& options);

}  // namespace netioconf::conformance::search
