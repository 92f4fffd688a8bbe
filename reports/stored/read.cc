#include "reports/stored/read.h"

#include <fmt/format.h>
#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>

#include "corpora/files/files.h"
#include "reports/model/report.h"
#include "reports/stored/format_before.h"
#include "reports/stored/gzip.h"
#include "reports/stored/json.h"
#include "reports/stored/problem.h"
#include "reports/words/escape.h"

namespace netioconf::reports::stored {
namespace {

using nlohmann::json;

// Of the text, compressed or not. The report on a library whose functions only return success, which is
// wrong almost everywhere, has 18 MiB.
constexpr std::size_t size_max = std::size_t{64} << 20U;
constexpr int depth_max = 64;  // A report has fewer than ten levels; what prints JSON is recursive.
constexpr const char* remedy = "netioconf check --out DIR writes a new DIR/report.json";

// The parser reports the position as a byte offset, from 1; 0 at the end of an empty text.
std::string place_in(std::string_view text, std::size_t octet) {
  const std::string_view before = text.substr(0, std::min(octet == 0 ? 0 : octet - 1, text.size()));
  const auto line = std::ranges::count(before, '\n') + 1;
  return fmt::format("{}:{}", line, before.size() - (before.rfind('\n') + 1) + 1);
}

std::string unreadable(const std::string& path, std::string_view problem) {
  return fmt::format("{} ({})", words::about_file(path, problem), remedy);
}

std::expected<json, std::string> parse_json(std::string_view text, const std::string& path) {
  bool is_too_deep = false;
  const auto keep = [&](int depth, json::parse_event_t, const json&) {
    is_too_deep = is_too_deep || depth > depth_max;
    return depth <= depth_max;
  };
  try {
    json whole = json::parse(text, keep);
    if (is_too_deep) return std::unexpected(unreadable(path, "nested too deeply for a report.json"));
    return whole;
  } catch (const json::out_of_range&) {
    return std::unexpected(unreadable(path, "contains a number that is out of range"));
  } catch (const json::parse_error& error) {
    return std::unexpected(
        unreadable(path + ":" + place_in(text, error.byte), "not valid JSON from here on"));
  }
}

std::string wrong_format(const json& format) {
  const std::string readable = fmt::format("format {} or {}", report_format - 1, report_format);
  if (!format.is_number_unsigned()) return "not a report.json of " + readable;
  return fmt::format("a report.json of format {}, not of {}", format.dump(), readable);
}

// A member that is missing or has the wrong type.
std::expected<void, std::string> adapt(json& report, const std::string& path) {
  try {
    adapt_format_3(report);
    return {};
  } catch (const json::exception& error) {
    return std::unexpected(unreadable(path, error.what()));
  }
}

}  // namespace

std::expected<Report, std::string> parse_report(std::string_view text, const std::string& path) {
  auto whole = parse_json(text, path);
  if (!whole) return std::unexpected(whole.error());
  if (whole->is_object() && whole->contains("kind")) {
    return std::unexpected(
        fmt::format("{}: this is the report of a comparison (name a report that netioconf check, sweep, "
                    "judge or campaign wrote)",
                    words::legible(path)));
  }
  const json format = whole->is_object() ? whole->value("format", json{}) : json{};
  if (format == report_format - 1) {
    if (auto adapted = adapt(*whole, path); !adapted) return std::unexpected(adapted.error());
  } else if (format != report_format) {
    return std::unexpected(unreadable(path, wrong_format(format)));
  }
  Report report;
  const auto status = google::protobuf::util::JsonStringToMessage(whole->dump(), &report);
  if (!status.ok()) return std::unexpected(unreadable(path, std::string{status.message()}));
  if (const std::string problem = problem_in(report); !problem.empty())
    return std::unexpected(unreadable(path, problem));
  return report;
}

bool is_as_written(std::string_view text, const Report& report) {
  const std::string written = json_text(report);
  if (text == written) return true;
  json whole = json::parse(text);
  if (whole.at("format") != report_format - 1) return false;
  adapt_format_3(whole);
  return whole == json::parse(written);
}

std::filesystem::path report_path(const std::filesystem::path& named) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(named, ignored)) return named;
  const std::filesystem::path compressed = named / (std::string{report_name} + ".gz");
  return std::filesystem::exists(compressed, ignored) ? compressed : named / report_name;
}

std::expected<std::string, std::string> read_text(const std::filesystem::path& file) {
  const std::string shown = words::legible(file.string());
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored))
    return std::unexpected(shown + ": no such file (name a report.json or its folder)");
  auto text = corpora::files::read_file(file, size_max);
  if (!text) {
    corpora::files::Diagnostic problem = text.error();
    problem.path = shown;
    problem.remedy = "name a report.json";
    return std::unexpected(corpora::files::describe(problem));
  }
  if (file.extension() != ".gz") return *std::move(text);
  auto decompressed = gunzip(*text, size_max);
  if (!decompressed)
    return std::unexpected(unreadable(
        file.string(), fmt::format("not a whole file of gzip with at most {} MiB", size_max >> 20U)));
  return *std::move(decompressed);
}

std::expected<Report, std::string> read_report(const std::filesystem::path& path) {
  const std::filesystem::path file = report_path(path);
  const auto text = read_text(file);
  if (!text) return std::unexpected(text.error());
  return parse_report(*text, file.string());
}

}  // namespace netioconf::reports::stored
