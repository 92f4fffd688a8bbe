#include "reports/merge/parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "corpora/text/fingerprint.h"
#include "reports/merge/keys.h"
#include "reports/words/escape.h"

namespace netioconf::reports::merge {
namespace {

bool is_same_shard(const Report& one, const Report& other) {
  return one.has_shard() && other.has_shard() && one.shard().number() == other.shard().number() &&
         one.shard().count() == other.shard().count() && one.shard().run() == other.shard().run();
}

bool has_kind(const Report& report, const Group& kind) {
  return std::ranges::any_of(report.groups(),
                             [&](const Group& group) { return kind_of(group) == kind_of(kind); });
}

bool is_replaced_by(const Report& unfinished, const Report& ended) {
  return ended.unfinished().empty() && is_same_shard(unfinished, ended) &&
         std::ranges::all_of(unfinished.groups(),
                             [&](const Group& kind) { return has_kind(ended, kind); });
}

// What a run found, without its files and how long it took.
std::string found_by(const Report& report) {
  Report found;
  found.set_strict(report.strict());
  *found.mutable_scripts_count() = report.scripts_count();
  *found.mutable_steps() = report.steps();
  *found.mutable_coverage() = report.coverage();
  *found.mutable_too_little() = report.too_little();
  for (const Group& group : report.groups()) {
    *found.add_groups() = group;
    found.mutable_groups()->rbegin()->clear_shortest();
  }
  for (const FollowedReading& reading : report.readings()) {
    *found.add_readings() = reading;
    found.mutable_readings()->rbegin()->clear_evidence();
  }
  return found.SerializeAsString();
}

using NamedPart = std::pair<const std::string, Report>;

// Of ended reports that found the same in the same shard, the one with the first name remains.
bool repeats(const NamedPart& part, const NamedPart& other) {
  return other.first < part.first && other.second.unfinished().empty() &&
         is_same_shard(part.second, other.second) && found_by(part.second) == found_by(other.second);
}

PartSet without_replaced(PartSet parts) {
  const auto is_replaced = [&](const NamedPart& each) {
    return std::ranges::any_of(parts.reports, [&](const NamedPart& other) {
      return each.second.unfinished().empty() ? repeats(each, other)
                                              : is_replaced_by(each.second, other.second);
    });
  };
  std::vector<std::string> replaced;
  for (const auto& each : parts.reports) {
    if (is_replaced(each)) replaced.push_back(each.first);
  }
  for (const std::string& name : replaced) parts.reports.erase(name);
  return parts;
}

std::string list_of(const Report& report) {
  std::string text;
  for (const KnownDeviation& entry : report.known().entries())
    text += fmt::format("{}\n", entry.SerializeAsString());
  return text;
}

// What two reports have that may not differ.
struct Trait {
  std::string says;  // "is about emulated"
  std::string value;
};

std::vector<Trait> traits_of(const Report& report) {
  const std::string& profile = Profile::Value_Name(report.profile());
  const std::string version = report.catalogue().empty() ? "without a version" : report.catalogue();
  const std::string& tested = report.implementation_version();
  return {{"is about " + report.implementation(), report.implementation()},
          {"is about version " + (tested.empty() ? "unknown" : tested), tested},
          {"is judged by the profile " + profile, profile},
          {"is judged by the catalogue " + version, version}};
}

std::unexpected<std::string> do_not_belong_together(const PartFile& one, const std::string& says,
                                                    const PartFile& other,
                                                    const std::string& says_other) {
  return std::unexpected(fmt::format("{}: {}, but {} {} (merge reports that belong together)",
                                     words::legible(other.path), words::legible(says_other),
                                     words::legible(one.path), words::legible(says)));
}

std::expected<void, std::string> belong_together(const PartFile& one, const PartFile& other) {
  const std::vector<Trait> traits = traits_of(one.report);
  const std::vector<Trait> others = traits_of(other.report);
  for (std::size_t i = 0; i < traits.size(); ++i) {
    if (traits[i].value != others[i].value)
      return do_not_belong_together(one, traits[i].says, other, others[i].says);
  }
  return {};
}

std::string says_list(const PartFile& named) {
  return fmt::format("was compared with {} entries of {}", named.report.known().entries_size(),
                     named.report.known().list());
}

}  // namespace

std::string part_name(const Report& report) {
  return corpora::text::Fingerprint{report.SerializeAsString()}.hex();
}

std::expected<PartSet, std::string> parts_of(const std::vector<PartFile>& reports) {
  const PartFile* with_list = nullptr;
  PartSet parts;
  for (const PartFile& named : reports) {
    if (auto together = belong_together(reports.front(), named); !together)
      return std::unexpected(together.error());
    if (named.report.has_known() && with_list == nullptr) with_list = &named;
    if (named.report.has_known() && list_of(named.report) != list_of(with_list->report))
      return do_not_belong_together(*with_list, says_list(*with_list), named, says_list(named));
    parts.reports.emplace(part_name(named.report), named.report);
  }
  return without_replaced(std::move(parts));
}

PartSet joined(PartSet one, const PartSet& other) {
  one.reports.insert(other.reports.begin(), other.reports.end());
  return without_replaced(std::move(one));
}

}  // namespace netioconf::reports::merge
