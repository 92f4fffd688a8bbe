#include "reports/writers/publish.h"

#include <fmt/format.h>

#include "reports/model/exit_status.h"
#include "reports/writers/write.h"

namespace netioconf::reports::writers {

int publish(const Publication& publication, const Destination& destination) {
  const auto& [out, root, style, for_github] = destination;
  if (out) {
    Source source = publication.source();
    source.root = root;
    if (const auto written = write_result(source, *out); !written) return could_not_run(written.error());
  }
  fmt::print("{}", for_github ? github(publication.shown, root) : text(publication.shown, style));
  return publication.status ? *publication.status : could_not_run(publication.status.error());
}

}  // namespace netioconf::reports::writers
