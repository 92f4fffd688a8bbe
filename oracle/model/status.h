#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace netioconf::oracle::inline model {

// The meaning of a status number, with the names that the documents use.
enum class Status : std::uint8_t {
  success,
  invalid_parameter,
  not_found,
  not_supported,
  object_already_exists,
  file_not_found,
  invalid_handle,
  not_enough_memory,
  access_denied,
  network_unreachable,
  other,  // any other number: the line "Other" of the pages
};
inline constexpr std::size_t status_count = 11;

// Accepts NTSTATUS and Win32 codes, HRESULTs that contain Win32 codes, and negative errno values. The
// number determines which of them it is.
[[nodiscard]] Status meaning_of(std::uint32_t number);

// "invalid_parameter"
[[nodiscard]] std::string_view name_of(Status status);

// The status with such a name, or with a number that Windows or Linux call so: "not_found",
// "STATUS_NOT_FOUND", "ERROR_NOT_FOUND", "ESRCH".
[[nodiscard]] std::optional<Status> status_named(std::string_view name);

// An NTSTATUS with this meaning.
[[nodiscard]] std::uint32_t ntstatus_of(Status status);

// A set of statuses, for example those that the documents allow a call to return.
class StatusSet {
 public:
  constexpr StatusSet() = default;
  constexpr explicit StatusSet(Status status) { insert(status); }

  [[nodiscard]] constexpr bool contains(Status status) const { return (bits_ & bit(status)) != 0; }
  constexpr void insert(Status status) { bits_ |= bit(status); }
  constexpr void insert(StatusSet other) { bits_ |= other.bits_; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }

  friend constexpr bool operator==(const StatusSet&, const StatusSet&) = default;

 private:
  static constexpr std::uint32_t bit(Status status) { return 1U << static_cast<unsigned>(status); }

  std::uint32_t bits_ = 0;
};

// The names of the statuses in a set, in the order of Status.
[[nodiscard]] std::vector<std::string_view> names_in(StatusSet statuses);

}  // namespace netioconf::oracle::inline model
