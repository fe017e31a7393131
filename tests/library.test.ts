import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

describe('the package', () => {
  it('gives what the README imports from it, to a program of its own', () => {
    const program = `
      import { extract, findAttributions } from 'verbatim';
      const text = 'Floods reach Lom\\n\\n“The dam will hold,” Mayor Ada Holm told the Lom Times on Monday.';
      const { statements, actors } = extract(text, { published: '2022-07-06' });
      const [{ content, chain, said }] = statements;
      console.log(JSON.stringify([
        content.map(({ start, end }) => text.slice(start, end)),
        chain.map(({ actor, role }) => [actors[actor]?.name, role]),
        said?.value,
        findAttributions(text).length,
      ]));`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: ROOT });
    expect(JSON.parse(printed.toString())).toEqual([
      ['The dam will hold,'],
      [
        ['Lom Times', 'OUTLET'],
        ['Ada Holm', 'SPEAKER'],
      ],
      '2022-07-04',
      1,
    ]);
  });

  it('declares its types', () => {
    execFileSync(
      join(ROOT, 'node_modules/.bin/tsc'),
      [
        '--noEmit',
        '--strict',
        '--skipLibCheck',
        '--module',
        'nodenext',
        '--target',
        'es2023',
        '--types',
        'node',
        join(import.meta.dirname, 'support/uses-the-library.ts'),
      ],
      { cwd: ROOT },
    );
  });
});
