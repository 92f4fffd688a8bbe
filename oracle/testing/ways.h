#pragma once

#include <string>

#include "oracle/testing/judging.h"

// For every answer to every question, steps that no other answer explains.
namespace netioconf::oracle {

struct Way {
  std::string question;
  std::string subject;
  std::string answer;
  Steps steps;
  Host host = plain_host();
  readings::Profile profile =
      readings::Profile::documented;  // under which the other answers are open as well
};

[[nodiscard]] std::vector<Way> ways_with_routes();
[[nodiscard]] std::vector<Way> ways_with_lookups();
[[nodiscard]] std::vector<Way> ways_with_other_calls();

void append(std::vector<Way>& all, const std::vector<Way>& some);

// A call that distinguishes the answers "accepted" and "refused".
[[nodiscard]] std::vector<Way> accepted_or_refused(const std::string& question,
                                                   const std::string& subject, const Step& accepted,
                                                   const Steps& before = {});

}  // namespace netioconf::oracle
