import { assertNever } from '../../model/index.ts';
import { printIpv4 } from '../../net/index.ts';
import type { Prepared } from '../prepare.ts';
import { hopText } from '../route/routing.ts';
import type { Step } from '../trace.ts';
import { endText } from './ending.ts';
import { nameOf } from './labels.ts';
import { actionText, matcherText } from './rule.ts';

/** One step as a sentence. */
export function stepText({ router }: Prepared, step: Step): string {
  switch (step.kind) {
    case 'arrived':
      return `It comes in by ${nameOf(router, step.interface)}.`;
    case 'made':
      return `The router makes it; by its destination alone it would leave by ${nameOf(router, step.interface)}.`;
    case 'tracked':
      return trackedText(step);
    case 'rule':
      return `${step.rule.table} ${step.rule.chain}: ${bucketText(step)}${actionText(step.rule.action)}.`;
    case 'passed-over':
      return `${step.rule.table} ${step.rule.chain}: did not match, because ${matcherText(step.matcher)} and ${step.because}.`;
    case 'translated':
      return `Its ${step.side} ${endText(step.from)} becomes ${endText(step.to)}${step.first ? '' : ', as for the whole connection'}.`;
    case 'routed':
      return routedText(step);
    case 'local':
      return `${printIpv4(step.address)} is the router's own address.`;
    case 'fast-tracked':
      return 'Its connection is fast-tracked: marks and filters are not asked, and only table main is looked in.';
    case 'queued':
      return `Queue ${step.queue.name} takes it (${step.direction}).`;
    default:
      return assertNever(step);
  }
}

function trackedText({ state, reply, mark }: Extract<Step, { readonly kind: 'tracked' }>): string {
  if (state === 'invalid')
    return 'It belongs to no connection and begins none (invalid): no mark, no translation.';
  if (state === 'untracked') return 'It is not tracked: no mark, no translation.';
  const marked = mark === '' ? 'without a mark' : `marked ${mark}`;
  if (state === 'new' && mark === '') return 'It begins a connection (new).';
  return `It is ${reply ? 'an answer in' : 'part of'} a known connection (${state}), ${marked}.`;
}

function bucketText({ bucket }: Extract<Step, { readonly kind: 'rule' }>): string {
  return bucket ? `PCC ${bucket.fields}:${bucket.denominator} gives ${bucket.bucket}; ` : '';
}

function routedText(step: Extract<Step, { readonly kind: 'routed' }>): string {
  const missed = step.missed.map(({ table }) => `table ${table} has no active route for it; `).join('');
  const mark = step.mark === '' ? '' : `with routing mark ${step.mark} `;
  const one = step.choices > 1 ? ` (one of ${step.choices} next hops)` : '';
  const destination = step.route?.destination ?? '';
  const way = `${destination} in table ${step.table} leads to ${hopText(step)}${one}`;
  const start = step.again ? 'Routed again' : 'Routed';
  return `${start} ${mark}→ ${missed}${way}.`;
}
