// Frames of the protocol of testees (conformance/implementations/process/PROTOCOL.md), as both sides
// read them. The first byte selects the side, whether the rest is a stream or the content of frames, and
// the preceding request.
#include <cstddef>
#include <cstdint>

#include "conformance/implementations/process/testing/wire_checks.h"

using namespace netioconf;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const bool to_driver = (data[0] & 1U) != 0;
  const bool stream = (data[0] & 2U) != 0;
  const conformance::implementations::process::Bytes rest =
      std::as_bytes(std::span{data, size}).subspan(1);
  const std::vector<std::byte> frames =
      conformance::implementations::process::frames_from(rest, to_driver ? 0x100 : 0);
  const conformance::implementations::process::Bytes bytes =
      stream ? rest : conformance::implementations::process::Bytes{frames};
  to_driver ? conformance::implementations::process::check_driver_parser(bytes, data[0] >> 2U)
            : conformance::implementations::process::check_testee_parser(bytes);
  return 0;
}
