import type { GatewayEvent } from '../../gateway/index.ts';
import { counted, ms } from '../../text/index.ts';
import { stateText } from './state-text.ts';

/** One event as one line. */
export function sentence(event: Exclude<GatewayEvent, { type: 'diagnostics' | 'decision' }>): string {
  switch (event.type) {
    case 'ready':
      return readyLine(event);
    case 'lease':
      return leaseLine(event);
    case 'link':
      return `${event.interface} ${event.running ? 'is running' : 'is not running'}`;
    case 'check':
      return `${event.address} by ${event.interface} ${event.reachable ? 'answers' : `does not answer (silent for ${ms(event.silentMs ?? 0)})`}`;
    case 'line':
      return lineLine(event);
    case 'host':
      return `netwatch: ${event.host} is ${event.status}`;
    case 'script':
      return scriptLine(event);
    case 'routes-changed':
      return `routes changed in ${ms(event.durationMs)} (${event.reason}): ${ways(event) || 'no default route'}`;
    case 'flows':
      return flowsLine(event);
    case 'config':
      return configLine(event);
    case 'problem':
      return `${event.condition.severity} ${event.condition.code}  ${event.condition.what} ${event.condition.do}`;
    case 'cleared':
      return `cleared ${event.condition.code}  ${event.condition.what}`;
    case 'notification':
      return notificationLine(event);
    case 'stopped':
      return event.undone ? 'stopped; everything is as before' : 'stopped; everything is left in place';
  }
}

type Ready = Extract<GatewayEvent, { type: 'ready' }>;

const missing: Readonly<Record<Ready['waiting'][number]['for'], string>> = {
  interface: 'no such interface',
  carrier: 'no link',
  lease: 'no lease',
};

function readyLine({ durationMs, dialect, waiting }: Ready): string {
  const lines = waiting.map(one => `${one.line} (${missing[one.for]})`);
  const rest = lines.length === 0 ? '' : `; not up yet: ${lines.join(', ')}`;
  return `ready after ${ms(durationMs)} (RouterOS ${dialect})${rest}`;
}

function lineLine(event: Extract<GatewayEvent, { type: 'line' }>): string {
  const { line, status, evidence } = event;
  const silent = status === 'down' && evidence ? `, silent for ${ms(evidence.silentMs)}` : '';
  return `line ${line} is ${stateText(event)}${silent}`;
}

function scriptLine({ property, place, outcome, line }: Extract<GatewayEvent, { type: 'script' }>): string {
  const what = `the ${property} of ${place}`;
  if (outcome === 'uncertain') return `${what} is not carried out: line ${line} is not certain`;
  return `${what} has run${outcome === 'changed' ? '' : ', which changes nothing'}`;
}

function leaseLine({ interface: name, lease, durationMs }: Extract<GatewayEvent, { type: 'lease' }>): string {
  if (!lease) return `${name} lost its lease`;
  const { address, gateway } = lease;
  return `${name} leased ${address.address}/${address.length}, gateway ${gateway ?? 'none'}, in ${ms(durationMs ?? 0)}`;
}

function ways({ active }: Extract<GatewayEvent, { type: 'routes-changed' }>): string {
  const tables = new Map<string, Set<string>>();
  for (const { table, interfaces } of active) {
    tables.set(table, new Set([...(tables.get(table) ?? []), ...interfaces]));
  }
  return [...tables].map(([table, names]) => `${table} by ${[...names].join('+')}`).join(', ');
}

function flowsLine({ reset, begunAnew, durationMs }: Extract<GatewayEvent, { type: 'flows' }>): string {
  return `connections move: ${reset} of TCP are reset, ${begunAnew} others begin anew (${ms(durationMs)})`;
}

const results: Readonly<Record<Extract<GatewayEvent, { type: 'config' }>['result'], string>> = {
  'in-force': 'is in force',
  'on-trial': 'is in force until it is confirmed or taken back',
  partly: 'is in force, but the machine refuses a part of it',
  refused: 'was not taken',
};

function configLine({ file, how, by, result, changes }: Extract<GatewayEvent, { type: 'config' }>): string {
  const who = by === undefined ? '' : ` by ${by}`;
  return `configuration ${file} ${results[result]} (${how}${who}; ${counted(changes, 'change')})`;
}

function notificationLine(event: Extract<GatewayEvent, { type: 'notification' }>): string {
  const { receiver, title, result, said, tookMs, attempts } = event;
  const done = {
    delivered: `was told: ${title} (${ms(tookMs)}${attempts > 1 ? `, attempt ${attempts}` : ''})`,
    failed: `cannot be told: ${said}; it is tried again (${title})`,
    lost: `is not told: ${said} (${title})`,
  };
  return `${receiver} ${done[result]}`;
}
