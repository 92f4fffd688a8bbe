#include "conformance/implementations/isolation/functions.h"

#include <cstring>
#include <string>

#include "oracle/model/calls.h"

namespace netioconf::conformance::implementations::isolation {
namespace {

using oracle::Call;

// A function pointer of C has no object, so the one Api of the process has a place of its own.
Api*& served() {
  static Api* api = nullptr;
  return api;
}

// Each function of the testee, whether the Api has it or not.
const ::library& all_functions() {
  static const ::library functions{
      .initialize_route = [](auto... values) { served()->initialize_route(values...); },
      .create_route = [](auto... values) { return served()->create_route(values...); },
      .set_route = [](auto... values) { return served()->set_route(values...); },
      .get_route = [](auto... values) { return served()->get_route(values...); },
      .delete_route = [](auto... values) { return served()->delete_route(values...); },
      .route_table = [](auto... values) { return served()->route_table(values...); },
      .best_route = [](auto... values) { return served()->best_route(values...); },
      .notify_route_change = [](auto... values) { return served()->notify_route_change(values...); },
      .cancel_notification = [](auto... values) { return served()->cancel_notification(values...); },
      .create_anycast = [](auto... values) { return served()->create_anycast(values...); },
      .get_anycast = [](auto... values) { return served()->get_anycast(values...); },
      .delete_anycast = [](auto... values) { return served()->delete_anycast(values...); },
      .anycast_table = [](auto... values) { return served()->anycast_table(values...); },
      .get_link = [](auto... values) { return served()->get_link(values...); },
      .free_table = [](auto... values) { served()->free_table(values...); },
      .reset = [](const netioconf_host* host) { return served()->reset(*host); },
      .describe = [](netioconf_host* host) { return served()->describe(host); },
      .advance = [](std::uint32_t seconds) { return served()->advance(seconds); },
      .calls = 0};
  return functions;
}

::library functions_of(const Api& api) {
  ::library functions = all_functions();
  for (const oracle::CallInfo& info : oracle::call_table) {
    const bool there = oracle::is_exported(info.call) && api.has(info.call);
    if (there) functions.calls |= 1U << static_cast<unsigned>(info.call);
  }
  if (!api.has(Call::free_table)) functions.free_table = nullptr;
  if (!api.has_reset()) functions.reset = nullptr;
  return functions;
}

const char* decided_by() {
  static std::string words;
  words = served()->decided_by();
  return words.c_str();
}

const char* forbids(const netioconf_call* call) {
  static std::string why;
  const auto function = static_cast<Call>(call->call);
  const bool has_row = oracle::is_about(function, oracle::Entries::anycasts) &&
                       !oracle::returns_table(function) && (call->flags & netioconf_null_row) == 0;
  if (!has_row) return nullptr;
  ADDRESS_FAMILY family = 0;
  std::memcpy(&family, call->body.anycast, sizeof family);
  why = served()->unaskable(family);
  return why.empty() ? nullptr : why.c_str();
}

}  // namespace

void serve_api(testee& answering, Api& api) {
  static ::library functions;
  served() = &api;
  functions = functions_of(api);
  answering.functions = &functions;
  answering.session.decided_by = decided_by;
  answering.session.forbids = forbids;
  if (api.synchronous_callbacks()) answering.flags |= netioconf_calls_back_at_once;
}

}  // namespace netioconf::conformance::implementations::isolation
