// Search by words: an item matches if its text contains every word of the query.

export type Sought<Item> = { item: Item; text: string };

export const prepared = <Item>(items: Item[], say: (item: Item) => string): Sought<Item>[] =>
  items.map((item) => ({ item, text: say(item).toLowerCase() }));

export function wordsIn(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter((word) => word !== '');
}

export function matching<Item>(
  sought: Sought<Item>[],
  query: string,
  admits: (item: Item) => boolean = () => true,
  atMost = Infinity,
): Item[] {
  const words = wordsIn(query);
  const found: Item[] = [];
  for (const { item, text } of sought) {
    if (found.length >= atMost) break;
    if (admits(item) && words.every((word) => text.includes(word))) found.push(item);
  }
  return found;
}

// Computes a value on first use.
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
