import { markLayout } from '../linux/index.ts';
import { type MarkKind, marksOf, unmarked } from '../model/index.ts';
import type { Said } from '../text/index.ts';
import { perRouter } from './per-router.ts';

/** The numbers that names of marks got. A name that found no room is absent. */
export type MarkNumbers = Readonly<Record<MarkKind, ReadonlyMap<string, number>>> & {
  /** Names beyond what the fields hold. */
  readonly overflow: readonly string[];
};

/** Numbers for all marks of a router, from 1, as far as the fields of the mark words have room. */
export const numberMarks = perRouter((router): MarkNumbers => {
  const names = marksOf(router);
  const numbered = (kind: MarkKind) =>
    new Map(names[kind].slice(0, markLayout[kind].limit).map((name, i) => [name, i + 1]));
  const beyond = (kind: MarkKind) => names[kind].slice(markLayout[kind].limit);
  return {
    connection: numbered('connection'),
    routing: numbered('routing'),
    packet: numbered('packet'),
    overflow: [...beyond('connection'), ...beyond('routing'), ...beyond('packet')],
  };
});

/** The number of a mark's name: 0 for a name that says "no mark"; undefined: no room. */
export function markNumber(marks: MarkNumbers, kind: MarkKind, name: string): number | undefined {
  return unmarked[kind].includes(name) ? 0 : marks[kind].get(name);
}

/** Why a rule with this mark cannot be had, as the end of a sentence. */
export const noNumber = (name: string): Said => ({
  en: `there is no number left for mark ${name}`,
  id: `tidak ada nomor tersisa untuk mark ${name}`,
});
