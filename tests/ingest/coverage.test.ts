import { uncovered } from '../../src/ingest/coverage.ts';
import { article, build } from '../support/seed-folder.ts';

const TEXT = 'A title\nKim said “it rains and it pours today.” He left.\nShare this “lovely piece of ours” now.';

/** The words that an annotation says nothing of. */
async function open(annotation: Readonly<Record<string, unknown>>) {
  const [one] = (await build(article('a', TEXT, annotation))).articles;
  if (!one) throw new Error('no article');
  const { sentences, quotations } = uncovered(one);
  const words = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end);
  return { sentences: sentences.map(words), quotations: quotations.map(words) };
}

const statement = (key: string, ...content: string[]) => ({ key, text: `Statement ${key}.`, content });
const TITLE = statement('title', 'A title');
const SHARE = { kind: 'SHARE_LINE', quote: 'Share this "lovely piece of ours" now.' };

describe('uncovered', () => {
  it('names every sentence and every longer quotation of an article that says nothing yet', async () => {
    expect(await open({})).toEqual({
      sentences: [
        'A title',
        'Kim said “it rains and it pours today.”',
        'He left.',
        'Share this “lovely piece of ours” now.',
      ],
      quotations: ['it rains and it pours today.', 'lovely piece of ours'],
    });
  });

  it('names nothing of an article that says it all', async () => {
    const statements = [TITLE, statement('one', 'it rains and it pours today.'), statement('two', 'He left.')];
    expect(await open({ statements, furniture: [SHARE] })).toEqual({ sentences: [], quotations: [] });
  });

  it('takes part of a sentence for enough, but not part of a quotation', async () => {
    const statements = [TITLE, statement('one', 'it rains'), statement('two', 'left')];
    const { sentences, quotations } = await open({ statements, furniture: [SHARE] });
    expect({ sentences, quotations }).toEqual({ sentences: [], quotations: ['it rains and it pours today.'] });
  });

  it('takes a quotation for covered by a content quote around it', async () => {
    const { quotations } = await open({ statements: [statement('one', 'Kim said "it rains and it pours today."')] });
    expect(quotations).toEqual(['lovely piece of ours']);
  });

  it('does not take a title for a statement of it', async () => {
    expect((await open({ title: 'A title' })).sentences).toContain('A title');
  });
});
