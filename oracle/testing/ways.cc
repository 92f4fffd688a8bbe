#include "oracle/testing/ways.h"

namespace netioconf::oracle {

void append(std::vector<Way>& all, const std::vector<Way>& some) {
  all.insert(all.end(), some.begin(), some.end());
}

std::vector<Way> accepted_or_refused(const std::string& question, const std::string& subject,
                                     const Step& accepted, const Steps& before) {
  Steps accepting = before;
  accepting.push_back(accepted);
  Steps refusing = before;
  refusing.push_back(answered(accepted.operation, number::invalid_parameter));
  return {{question, subject, "accepted", accepting}, {question, subject, "refused", refusing}};
}

}  // namespace netioconf::oracle
