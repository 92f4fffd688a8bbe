#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "conformance/implementations/library/members.h"

namespace netioconf::conformance::implementations::library {

// Converts the values that parent and child exchange to bytes and back. Both ends are the same program,
// so numbers have the machine's representation. A library may have corrupted the child, so the reader
// checks everything.
class Writer {
 public:
  template <class Value>
  void put(const Value& value) {
    if constexpr (is_raw<Value>) {
      put_bytes(std::as_bytes(std::span{&value, 1}));
    } else if constexpr (requires { last_of(value); }) {
      put(static_cast<std::uint8_t>(value));
    } else {
      put_compound(value);
    }
  }

  [[nodiscard]] std::vector<std::byte> take() { return std::move(bytes_); }

 private:
  void put_bytes(std::span<const std::byte> bytes) {
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
  }

  void put_compound(const std::string& text) {
    put(text.size());
    put_bytes(std::as_bytes(std::span{text}));
  }
  template <class Value>
  void put_compound(const std::optional<Value>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class Value>
  void put_compound(const std::vector<Value>& values) {
    put(values.size());
    if constexpr (is_raw<Value>) {
      put_bytes(std::as_bytes(std::span{values}));
    } else {
      for (const Value& value : values) put(value);
    }
  }
  template <class... Values>
  void put_compound(const std::variant<Values...>& value) {
    put(static_cast<std::uint8_t>(value.index()));
    std::visit([this](const auto& each) { this->put(each); }, value);
  }
  template <class Aggregate>
  void put_compound(const Aggregate& aggregate) {
    std::apply([this](const auto&... each) { (this->put(each), ...); }, members(aggregate));
  }

  std::vector<std::byte> bytes_;
};

// After invalid input `ok` stays false and the values read are meaningless. The memory it takes is at
// most a small multiple of the input size.
class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : left_{bytes} {}

  // Whether everything was read and is valid.
  [[nodiscard]] bool complete() const { return ok_ && left_.empty(); }

  template <class Value>
  void get(Value& value) {
    if constexpr (std::is_same_v<Value, bool>) {
      value = get_number(1) == 1;
    } else if constexpr (is_raw<Value>) {
      get_bytes(std::as_writable_bytes(std::span{&value, 1}));
    } else if constexpr (requires { last_of(value); }) {
      value = static_cast<Value>(get_number(static_cast<std::uint8_t>(last_of(value))));
    } else {
      get_compound(value);
    }
  }

 private:
  void get_bytes(std::span<std::byte> to) {
    ok_ = ok_ && to.size() <= left_.size();
    if (!ok_ || to.empty()) return;
    std::memcpy(to.data(), left_.data(), to.size());
    left_ = left_.subspan(to.size());
  }

  // One byte, at most `largest`.
  std::uint8_t get_number(std::uint8_t largest) {
    std::uint8_t number = 0;
    get_bytes(std::as_writable_bytes(std::span{&number, 1}));
    ok_ = ok_ && number <= largest;
    return ok_ ? number : std::uint8_t{0};
  }

  // A number of elements, each of which takes at least this many bytes.
  std::size_t get_size(std::size_t least_bytes_each) {
    std::size_t size = 0;
    get(size);
    ok_ = ok_ && size <= left_.size() / least_bytes_each;
    return ok_ ? size : 0;
  }

  void get_compound(std::string& text) {
    text.resize(get_size(1));
    get_bytes(std::as_writable_bytes(std::span{text}));
  }
  template <class Value>
  void get_compound(std::optional<Value>& value) {
    bool there = false;
    get(there);
    if (there) get(value.emplace());
  }
  template <class Value>
  void get_compound(std::vector<Value>& values) {
    if constexpr (is_raw<Value>) {
      values.resize(get_size(sizeof(Value)));
      get_bytes(std::as_writable_bytes(std::span{values}));
    } else {
      const std::size_t size = get_size(1);
      for (std::size_t count = 0; ok_ && count < size; ++count) get(values.emplace_back());
    }
  }
  template <class... Values>
  void get_compound(std::variant<Values...>& value) {
    const std::uint8_t index = get_number(sizeof...(Values) - 1);
    std::uint8_t position = 0;
    const auto get_if_chosen = [&]<class Value>(std::type_identity<Value>) {
      if (position++ == index) this->get(value.template emplace<Value>());
    };
    (get_if_chosen(std::type_identity<Values>{}), ...);
  }
  template <class Aggregate>
  void get_compound(Aggregate& aggregate) {
    std::apply([this](auto&... each) { (this->get(each), ...); }, members(aggregate));
  }

  std::span<const std::byte> left_;
  bool ok_ = true;
};

template <class Value>
[[nodiscard]] std::vector<std::byte> encode(const Value& value) {
  Writer writer;
  writer.put(value);
  return writer.take();
}

// Empty if the bytes are not exactly one value of that type.
template <class Value>
[[nodiscard]] std::optional<Value> decode(std::span<const std::byte> bytes) {
  Reader reader{bytes};
  Value value;
  reader.get(value);
  if (!reader.complete()) return std::nullopt;
  return value;
}

}  // namespace netioconf::conformance::implementations::library
