#include "reports/formats/sarif_parts.h"

#include "reports/words/escape.h"

namespace netioconf::reports::formats::sarif_parts {
namespace {

constexpr const char* root_of_scripts = "%SRCROOT%";

Json artifact_of(const std::string& path) {
  if (path.starts_with('/')) return {{"uri", "file://" + words::uri_path(path)}};
  return {{"uri", words::uri_path(path)}, {"uriBaseId", root_of_scripts}};
}

}  // namespace

Json location(const std::string& path, int line) {
  return {{"physicalLocation",
           {{"artifactLocation", artifact_of(path)}, {"region", {{"startLine", line}}}}}};
}

std::string document(const SarifRun& given) {
  Json run;
  run["tool"]["driver"] = {
      {"name", "netioconf"}, {"version", words::legible(given.version)}, {"rules", given.rules}};
  run["invocations"] = Json::array({Json{{"commandLine", words::legible(given.command)},
                                         {"executionSuccessful", given.successful},
                                         {"toolExecutionNotifications", given.notifications}}});
  run["originalUriBaseIds"][root_of_scripts]["description"] =
      message("The folder that the paths of scripts are relative to.");
  run["results"] = given.results;
  Json whole{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}};
  whole["runs"] = Json::array({std::move(run)});
  return whole.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace netioconf::reports::formats::sarif_parts
