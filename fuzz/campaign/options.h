#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "conformance/search/shard/shard.h"
#include "oracle/readings/reading.h"
#include "reports/model/invocation.h"
#include "reports/writers/source_root.h"
#include "reports/writers/text_style.h"

namespace netioconf::fuzz::campaign {

struct CampaignOptions {
  reports::Invocation invocation;
  std::string implementation;
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  std::chrono::milliseconds duration{0};  // total running time, without interruptions
  std::filesystem::path out;
  reports::writers::SourceRoot source_root;
  reports::writers::TextStyle style;        // of the report at the end
  conformance::search::shard::Shard shard;  // searches different things than other shards
  unsigned jobs = 1;
  bool resume = false;
  std::chrono::milliseconds time_limit{5000};  // for each call
};

}  // namespace netioconf::fuzz::campaign
