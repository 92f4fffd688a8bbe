#include "conformance/search/sweep/fingerprint_for_test.h"

#include <bit>
#include <optional>
#include <vector>

#include "oracle/model/fields.h"

namespace netioconf::conformance::search::sweep {
namespace {

class Digest {
 public:
  void take(std::uint64_t word) {
    digest_ = std::rotl((digest_ ^ word) * 0x9e37'79b9'7f4a'7c15, 29) * 0xbf58'476d'1ce4'e5b9;
  }
  template <std::size_t size>
  void take(const std::array<std::uint8_t, size>& octets) {
    for (const std::uint8_t octet : octets) take(octet);
  }
  void take(const oracle::SocketAddress& address) {
    take(address.family);
    take(address.bytes);
  }
  template <class Value>
  void take(const std::optional<Value>& value) {
    take(std::uint64_t{value.has_value()});
    if (value) take(*value);
  }
  template <class Value>
  void take(const std::vector<Value>& values) {
    for (const Value& value : values) take(value);
  }
  template <class Structure>
    requires requires { oracle::FieldsOf<Structure>::all; }
  void take(const Structure& structure) {
    oracle::for_each_field(structure, [this](const auto&, const auto& member) { this->take(member); });
  }
  void take(const oracle::Host& host) {
    take(std::uint64_t{host.ipv4} + 2 * std::uint64_t{host.ipv6});
    for (const oracle::Link& link : host.links) take(link);
  }

  [[nodiscard]] std::uint64_t digest() const { return digest_; }

 private:
  std::uint64_t digest_ = 0;
};

}  // namespace

std::uint64_t fingerprint(const oracle::Script& script) {
  Digest digest;
  digest.take(script.host);
  for (const oracle::Operation& operation : script.operations) {
    digest.take(static_cast<std::uint64_t>(oracle::call_of(operation)));
    std::visit([&digest](const auto& arguments) { digest.take(arguments); }, operation);
  }
  return digest.digest();
}

}  // namespace netioconf::conformance::search::sweep
