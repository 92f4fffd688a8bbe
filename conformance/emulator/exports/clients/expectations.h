#pragma once

#include <cstdint>
#include <source_location>
#include <string>
#include <string_view>

namespace netioconf::conformance::emulator::exports::clients {

// What a client expects of the fake. Each expectation that is not met is a line on the standard output.
// The functions return whether it is met.
class Expectations {
 public:
  explicit Expectations(std::string_view client) : client_{client} {}

  [[nodiscard]] bool all_met() const { return all_met_; }

  // Two numbers.
  template <class Got, class Wanted>
  bool equal(Got got, Wanted wanted, std::source_location where = std::source_location::current()) {
    return met(static_cast<std::int64_t>(got), true, static_cast<std::int64_t>(wanted), where);
  }
  template <class Got, class Unwanted>
  bool differ(Got got, Unwanted unwanted, std::source_location where = std::source_location::current()) {
    return met(static_cast<std::int64_t>(got), false, static_cast<std::int64_t>(unwanted), where);
  }
  // The status of a call.
  template <class Status>
  bool success(Status status, std::source_location where = std::source_location::current()) {
    return equal(status, 0, where);
  }
  template <class Status>
  bool failure(Status status, std::source_location where = std::source_location::current()) {
    return differ(status, 0, where);
  }
  bool holds(bool condition, std::source_location where = std::source_location::current()) {
    return equal(condition, true, where);
  }
  // For what the other functions cannot express.
  void unmet(std::string_view what, std::source_location where = std::source_location::current());

 private:
  bool met(std::int64_t got, bool is_wanted, std::int64_t other, std::source_location where);

  std::string client_;
  bool all_met_ = true;
};

}  // namespace netioconf::conformance::emulator::exports::clients
