import { sha256 } from '../../src/domain/sha256.ts';

describe('sha256', () => {
  // Test vectors of FIPS 180-2, and sums that the coreutils give for the same bytes.
  it.each([
    ['nothing', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['UTF-8, not UTF-16 nor Latin-1', 'é😀', '1184d1f608158eea09d297565575892231550c403aaa913008d867a97cfd5c76'],
    ['the byte order mark too', '\uFEFFabc', '1c28dc3f1f804a1ad9c9b4b4cf5e2658d16ad4ed08e3020d04a8d2865018947c'],
  ])('sums up %s', (_, text, sum) => {
    expect(sha256(text)).toBe(sum);
  });

  it('tells CRLF from LF', () => {
    expect(sha256('a\r\n')).not.toBe(sha256('a\n'));
  });
});
