#include <array>
#include <atomic>
#include <cstdint>
#include <cstdio>

#include "conformance/emulator/exports/forwarding/forwarded.h"
#include "conformance/emulator/exports/forwarding/system_dll.h"

// Each forwarded function is a jump to netioemu_forward with its number in eax.
namespace netioconf::conformance::emulator::exports::forwarding {
namespace {

constexpr std::size_t most_functions = 1024;
constexpr std::uint32_t call_not_implemented = 120;

std::uint32_t missing() { return call_not_implemented; }

void* found(const char* name) {
  void* function = system_function(name);
  if (function != nullptr) return function;
  std::fprintf(stderr, "netioemu: the iphlpapi.dll of this system has no function %s\n", name);
  return reinterpret_cast<void*>(&missing);
}

}  // namespace

extern "C" void* netioemu_forwarded(std::uint32_t number) {
  static std::array<std::atomic<void*>, most_functions> known;
  void* function = known[number];
  if (function == nullptr) known[number] = function = found(forwarded_names[number]);
  return function;
}

// Calls netioemu_forwarded without a change of the registers and the stack that hold the arguments.
asm(R"(
  .text
  .globl netioemu_forward
netioemu_forward:
  subq $0x88, %rsp
  movq %rcx, 0x20(%rsp)
  movq %rdx, 0x28(%rsp)
  movq %r8, 0x30(%rsp)
  movq %r9, 0x38(%rsp)
  movups %xmm0, 0x40(%rsp)
  movups %xmm1, 0x50(%rsp)
  movups %xmm2, 0x60(%rsp)
  movups %xmm3, 0x70(%rsp)
  movl %eax, %ecx
  call netioemu_forwarded
  movq 0x20(%rsp), %rcx
  movq 0x28(%rsp), %rdx
  movq 0x30(%rsp), %r8
  movq 0x38(%rsp), %r9
  movups 0x40(%rsp), %xmm0
  movups 0x50(%rsp), %xmm1
  movups 0x60(%rsp), %xmm2
  movups 0x70(%rsp), %xmm3
  addq $0x88, %rsp
  jmp *%rax
)");

}  // namespace netioconf::conformance::emulator::exports::forwarding
