#pragma once

#include <cstdint>
#include <string_view>

namespace netioconf::oracle {

// What a status number means, in the words of the documents.
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
  other,  // any other number: the pages' line "Other"
};
inline constexpr std::size_t status_count = 10;

// NTSTATUS, Win32 codes, HRESULTs around Win32 codes and negative errno values, told apart by the
// number.
[[nodiscard]] Status meaning_of(std::uint32_t number);

// "invalid_parameter"
[[nodiscard]] std::string_view name_of(Status status);

// A set of statuses; what the documents allow one call to return.
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

}  // namespace netioconf::oracle
