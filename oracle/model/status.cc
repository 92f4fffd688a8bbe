#include "oracle/model/status.h"

#include <array>

namespace netioconf::oracle::inline model {
namespace {

struct Number {
  std::uint32_t number;
  Status meaning;
};

// Both forms of the statuses that the documents name, as RtlNtStatusToDosError maps them. Two NTSTATUS
// values mean ERROR_OBJECT_ALREADY_EXISTS.
constexpr std::array numbers = {
    Number{0x00000000, Status::success},
    Number{0xC000000D, Status::invalid_parameter},
    Number{87, Status::invalid_parameter},
    Number{0xC0000225, Status::not_found},
    Number{1168, Status::not_found},
    Number{0xC00000BB, Status::not_supported},
    Number{50, Status::not_supported},
    Number{0xC000022A, Status::object_already_exists},
    Number{0xC000022B, Status::object_already_exists},
    Number{5010, Status::object_already_exists},
    Number{0xC0000034, Status::file_not_found},
    Number{2, Status::file_not_found},
    Number{0xC0000008, Status::invalid_handle},
    Number{6, Status::invalid_handle},
    Number{0xC0000017, Status::not_enough_memory},
    Number{0xC000009A, Status::not_enough_memory},
    Number{8, Status::not_enough_memory},
    Number{0xC0000022, Status::access_denied},
    Number{5, Status::access_denied},
};

// Negative errno values as Linux returns them. No NTSTATUS value is that close to 2^32.
constexpr std::array errno_numbers = {
    Number{0U - 22, Status::invalid_parameter},      // EINVAL
    Number{0U - 3, Status::not_found},               // ESRCH
    Number{0U - 19, Status::not_found},              // ENODEV
    Number{0U - 95, Status::not_supported},          // EOPNOTSUPP
    Number{0U - 97, Status::not_supported},          // EAFNOSUPPORT
    Number{0U - 17, Status::object_already_exists},  // EEXIST
    Number{0U - 2, Status::file_not_found},          // ENOENT
    Number{0U - 9, Status::invalid_handle},          // EBADF
    Number{0U - 12, Status::not_enough_memory},      // ENOMEM
    Number{0U - 105, Status::not_enough_memory},     // ENOBUFS
    Number{0U - 1, Status::access_denied},           // EPERM
    Number{0U - 13, Status::access_denied},          // EACCES
};

constexpr std::array<std::string_view, status_count> names = {
    "success",        "invalid_parameter", "not_found",         "not_supported", "object_already_exists",
    "file_not_found", "invalid_handle",    "not_enough_memory", "access_denied", "other",
};

// HRESULT_FROM_WIN32: 0x8007 in the upper half, the Win32 code in the lower.
constexpr std::uint32_t without_hresult(std::uint32_t number) {
  return (number >> 16) == 0x8007 && number != 0x80070000 ? number & 0xffff : number;
}

}  // namespace

Status meaning_of(std::uint32_t number) {
  const std::uint32_t plain = without_hresult(number);
  for (const Number& known : numbers) {
    if (known.number == plain) return known.meaning;
  }
  for (const Number& known : errno_numbers) {
    if (known.number == number) return known.meaning;
  }
  return Status::other;
}

std::string_view name_of(Status status) { return names[static_cast<std::size_t>(status)]; }

}  // namespace netioconf::oracle::inline model
