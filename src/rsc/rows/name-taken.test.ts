import { expect, it } from 'vitest';
import { readRouterOs } from '../read.ts';

const read = (text: string) => readRouterOs(text, { file: 'office.rsc' });
const idsIn = (text: string) => read(text).diagnostics.map(({ id }) => id);

const queue = '/queue tree\nadd name=up parent=global max-limit=6M\n';

it('a second item of a name that is taken → refused and left out', () => {
  const { router, diagnostics } = read(queue + queue);
  expect(diagnostics.map(({ id, span }) => [id, span.start.line])).toContainEqual(['rsc/name-taken', 4]);
  expect(router.queueTrees).toHaveLength(1);
});

it('removed before, of another menu, without a name of its own, or on a page → nothing', () => {
  for (const text of [
    `${queue}remove [find name=up]\n${queue}`,
    `${queue}/queue simple\nadd name=up target=10.0.0.0/24\n`,
    '/ip dns static\nadd name=a.lan address=10.0.0.1\nadd name=a.lan address=10.0.0.2\n',
    `\`\`\`rsc\n${queue}\`\`\`\nand\n\`\`\`rsc\n${queue}\`\`\`\n`,
  ])
    expect(idsIn(text), text).not.toContain('rsc/name-taken');
});
