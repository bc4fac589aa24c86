import { placeOf } from '../../model/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';
import type { Bucket, Step, Trace } from '../trace.ts';

const en = {
  connectionMark: (mark: string) => `connection marked ${mark}`,
  routingRule: (table: string) => `a routing rule for table ${table}`,
  empty: (tables: readonly string[], table: string) =>
    `${tables.map(one => `${one} has no active route`).join(', ')} → ${table} decides`,
  remainder: (remainder: number) => `PCC remainder ${remainder}`,
  tableBucket: (bucket: number, buckets: number) => `bucket ${bucket} of ${buckets}`,
  natRule: (kind: string, comment: string, place: string) => `the ${kind} rule${comment}${place}`,
  because: (reason: string) => `, because ${reason}`,
  becauseOf: (thing: string) => `, because of ${thing}`,
  whateverHash: (reasons: readonly string[]) => `, whatever the hash says: ${reasons.join('; or ')}`,
};

const id: typeof en = {
  connectionMark: mark => `connection mark ${mark}`,
  routingRule: table => `aturan routing untuk tabel ${table}`,
  empty: (tables, table) =>
    `${tables.map(one => `${one} tidak punya rute aktif`).join(', ')} → ${table} yang menentukan`,
  remainder: remainder => `sisa PCC ${remainder}`,
  tableBucket: (bucket, buckets) => `bucket ${bucket} dari ${buckets}`,
  natRule: (kind, comment, place) => `aturan ${kind}${comment}${place}`,
  because: reason => `, karena ${reason}`,
  becauseOf: thing => `, karena ${thing}`,
  whateverHash: reasons => `, apa pun hasil hash: ${reasons.join('; atau ')}`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** What led there, `PCC remainder 2 → ISP2_conn → to_ISP2`; empty where only the destination decided. */
export function reasonText(trace: Trace, language: Language): string {
  const byNat = natText(trace, language);
  if (byNat !== undefined) return byNat;
  if (isItsOwn(trace)) return '';
  // Marks that come after the routing decision (chain=forward) decide nothing of it.
  const decided = trace.steps.findLastIndex(({ kind }) => kind === 'routed');
  const steps = decided < 0 ? trace.steps : trace.steps.slice(0, decided + 1);
  return steps.flatMap(step => reasonParts(step, language)).join(' → ');
}

/** Its address alone decides that a packet is for the router, unless a table was asked before and had nothing. */
const isItsOwn = ({ ending, steps }: Trace): boolean =>
  ending.kind === 'delivered' && !steps.some(step => step.kind === 'routed' && step.missed.length > 0);

/** The end of an answer: one reason, or that it goes this way for each of several. */
export function becauseText(traces: readonly Trace[], language: Language): string {
  const say = words[language];
  const reasons = [...new Set(traces.map(trace => reasonText(trace, language)))].filter(text => text !== '');
  const [only] = reasons;
  if (only === undefined) return '';
  if (reasons.length > 1) return say.whateverHash(reasons);
  const byRule = traces.some(trace => natText(trace, language) === only);
  return byRule ? say.becauseOf(only) : say.because(only);
}

/** Where a packet goes that does not leave by a WAN, is the doing of the rule that changed its destination. */
function natText({ steps, ending }: Trace, language: Language): string | undefined {
  const stays = ending.kind === 'delivered' || (ending.kind === 'forwarded' && !ending.wan);
  if (!stays) return undefined;
  const step = steps.find(
    one => one.kind === 'translated' && one.side === 'destination' && one.first && one.rule !== undefined,
  );
  if (step?.kind !== 'translated' || !step.rule) return undefined;
  const { action, comment, origin } = step.rule;
  const place = placeOf(origin);
  return words[language].natRule(
    action.kind,
    comment === '' ? '' : ` "${comment}"`,
    place === '' ? '' : ` (${place})`,
  );
}

function reasonParts(step: Step, language: Language): string[] {
  const say = words[language];
  if (step.kind === 'tracked') return step.mark === '' ? [] : [say.connectionMark(step.mark)];
  if (step.kind === 'rule') return ruleParts(step, language);
  if (step.kind !== 'routed') return [];
  const rule = step.rule ? [say.routingRule(step.table)] : [];
  if (step.missed.length === 0) return rule;
  const empty = step.missed.map(({ table }) => table);
  return [say.empty(empty, step.table), ...rule];
}

function bucketText({ bucket, of }: Bucket, language: Language): string {
  const say = words[language];
  return of ? say.tableBucket(bucket, of.buckets) : say.remainder(bucket);
}

function ruleParts({ rule, bucket }: Extract<Step, { readonly kind: 'rule' }>, language: Language): string[] {
  const why = bucket ? [bucketText(bucket, language)] : [];
  const { action } = rule;
  if (action.kind === 'mark-connection' || action.kind === 'mark-routing') return [...why, action.mark];
  return [];
}
