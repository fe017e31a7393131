/** Shorter words of one letter's difference are mostly different names: "Bond", "Bonn". */
const SHORTEST = 6;

/** Whether two words differ by one letter put in, left out, changed, or swapped with its neighbour, as slips do. */
export function isOneLetterApart(a: string, b: string, shortest: number = SHORTEST): boolean {
  if (Math.min(a.length, b.length) < shortest || Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  // A letter that moved over two others is the slip that two hands make: "Matsegora", "Matseroga".
  return restA.length === restB.length && restA.length <= 3 && restA === [...restB].reverse().join('');
}
