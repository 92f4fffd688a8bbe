#include "fuzz/mutators/field_mutators.h"

#include "fuzz/mutators/boundary_values.h"
#include "oracle/model/address.h"

namespace netioconf::fuzz::mutators {
namespace {

using oracle::RouteRow;

std::uint8_t some_boolean(Chance& chance) {
  return static_cast<std::uint8_t>(chance.one_in(2) ? chance.below(3) : chance.any());
}

void name_link(oracle::RouteRow& row, const LinkName& link) {
  row.luid = link.luid;
  row.index = link.index;
}

// The last address of the prefix, the first after it, one inside.
void leave_prefix(Chance& chance, oracle::Prefix& prefix) {
  const std::uint8_t longest = prefix.address.family == oracle::ipv4_family ? 32 : 128;
  const std::size_t first = prefix.address.family == oracle::ipv4_family ? 2 : 6;
  if (prefix.length > longest || longest == 0) return;
  // A bit on either side of the end of the prefix, or the last bit.
  const std::size_t bits[] = {prefix.length, prefix.length - (prefix.length == 0 ? 0U : 1U),
                              longest - 1U};
  const std::size_t bit = chance.pick(bits);
  if (bit >= longest) return;
  prefix.address.bytes[first + bit / 8] ^= static_cast<std::uint8_t>(0x80U >> bit % 8);
}

void nudge_destination(Chance& chance, oracle::Prefix& prefix) {
  switch (chance.below(7)) {
    case 0:
      prefix.length = some_length(chance, prefix.address.family);
      break;
    case 1:
    case 5:
      prefix.length = length_beside(chance, prefix.length);
      break;
    case 2:
      leave_prefix(chance, prefix);
      break;
    case 3:  // A whole class, or almost: the address selects the class, the length its extent.
      prefix.address = some_address(chance, prefix.address.family);
      if (chance.one_in(2)) prefix.length = some_length(chance, prefix.address.family);
      if (chance.one_in(2)) prefix.address = oracle::masked(prefix.address, prefix.length);
      break;
    case 4:
      prefix.padding[chance.below(prefix.padding.size())] = static_cast<std::uint8_t>(chance.any());
      break;
    default:
      prefix.address = beside(chance, prefix.address);
      break;
  }
}

void nudge_lifetimes(Chance& chance, RouteRow& row) {
  switch (chance.below(4)) {
    case 0:
      row.valid_lifetime_s = some_lifetime_s(chance);
      row.preferred_lifetime_s = row.valid_lifetime_s;
      break;
    case 1:
      row.valid_lifetime_s = some_lifetime_s(chance);
      break;
    case 2:
      row.preferred_lifetime_s = some_lifetime_s(chance);
      break;
    default:
      row.preferred_lifetime_s = row.valid_lifetime_s + static_cast<std::uint32_t>(chance.below(3)) - 1;
      break;
  }
}

void nudge_site_prefix(Chance& chance, RouteRow& row) {
  const std::uint8_t length = row.destination.length;
  const std::uint8_t values[] = {
      0, length, static_cast<std::uint8_t>(length + 1), static_cast<std::uint8_t>(length - 1), 254, 255};
  row.site_prefix_length = chance.pick(values);
}

void nudge_small_member(Chance& chance, RouteRow& row) {
  std::uint8_t* const members[] = {&row.loopback, &row.autoconfigure_address, &row.publish,
                                   &row.immortal, &row.padding[chance.below(row.padding.size())]};
  *chance.pick(members) = some_boolean(chance);
}

void nudge_large_member(Chance& chance, RouteRow& row) {
  std::uint32_t* const members[] = {&row.metric, &row.metric, &row.protocol, &row.age_s, &row.origin};
  std::uint32_t& member = *chance.pick(members);
  member = beside(chance, member);
}

template <class Call>
void nudge_call_with_row(Chance& chance, const oracle::Host& host, Call& call) {
  if (chance.one_in(24)) {
    call.row.reset();
  } else if (chance.one_in(24)) {
    call.misalignment = static_cast<std::uint8_t>(chance.below(8));
  } else if (call.row) {
    nudge(chance, host, *call.row);
  }
}

struct Nudging {
  Chance& chance;
  const oracle::Host& host;

  void operator()(oracle::RouteCall& call) const { nudge_call_with_row(chance, host, call); }
  void operator()(oracle::AnycastCall& call) const { nudge_call_with_row(chance, host, call); }
  void operator()(oracle::TableCall& call) const {
    if (chance.one_in(16)) call.null_table = !call.null_table;
    if (chance.one_in(4)) call.keep = !call.keep;
    call.family = some_family(chance);
  }
  void operator()(oracle::KeptTableCall& call) const {
    call.table = static_cast<std::uint32_t>(chance.below(3));
  }
  void operator()(oracle::BestRouteCall& call) const {
    switch (chance.below(6)) {
      case 0:
        if (call.destination) call.destination = beside(chance, *call.destination);
        break;
      case 1:
        call.source = call.source && chance.one_in(2)
                          ? beside(chance, *call.source)
                          : some_address(chance, call.destination ? call.destination->family : 2);
        break;
      case 2: {
        const LinkName link = any_link(chance, host);
        call.luid = link.luid;
        call.index = link.index;
        break;
      }
      case 3:
        call.sort_options = some_number(chance);
        break;
      case 4:
        call.luid.reset();
        call.index = chance.one_in(2) ? 0 : some_link(chance, host).index;
        break;
      default: {
        bool* const nulls[] = {&call.null_best_route, &call.null_best_source};
        bool& null = *chance.pick(nulls);
        null = !null;
        break;
      }
    }
  }
  void operator()(oracle::NotifyCall& call) const {
    if (chance.one_in(16)) call.null_callback = !call.null_callback;
    if (chance.one_in(16)) call.null_handle = !call.null_handle;
    if (chance.one_in(2)) call.initial_notification = !call.initial_notification;
    call.family = some_family(chance);
  }
  void operator()(oracle::CancelCall& call) const {
    call.registration = static_cast<std::uint32_t>(chance.below(3));
  }
  void operator()(oracle::CollectCall& call) const {
    call.at_least = static_cast<std::uint32_t>(chance.below(3));
  }
  void operator()(oracle::LinkCall& call) const {
    if (chance.one_in(24) || !call.row) {
      call.row.reset();
      return;
    }
    const LinkName link = any_link(chance, host);
    switch (chance.below(4)) {
      case 0:
        call.row->family = some_family(chance);
        break;
      case 1:
        call.row->metric = some_number(chance);
        break;
      default:
        call.row->luid = link.luid;
        call.row->index = link.index;
        break;
    }
  }
};

}  // namespace

void nudge(Chance& chance, const oracle::Host& host, RouteRow& row) {
  switch (chance.below(9)) {
    case 0:
    case 1:
      return name_link(row, any_link(chance, host));
    case 2:
    case 3:
      return nudge_destination(chance, row.destination);
    case 4:
      row.next_hop = beside(chance, row.next_hop);
      return;
    case 5:
      return nudge_lifetimes(chance, row);
    case 6:
      return nudge_site_prefix(chance, row);
    case 7:
      return nudge_small_member(chance, row);
    default:
      return nudge_large_member(chance, row);
  }
}

void nudge(Chance& chance, const oracle::Host& host, oracle::AnycastRow& row) {
  const LinkName link = any_link(chance, host);
  switch (chance.below(6)) {
    case 0:
    case 1:
      row.luid = link.luid;
      row.index = link.index;
      break;
    case 2:
      row.scope_id = some_number(chance);
      break;
    case 3:
      row.padding[chance.below(row.padding.size())] = static_cast<std::uint8_t>(chance.any());
      break;
    default:
      row.address = beside(chance, row.address);
      break;
  }
}

void nudge(Chance& chance, const oracle::Host& host, oracle::Operation& operation) {
  std::visit(Nudging{chance, host}, operation);
}

}  // namespace netioconf::fuzz::mutators
