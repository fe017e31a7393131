/** Reads what is stored of some things, and asks for nothing when there are none of them. */
export async function readOf<Row>(things: readonly unknown[], read: () => PromiseLike<Row[]>): Promise<Row[]> {
  return things.length === 0 ? [] : read();
}
