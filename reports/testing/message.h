#pragma once

#include <google/protobuf/text_format.h>

#include <stdexcept>
#include <string>

namespace netioconf::reports {

// A message in protobuf's text form.
template <class Message>
Message message(const std::string& text) {
  Message made;
  if (!google::protobuf::TextFormat::ParseFromString(text, &made)) throw std::invalid_argument{text};
  return made;
}

}  // namespace netioconf::reports
