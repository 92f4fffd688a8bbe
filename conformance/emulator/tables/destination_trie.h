#pragma once

#include <cstdint>
#include <vector>

#include "conformance/emulator/tables/address_bits.h"
#include "conformance/emulator/tables/route_entry.h"
#include "conformance/emulator/tables/slots.h"
#include "conformance/emulator/tables/trie_node.h"
#include "conformance/emulator/tables/trie_refs.h"

namespace netioconf::conformance::emulator::inline tables {

// A slot for each destination, in a trie of six bits a level: a tree bitmap (Eatherton, Dittia,
// Varghese: Hardware/Software IP Lookups with Incremental Updates, 2004). Every node leads to two
// destinations or more; levels where they all have the same bits have no node. So a search compares what
// it found.
class DestinationTrie {
 public:
  // The entry of an inserted slot must have the destination of the slot.
  explicit DestinationTrie(const Slots<RouteEntry>& entries) : entries_(entries) {}

  // The slot of this destination if there is one, else one whose destination is as long the same as any.
  // no_slot if there are no slots.
  [[nodiscard]] Slot nearest(const AddressBits& destination) const;
  // The slot of each destination that covers the address, longest prefix first.
  template <class Visitor>
  void visit_covering(const AddressBits& address, Visitor&& visitor) const {
    visit_covering(refs_[TrieRefs::root], address, visitor);
  }

  // The destination must not be there yet. `nearest` is what nearest() returns for it.
  void insert(const AddressBits& destination, Slot slot, Slot nearest);
  // The destination must be there.
  void replace(const AddressBits& destination, Slot by);
  void erase(const AddressBits& destination);
  void clear();

 private:
  template <class Visitor>
  void visit_covering(TrieRef at, const AddressBits& address, Visitor& visitor) const {
    if (at.is_node()) {
      const TrieNode& node = nodes_[at.node()];
      const std::uint32_t place = node.place_of(address);
      if (node.has(place)) visit_covering(refs_[ref_at(node, place)], address, visitor);
      node.visit_ends(address, [&](std::uint32_t end) {
        visit_covering(refs_[ref_at(node, end)], address, visitor);
      });
    } else if (!at.is_nothing() && covers(at.slot(), address)) {
      visitor(at.slot());
    }
  }
  [[nodiscard]] bool covers(Slot slot, const AddressBits& address) const;
  // The number of the reference.
  [[nodiscard]] static std::uint32_t ref_at(const TrieNode& node, std::uint32_t place) {
    return node.first_ref + node.rank(place);
  }
  [[nodiscard]] std::uint32_t next(TrieRef to_node, const AddressBits& destination) const;
  void add(TrieNode& node, const AddressBits& destination, Slot slot);
  // Removes one of the node's references, and the node if one is left.
  void remove(TrieRef& to_node, const AddressBits& destination);
  [[nodiscard]] TrieRef take(const TrieNode& node);

  const Slots<RouteEntry>& entries_;
  TrieRefs refs_;
  std::vector<TrieNode> nodes_;
  std::vector<std::uint32_t> free_nodes_;
};

}  // namespace netioconf::conformance::emulator::inline tables
