/** With what the model is trained; set on the development part, and on half of the training articles after learning from the other. */
export const SETTINGS = {
  chain: { epochs: 6, rate: 0.03, damping: 100, l2: 0, dropout: 0.2, seed: 1 },
  lattice: { epochs: 12, rate: 0.025, damping: 10, l2: 0, dropout: 0.2, seed: 3, margin: 0.5, gain: 3, wordGain: 0.1 },
  links: { epochs: 10, rate: 0.05, seed: 5 },
} as const;
