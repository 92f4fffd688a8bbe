#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "fuzz/campaign/folder.h"
#include "fuzz/campaign/options.h"
#include "reports/model/summarize.h"

namespace netioconf::fuzz {

// A kind of deviation that a campaign found, with the script that shows it.
struct Found {
  reports::GroupKey group;
  std::filesystem::path script;  // below Folder::scripts()
  std::size_t operations = 0;
  std::string input;  // the hash of what was kept
};

// Looks into what targets kept and where they ended: each is carried out again by itself, in a child
// that may crash and hang and with all the patience there is, and made short. What comes out depends on
// the files alone and is in files itself, so whatever is interrupted is simply done again.
class Findings {
 public:
  Findings(const Folder& folder, const CampaignOptions& options);

  // Takes in inputs at which a target ended, at most so many. How many they were.
  std::size_t take_artifacts(std::size_t at_most);

  // Looks into one that is new, or shorter than before; one that does not deviate again is put aside.
  // False if there is none, or nothing can be written.
  bool look_into_one();

  // By rule and call.
  [[nodiscard]] std::vector<Found> found() const;
  // Inputs that were put aside.
  [[nodiscard]] std::size_t unrepeated() const;
  // At how many of these a target had taken too much memory: it was kept from calls before.
  [[nodiscard]] std::size_t memory_ran_out() const;

 private:
  // False if what came of it can't be written.
  [[nodiscard]] bool look_into(const std::filesystem::path& kept, const std::string& hash,
                               const std::string& bytes);

  Folder folder_;
  CampaignOptions options_;
  std::map<std::string, Found> all_;  // by the name of what was kept
};

}  // namespace netioconf::fuzz
