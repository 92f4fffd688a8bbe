#include "conformance/execution/shrink/members.h"

#include <google/protobuf/message.h>
#include <google/protobuf/text_format.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "corpora/codec/codec.h"

namespace netioconf::conformance::execution::shrink {
namespace {

namespace protobuf = google::protobuf;
using protobuf::FieldDescriptor;

// One step of the path from a script to one of its members.
struct MemberTurn {
  const FieldDescriptor* field;
  int index;  // in a repeated member; -1 in others
};
using Way = std::vector<MemberTurn>;

enum class Reset : std::uint8_t { cleared, zero };

struct MemberPlace {
  Way way;
  Reset reset = Reset::cleared;
  std::string likeness;  // name and value; empty for members that have members
};

bool is_address(const FieldDescriptor& field) { return field.name() == "ipv4"; }

// A call must not be reset, because an operation needs one.
bool is_call(const FieldDescriptor& field) {
  return field.containing_type() == corpora::proto::Operation::descriptor();
}

std::string likeness(const protobuf::Message& message, const FieldDescriptor& field) {
  std::string value;
  protobuf::TextFormat::PrintFieldValueToString(message, &field, -1, &value);
  return field.name() + ": " + value;
}

// The number of callbacks to wait for is not part of a request to the implementation.
bool is_patience(const FieldDescriptor& field) {
  return field.containing_type() == corpora::proto::CollectCall::descriptor();
}

class MemberWalk {
 public:
  [[nodiscard]] static std::vector<MemberPlace> places_in(const protobuf::Message& message) {
    MemberWalk walk;
    walk.visit(message);
    return std::move(walk.places_);
  }

 private:
  void visit(const protobuf::Message& message) {
    std::vector<const FieldDescriptor*> fields;
    message.GetReflection()->ListFields(message, &fields);
    for (const FieldDescriptor* field : fields) visit(message, *field);
  }

  void visit(const protobuf::Message& message, const FieldDescriptor& field) {
    const protobuf::Reflection& reflection = *message.GetReflection();
    if (field.is_repeated()) {
      for (int index = 0; index < reflection.FieldSize(message, &field); ++index) {
        way_.push_back({&field, index});
        visit(reflection.GetRepeatedMessage(message, &field, index));
        way_.pop_back();
      }
      return;
    }
    if (is_patience(field)) return;
    way_.push_back({&field, -1});
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      if (!is_call(field)) places_.push_back({way_, Reset::cleared, ""});
      visit(reflection.GetMessage(message, &field));
    } else {
      visit_number(message, field);
    }
    way_.pop_back();
  }

  void visit_number(const protobuf::Message& message, const FieldDescriptor& field) {
    const std::string like = likeness(message, field);
    places_.push_back({way_, Reset::cleared, like});
    const bool is_bool = field.cpp_type() == FieldDescriptor::CPPTYPE_BOOL;
    if (is_bool || !is_address(field)) return;
    if (message.GetReflection()->GetUInt32(message, &field) == 0) return;
    places_.push_back({way_, Reset::zero, like});
  }

  Way way_;
  std::vector<MemberPlace> places_;
};

void reset(protobuf::Message& message, const MemberPlace& place) {
  protobuf::Message* at = &message;
  for (std::size_t turn = 0; turn + 1 < place.way.size(); ++turn) {
    const auto& [field, index] = place.way[turn];
    const protobuf::Reflection& reflection = *at->GetReflection();
    at = index < 0 ? reflection.MutableMessage(at, field)
                   : reflection.MutableRepeatedMessage(at, field, index);
  }
  const FieldDescriptor* last = place.way.back().field;
  if (place.reset == Reset::zero) {
    at->GetReflection()->SetUInt32(at, last, 0);
  } else {
    at->GetReflection()->ClearField(at, last);
  }
}

oracle::Script named(const oracle::Script& script, const corpora::proto::Script& message) {
  oracle::Script result = corpora::codec::decode(message);
  result.name = script.name;
  return result;
}

}  // namespace

std::vector<oracle::Script> with_a_member_reset(const oracle::Script& script) {
  const corpora::proto::Script message = corpora::codec::encode(script);
  std::vector<oracle::Script> candidates;
  for (const MemberPlace& place : MemberWalk::places_in(message)) {
    corpora::proto::Script changed = message;
    reset(changed, place);
    candidates.push_back(named(script, changed));
  }
  return candidates;
}

std::vector<oracle::Script> with_like_members_reset(const oracle::Script& script) {
  const corpora::proto::Script message = corpora::codec::encode(script);
  std::map<std::pair<Reset, std::string>, std::vector<MemberPlace>> by_likeness;
  for (MemberPlace& place : MemberWalk::places_in(message)) {
    if (!place.likeness.empty()) by_likeness[{place.reset, place.likeness}].push_back(std::move(place));
  }
  std::vector<oracle::Script> candidates;
  for (const auto& [likeness, places] : by_likeness) {
    if (places.size() < 2) continue;
    corpora::proto::Script changed = message;
    for (const MemberPlace& place : places) reset(changed, place);
    candidates.push_back(named(script, changed));
  }
  return candidates;
}

}  // namespace netioconf::conformance::execution::shrink
