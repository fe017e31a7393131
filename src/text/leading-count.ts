import { itemAt } from './item-at.ts';

/** How many items of a list satisfy a condition that holds for a leading run of them and for none behind it. By bisection. */
export function leadingCount<Item>(items: ArrayLike<Item>, holds: (item: Item, index: number) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(itemAt(items, middle), middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
