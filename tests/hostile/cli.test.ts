import fc from 'fast-check';
import { visible, visibleJson } from '../../src/cli/visible.ts';
import { runCommand } from '../support/command.ts';
import { hostileText, hostileValue, OBEYED, unstorableText } from '../support/hostile-texts.ts';
import { article, withFolder } from '../support/seed-folder.ts';

const anyText = fc.oneof(
  hostileText,
  unstorableText.map(({ text }) => text),
);

describe('what is written for a terminal', () => {
  it('holds nothing that a terminal obeys or hides, and shows that it was there', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = visible(text);
        expect(shown).not.toMatch(OBEYED);
        const hidden = [...text].filter((character) => OBEYED.test(character));
        expect(shown.length).toBeGreaterThanOrEqual(text.length + hidden.length);
        if (hidden.length === 0) expect(shown).toBe(text);
      }),
      { numRuns: 1_500 },
    );
  });

  it('parses as JSON to the very value', () => {
    const value = fc.dictionary(hostileValue, fc.oneof(anyText, fc.array(anyText), fc.constant(null), fc.double()), {
      maxKeys: 4,
    });
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2), (written, indent) => {
        const json = visibleJson(written, indent);
        expect(json).not.toMatch(OBEYED);
        expect(JSON.stringify(JSON.parse(json))).toBe(JSON.stringify(written));
      }),
      { numRuns: 1_500 },
    );
  });
});

const EVIL = 'a\u001B[31m\u202E\u009Bb';

describe('a command that is given hostile words', () => {
  const files = article('x', `Rain\n\n${EVIL} fell. Somebody wept.`);
  const broken = article('x', 'Rain\n\nIt fell.', { statements: [{ key: 'k', text: 't', content: `fell ${EVIL}` }] });

  it.each<
    [name: string, args: (folder: string) => readonly string[], files: Parameters<typeof withFolder>[0], input: string]
  >([
    ['an option that is not there', () => [`--${EVIL}`], {}, ''],
    ['a command that is not there', () => [EVIL], {}, ''],
    ['a choice that is none', () => ['ingest', '-', '--format', EVIL], {}, ''],
    ['a file that is not there', (folder) => ['extract', `${folder}/${EVIL}.txt`], {}, ''],
    ['a date that is none', () => ['extract', '-', '--published', EVIL], {}, 'It rains.'],
    ['a line that is no JSON', () => ['attributions', '-'], {}, `${EVIL}\n`],
    ['an article that is annotated', (folder) => ['extract', '-', '--annotate', `${folder}/${EVIL}`], {}, 'It rains.'],
    ['words that no statement holds', (folder) => ['seed', '--dir', folder, '--check'], files, ''],
    ['a selector that does not fit', (folder) => ['seed', '--dir', folder, '--check'], broken, ''],
    ['a text as JSON', () => ['extract', '-', '--json'], {}, `“${EVIL},” Ada ${EVIL} Holm said.`],
    ['a text that is shown', () => ['ingest', '-', '--dry-run'], {}, `“${EVIL},” Ada Holm said.`],
  ])('shows them in its words: %s', async (_, args, given, input) => {
    await withFolder(given, async (folder) => {
      const { stdout, stderr } = await runCommand(args(folder), {}, input);
      expect(stdout + stderr).not.toBe('');
      expect(stdout + stderr).not.toMatch(OBEYED);
      // Of a defect, the stack would be told.
      expect(stderr).not.toMatch(/^ +at /m);
    });
  });
});
