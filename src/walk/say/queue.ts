import { printRate } from '../../net/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';
import type { Queued, QueuedInTree } from '../trace.ts';
import { matcherText } from './rule.ts';

const en = {
  simple: (name: string, direction: string) => `Queue ${name} takes it (${direction})`,
  directions: { upload: 'upload', download: 'download', both: 'upload and download: it has no target' },
  during: (time: string) => `, while ${time} lasts`,
  inner: ': it fits the queue and none of its children; what RouterOS does then is not established',
  tree: (name: string, root: string) => `Queue tree ${name} (parent ${root}) takes it`,
  pcq: (type: string, key: string) => `, in the PCQ line of ${key} (type ${type})`,
  rate: (rate: string) => `, at most ${rate} each`,
};

const id: typeof en = {
  simple: (name, direction) => `Queue ${name} menanganinya (${direction})`,
  directions: { upload: 'upload', download: 'download', both: 'upload dan download: tanpa target' },
  during: time => `, selama ${time}`,
  inner:
    ': paket cocok dengan queue ini tetapi tidak dengan anaknya; apa yang dilakukan RouterOS tidak diketahui pasti',
  tree: (name, root) => `Queue tree ${name} (parent ${root}) menanganinya`,
  pcq: (type, key) => `, di jalur PCQ ${key} (tipe ${type})`,
  rate: rate => `, masing-masing paling banyak ${rate}`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** Which queue takes a packet, and which line of PCQ within it. */
export function queueText(step: Queued | QueuedInTree, language: Language): string {
  const say = words[language];
  const head = step.kind === 'queued' ? simpleText(step, language) : say.tree(step.queue.name, step.root);
  const limit = step.pcq && step.pcq.rate > 0 ? say.rate(printRate(step.pcq.rate)) : '';
  const line = step.pcq ? `${say.pcq(step.pcq.type, step.pcq.key)}${limit}` : '';
  return `${head}${line}.`;
}

function simpleText({ queue, direction, during, hasChildren }: Queued, language: Language): string {
  const say = words[language];
  const head = say.simple(queue.name, say.directions[direction]);
  return `${head}${during ? say.during(matcherText({ kind: 'time', negated: false, ...during })) : ''}${hasChildren ? say.inner : ''}`;
}
