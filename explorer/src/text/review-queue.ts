/** Something that waits for a decision. */
interface Waiting {
  readonly id: string;
}

/** What waits, in order, and which of it somebody looks at. */
export interface ReviewQueue<Item extends Waiting> {
  readonly items: readonly Item[];
  /** Null where nothing waits. */
  readonly chosenId: string | null;
}

/** The same with more behind it; what waits already is not put in twice. */
export function appended<Item extends Waiting>(queue: ReviewQueue<Item>, more: readonly Item[]): ReviewQueue<Item> {
  const known = new Set(queue.items.map(({ id }) => id));
  const items = [...queue.items, ...more.filter(({ id }) => !known.has(id))];
  return { items, chosenId: queue.chosenId ?? items[0]?.id ?? null };
}

/** The same without one that was decided: in the place of a chosen one comes the next, of the last one that before it. */
export function without<Item extends Waiting>(queue: ReviewQueue<Item>, id: string): ReviewQueue<Item> {
  const at = queue.items.findIndex((item) => item.id === id);
  if (at === -1) return queue;
  const items = queue.items.toSpliced(at, 1);
  if (queue.chosenId !== id) return { ...queue, items };
  return { items, chosenId: (items[at] ?? items[at - 1])?.id ?? null };
}

/** The same with one as it is now, in its place. */
export function renewed<Item extends Waiting>(queue: ReviewQueue<Item>, item: Item): ReviewQueue<Item> {
  return { ...queue, items: queue.items.map((one) => (one.id === item.id ? item : one)) };
}

/** The same with one put back where it was, and chosen. */
export function putBack<Item extends Waiting>(queue: ReviewQueue<Item>, item: Item, at: number): ReviewQueue<Item> {
  const items = queue.items.filter(({ id }) => id !== item.id).toSpliced(at, 0, item);
  return { items, chosenId: item.id };
}

/** The same with the next one chosen, or the one before. */
export function stepped<Item extends Waiting>(queue: ReviewQueue<Item>, by: 1 | -1): ReviewQueue<Item> {
  const at = queue.items.findIndex(({ id }) => id === queue.chosenId);
  const next = queue.items[Math.min(Math.max(at + by, 0), queue.items.length - 1)];
  return { ...queue, chosenId: next?.id ?? null };
}
