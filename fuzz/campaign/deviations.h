#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "fuzz/campaign/folder.h"
#include "fuzz/campaign/options.h"
#include "reports/summary/summarize.h"

namespace netioconf::fuzz::campaign {

// A kind of deviation that a campaign found, with the script that shows it.
struct CampaignDeviation {
  reports::GroupKey group;
  std::filesystem::path script;  // below Folder::scripts()
  std::size_t operations = 0;
  std::string input;  // hash of the kept input
};

// Examines the inputs that targets kept and those at which they ended. Each input runs again by itself,
// in a child that may crash or hang and with full patience, and is shortened. The results depend only on
// files and are stored in files, so an interrupted step can be repeated.
class CampaignDeviations {
 public:
  CampaignDeviations(const Folder& folder, const CampaignOptions& options);

  // Runs inputs at which a target ended, at most that many, and keeps those that deviate again. Returns
  // the number of inputs.
  std::size_t collect_artifacts(std::size_t at_most);

  // Examines one input that is new, or shorter than before. An input that does not deviate again is set
  // aside. False if there is none, or if nothing can be written.
  bool examine_one();

  // By rule and call.
  [[nodiscard]] std::vector<CampaignDeviation> found() const;
  // The number of inputs that were set aside.
  [[nodiscard]] std::size_t unrepeated() const;
  // The number of inputs that end the implementation by a call about which the documents promise
  // nothing.
  [[nodiscard]] std::size_t undecided() const;
  // The number of those at which a target had used too much memory. Earlier inputs can have used it.
  [[nodiscard]] std::size_t inputs_out_of_memory() const;

 private:
  // False if the result can't be written.
  [[nodiscard]] bool examine(const std::filesystem::path& kept, const std::string& hash,
                             const std::string& bytes);

  Folder folder_;
  CampaignOptions options_;
  std::map<std::string, CampaignDeviation> all_;  // by the name of the kept input
};

}  // namespace netioconf::fuzz::campaign
