#include "oracle/rules/conditions/anycast_situation.h"

namespace netioconf::oracle::rules::inline conditions {

AnycastSituation situate(readings::ChoiceEnumerator& choices, const Host& host,
                         const state::State& state, const AnycastCall& call) {
  AnycastSituation situation{
      .choices = choices, .host = host, .state = state, .call = call.call, .row = nullptr, .key = {}};
  if (!call.row) return situation;
  situation.row = &*call.row;
  situation.link = named_link(host, call.row->luid, call.row->index);
  const state::ComparedAddress address =
      state::compared(choices, call.row->address, readings::KeyMember::address,
                      situation.link == nullptr ? 0 : situation.link->index);
  situation.stray_bytes_refused = address.refused;
  situation.key.address = address.address;
  if (situation.link == nullptr) return situation;
  situation.key.luid = situation.link->luid;
  situation.entry = state.find(situation.key);
  return situation;
}

state::AnycastKey key_of_read_row(readings::ChoiceEnumerator& choices, const Link& link,
                                  const AnycastRow& row) {
  return {.luid = link.luid,
          .address =
              state::compared(choices, row.address, readings::KeyMember::address, link.index).address};
}

}  // namespace netioconf::oracle::rules::inline conditions
