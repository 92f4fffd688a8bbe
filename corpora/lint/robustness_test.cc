#include <gtest/gtest.h>

#include <random>
#include <string>

#include "corpora/codec/codec.h"
#include "corpora/lint/format.h"
#include "corpora/text/text.h"

// Corrupt input does not crash a reader, and everything that is read can be written and read again.
namespace netioconf::corpora::lint {
namespace {

constexpr std::string_view seed_text = R"(# An idea.
host { ipv6: false links { luid: 0x0006000002000000 index: 7 } }
operations { create_route { row { destination { address { ipv4: 0x0a000000 } length: 8 padding: "\xab" }
  next_hop { ipv6 { high: 0x20010db800000000 low: 1 } scope_id: 3 } } misalignment: 3 } }
operations { best_route { luid: 1 destination { family: 7 raw: "\000\101" } } }
operations { notify_route_change { family: 2 initial_notification: true } }
operations { create_route { row { to: "198.51.100.0/24" via: "192.0.2.1" } } }
operations { best_route { source { ipv6: "2001:db8::7" scope_id: 3 } destination: "::1" } }
)";

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t bound) {
  return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
}

char any_octet(Random& random) { return static_cast<char>(below(random, 256)); }

std::string noise(Random& random) {
  std::string octets(below(random, 200), '\0');
  for (char& octet : octets) octet = any_octet(random);
  return octets;
}

// The input with a few octets replaced, removed or doubled. Most octets stay the same.
std::string spoilt(std::string octets, Random& random) {
  for (std::size_t count = 1 + below(random, 2); count > 0 && !octets.empty(); --count) {
    const std::size_t place = below(random, octets.size());
    switch (below(random, 4)) {
      case 0:
        octets[place] = any_octet(random);
        break;
      case 1:
        octets.erase(place, 1 + below(random, 20));
        break;
      case 2:
        octets.insert(place, octets.substr(place, 1 + below(random, 20)));
        break;
      default:
        octets.insert(place, 1, "{}#\"'\\\n:0"[below(random, 9)]);
        break;
    }
  }
  return octets;
}

void expect_same_again(const auto& message, auto parse) {
  const auto decoded = codec::decode(message);
  const std::string text = text::print(codec::encode(decoded));
  const auto parsed = parse(text, "printed");
  ASSERT_TRUE(parsed) << parsed.error() << "\n" << text;
  EXPECT_EQ(codec::decode(*parsed), decoded) << text;
  EXPECT_EQ(text::print(*parsed), text);
}

void expect_one_line(const std::string& message) {
  EXPECT_EQ(message.find_first_of("\r\n"), std::string::npos) << message;
  EXPECT_EQ(message.rfind("spoilt", 0), 0U) << message;
}

// The number of texts that were still scripts.
int try_texts(int count, Random& random, std::string_view text) {
  int read = 0;
  for (int i = 0; i < count; ++i) {
    const std::string octets = text.empty() ? noise(random) : spoilt(std::string(text), random);
    (void)text::parse_trace(octets, "spoilt");
    if (const auto canonical = formatted(octets, "spoilt")) {
      EXPECT_EQ(formatted(*canonical, "canonical"), *canonical);
    }
    const auto parsed = text::parse_script(octets, "spoilt");
    if (parsed) {
      ++read;
      expect_same_again(*parsed, text::parse_script);
    } else {
      expect_one_line(parsed.error());
    }
  }
  return read;
}

TEST(TextReader, SurvivesNoise) {
  Random random(1);
  try_texts(3000, random, "");
}

TEST(TextReader, SurvivesSpoiltScripts) {
  Random random(2);
  const int read = try_texts(5000, random, seed_text);
  EXPECT_GT(read, 100) << "almost no text is still a script, so the test covers too little";
  EXPECT_LT(read, 4900) << "almost no text is corrupt, so the test covers too little";
}

TEST(BinaryReader, SurvivesNoise) {
  Random random(3);
  for (int i = 0; i < 3000; ++i) {
    const std::string octets = noise(random);
    proto::Script script;
    (void)script.ParseFromString(octets);
    expect_same_again(script, text::parse_script);
    proto::Trace trace;
    (void)trace.ParseFromString(octets);
    expect_same_again(trace, text::parse_trace);
  }
}

TEST(BinaryReader, SurvivesSpoiltScripts) {
  Random random(4);
  const auto seed = text::parse_script(seed_text, "seed");
  ASSERT_TRUE(seed) << seed.error();
  const std::string octets = seed->SerializeAsString();
  for (int i = 0; i < 3000; ++i) {
    proto::Script script;
    (void)script.ParseFromString(spoilt(octets, random));
    expect_same_again(script, text::parse_script);
  }
}

}  // namespace
}  // namespace netioconf::corpora::lint
