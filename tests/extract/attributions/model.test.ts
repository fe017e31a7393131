import { readFileSync } from 'node:fs';
import { MODEL_FILE } from '../../../src/extract/attributions/load-model.ts';
import { decodeModel, encodeModel } from '../../../src/extract/attributions/model.ts';

const bytes = readFileSync(MODEL_FILE);

describe('the model file', () => {
  it('is read and written without a loss', () => {
    const model = decodeModel(bytes);
    expect(model).not.toBeNull();
    if (model) expect(Buffer.compare(encodeModel(model), bytes)).toBe(0);
  });

  it('is small', () => {
    expect(bytes.length).toBeLessThanOrEqual(3_000_000);
  });

  it('is told from what is cut off, what is of another version and what is something else', () => {
    expect(decodeModel(bytes.subarray(0, -1))).toBeNull();
    const other = Uint8Array.from(bytes);
    other[7] = '1'.charCodeAt(0);
    expect(decodeModel(other)).toBeNull();
    expect(decodeModel(new Uint8Array())).toBeNull();
  });
});
