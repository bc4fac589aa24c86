import { argumentOf, argumentsOf, type OutlineStatement, textOf } from '../rsc/index.ts';
import type { Work } from './work.ts';

/** What names an interface that is in a comment now is refused by the router: it goes into a comment as well. */
export function dropOrphans(work: Work): void {
  const gone = new Map<string, number>();
  for (const one of work.commented.keys()) {
    const name = argumentOf(one, 'name');
    const text = name && textOf(name);
    if (text !== undefined && one.name === 'add' && one.menu.startsWith('/interface '))
      gone.set(text, work.spanOf(one, one.statement).start.line);
  }
  if (gone.size === 0) return;
  for (const one of work.outline.statements) {
    if (one.kind === 'command' && !work.commented.has(one)) dropOrphan(one, gone, work);
  }
}

const naming = /^(?:interface|in-interface|out-interface|master-interface|bridge|gateway|local-address)$/;

function dropOrphan(one: OutlineStatement, gone: ReadonlyMap<string, number>, work: Work): void {
  const named = argumentsOf(one).flatMap(({ name, argument }) => {
    const text = naming.test(name) && argument.operator === '=' ? textOf(argument) : undefined;
    return (
      text
        ?.replace(/^!/, '')
        .split(',')
        .filter(part => gone.has(part)) ?? []
    );
  });
  const [first] = named;
  if (first === undefined) return;
  work.comment(one, `not converted, there is no ${first} any more`);
  const what = {
    en: `This line names ${first} of line ${gone.get(first)}, which is not converted: ${one.isTop ? 'it goes into a comment' : 'it fails in its script'}.`,
    id: `Baris ini menyebut ${first} dari baris ${gone.get(first)}, yang tidak dikonversi: ${one.isTop ? 'menjadi komentar' : 'gagal di script-nya'}.`,
  };
  work.say(one, 'error', 'orphan', what);
}
