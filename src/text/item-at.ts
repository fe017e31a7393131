/**
 * The item at a place that a list is known to have.
 *
 * @throws RangeError when it has not, which is a defect of the caller's
 */
export function itemAt<Item>(items: ArrayLike<Item>, index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`there is no item ${String(index)} of ${String(items.length)}`);
  return item;
}
