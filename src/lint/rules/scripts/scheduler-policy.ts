import type { PlainItem, Router } from '../../../model/index.ts';
import { asksForNoRights, calledBy, rightsOf } from '../../ask/scripts/index.ts';
import { set } from '../../fix/change.ts';
import type { Found, Rule } from '../../rule.ts';

/** A scheduler does not run scripts that may do more than itself (docs/routeros.md#rights-of-scripts). */
export const schedulerPolicy: Rule = {
  id: 'scripts/scheduler-policy',
  level: 'error',
  title: { en: 'The scheduler may not run its script', id: 'Scheduler tidak boleh menjalankan skripnya' },
  why: {
    en: 'A script with more policies than what runs it is not executed: the log says "not enough permissions", and nothing else happens.',
    id: 'Skrip dengan policy lebih banyak daripada yang menjalankannya tidak dijalankan: log menulis "not enough permissions", lalu tidak terjadi apa-apa.',
  },
  check: ({ router }) =>
    router.plain
      .filter(({ menu, disabled }) => menu === '/system scheduler' && !disabled)
      .flatMap(scheduler => finding(router, scheduler)),
};

function finding(router: Router, scheduler: PlainItem): Found[] {
  const allowed = rightsOf(scheduler);
  if (!allowed) return [];
  return calledBy(router, scheduler.properties['on-event'] ?? '').flatMap(({ script }) => {
    const wanted = rightsOf(script);
    // A new script asks for everything, and an export always says so.
    const more = wanted ? [...wanted].filter(one => !allowed.has(one)) : ['policy'];
    const lacks = more.filter(one => one !== '' && !allowed.has(one));
    if (lacks.length === 0 || asksForNoRights(script)) return [];
    return [lacking(scheduler, script, allowed, wanted ? lacks : undefined)];
  });
}

function lacking(
  scheduler: PlainItem,
  script: PlainItem,
  allowed: ReadonlySet<string>,
  lacks: readonly string[] | undefined,
): Found {
  const name = script.properties['name'] ?? '';
  const all = lacks ? [...allowed, ...lacks] : undefined;
  return {
    at: scheduler,
    what: lacks
      ? {
          en: `This scheduler lacks ${lacks.join(', ')}, which the script ${name} asks for: the script is not executed.`,
          id: `Scheduler ini tidak punya ${lacks.join(', ')} yang diminta skrip ${name}: skrip tidak dijalankan.`,
        }
      : {
          en: `This scheduler has fewer policies than the script ${name}, which states none and so asks for all: the script is not executed.`,
          id: `Policy scheduler ini kurang dari skrip ${name}, yang tidak menyebut policy sehingga meminta semuanya: skrip tidak dijalankan.`,
        },
    do: {
      en: all
        ? `Use policy=${all.join(',')} here, or give the script no more than it needs.`
        : `Give the script policy=${[...allowed].join(',')}, if it needs no more.`,
      id: all
        ? `Pakai policy=${all.join(',')} di sini, atau kurangi policy skrip sampai sebatas yang perlu.`
        : `Beri skrip policy=${[...allowed].join(',')}, kalau tidak perlu lebih.`,
    },
    ...(!lacks && { isLikely: true }),
    related: [{ at: script, text: { en: 'The script.', id: 'Skripnya.' } }],
    ...(all && {
      fix: {
        changes: [set(scheduler, 'policy', all.join(','))],
        isSafe: false,
        note: {
          en: 'The scheduler may then do all that the script may.',
          id: 'Scheduler lalu boleh melakukan semua yang boleh dilakukan skrip.',
        },
      },
    }),
  };
}
