import type { Distribution } from '../observe/figures/distribution.ts';
import type { Extractor } from './extractor.ts';

/**
 * An extractor whose work is timed.
 *
 * @param seconds is told how long each article took
 */
export const observedExtractor = (extractor: Extractor, seconds: Distribution): Extractor => ({
  extract: async (text, options) => {
    const since = performance.now();
    try {
      return await extractor.extract(text, options);
    } finally {
      seconds.add((performance.now() - since) / 1000);
    }
  },
  close: () => extractor.close(),
});
