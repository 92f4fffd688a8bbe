#include "reports/writers/publish.h"

#include <fmt/format.h>

#include "reports/model/exit_status.h"
#include "reports/writers/write.h"

namespace netioconf::reports::writers {

int publish(const Publication& publication, const std::optional<std::filesystem::path>& out,
            const SourceRoot& root) {
  if (out) {
    Source source = publication.source();
    source.root = root;
    if (const auto written = write_result(source, *out); !written) return could_not_run(written.error());
  }
  fmt::print("{}", publication.text);
  return publication.status ? *publication.status : could_not_run(publication.status.error());
}

}  // namespace netioconf::reports::writers
