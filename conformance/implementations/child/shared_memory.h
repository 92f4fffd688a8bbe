#pragma once

#include <sys/mman.h>

#include <new>
#include <type_traits>

namespace netioconf::conformance::implementations::child {

// A value that this process shares with its copies.
template <class Value>
class SharedMemory {
  static_assert(std::is_trivially_destructible_v<Value>);

 public:
  SharedMemory()
      : memory_{
            mmap(nullptr, sizeof(Value), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)} {
    if (there()) new (memory_) Value{};
  }
  SharedMemory(const SharedMemory&) = delete;
  SharedMemory& operator=(const SharedMemory&) = delete;
  ~SharedMemory() {
    if (there()) munmap(memory_, sizeof(Value));
  }

  // False if there was no memory; then there is no value.
  [[nodiscard]] bool there() const { return memory_ != MAP_FAILED; }
  [[nodiscard]] Value& operator*() const { return *static_cast<Value*>(memory_); }
  [[nodiscard]] Value* operator->() const { return static_cast<Value*>(memory_); }

 private:
  void* memory_;
};

}  // namespace netioconf::conformance::implementations::child
