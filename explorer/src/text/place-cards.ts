/** A card that would like to stand beside a line. Pixels from the top of the column. */
export interface Card {
  readonly wanted: number;
  readonly height: number;
}

/**
 * Where cards stand in a margin: each beside its line if there is room, else below the one before it. The one that is
 * chosen stands just beside its line; those above it make room.
 *
 * @param cards in the order of their lines
 * @param chosen index of the chosen card, -1 for none
 * @returns the top of each card
 */
export function placeCards(cards: readonly Card[], chosen: number, gap: number): number[] {
  const tops: number[] = [];
  const pin = cards[chosen];
  if (pin) {
    let below = pin.wanted;
    tops[chosen] = pin.wanted;
    for (let index = chosen - 1; index >= 0; index--) {
      const { wanted, height } = cards[index] ?? pin;
      below = Math.min(wanted, below - gap - height);
      tops[index] = below;
    }
  }
  let free = pin ? pin.wanted + pin.height + gap : -Infinity;
  for (let index = pin ? chosen + 1 : 0; index < cards.length; index++) {
    const { wanted, height } = cards[index] ?? { wanted: 0, height: 0 };
    const top = Math.max(wanted, free);
    tops[index] = top;
    free = top + height + gap;
  }
  return tops;
}
