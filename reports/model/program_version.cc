#include "reports/model/program_version.h"

namespace netioconf::reports::inline model {

const char* program_version() { return NETIOCONF_PROGRAM_VERSION; }

}  // namespace netioconf::reports::inline model
