#include "conformance/known/running_version.h"

#include <fmt/format.h>
#include <sys/utsname.h>

#include "conformance/implementations/wine/prefix.h"
#include "reports/known/version_range.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::known {

std::string running_version(const std::string& implementation) {
  if (implementation == "linux") {
    utsname names{};
    return uname(&names) == 0 ? names.release : "";
  }
  if (implementation != "wine:user") return {};
  const auto wine = implementations::wine::Wine::find();
  return wine ? wine->version() : "";
}

std::string recorded_version(std::string_view implementation, std::string_view system) {
  std::string_view product;
  if (implementation == "linux") product = "Linux ";
  if (implementation == "wine:user") product = "Wine ";
  const std::size_t at = product.empty() ? std::string_view::npos : system.find(product);
  if (at == std::string_view::npos) return {};
  system.remove_prefix(at + product.size());
  return std::string{system.substr(0, system.find(' '))};
}

std::optional<reports::known::Known> about_running(const std::optional<reports::known::Known>& list,
                                                   const std::string& version) {
  if (!list) return std::nullopt;
  reports::known::Known known = reports::known::about_version(*list, version);
  const std::size_t others = list->entries.size() - known.entries.size();
  if (others != 0) {
    reports::say(fmt::format("{}: {} of {} entries are about other versions than {}: not used",
                             list->path, others, list->entries.size(), version));
  }
  return known;
}

}  // namespace netioconf::conformance::known
