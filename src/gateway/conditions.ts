import { EnvironmentError } from '../sys/index.ts';
import type { Condition } from './condition.ts';

/** Trouble that lasts, by what it is about, so that it is told once and can end. */
export interface ConditionBook {
  raise(about: string, condition: Condition): void;
  clear(about: string): void;
  list(): readonly Condition[];
}

export function conditionBook(tell: (condition: Condition) => void): ConditionBook {
  const open = new Map<string, Condition>();
  return {
    raise(about, condition) {
      const known = open.get(about);
      open.set(about, condition);
      if (known?.what !== condition.what) tell(condition);
    },
    clear: about => void open.delete(about),
    list: () => [...open.values()],
  };
}

/** The machine refused a change. */
export function applyFailed(error: unknown): Condition {
  return {
    code: 'gateway/apply-failed',
    severity: 'error',
    what: `The kernel does not have all that was asked for: ${sentence(error)}`,
    do: error instanceof EnvironmentError ? error.next : 'It is tried again every second.',
  };
}

export function serviceDied(name: string, said: string, againMs: number): Condition {
  return {
    code: 'gateway/service-died',
    severity: 'warning',
    what: `The ${name} ended by itself: ${said.split('\n').slice(-3).join(' ')}`,
    do: `It is started again in ${againMs} ms; see what it says about the interface.`,
  };
}

export function probeFailed(key: string, error: unknown): Condition {
  return {
    code: 'gateway/probe-failed',
    severity: 'warning',
    what: `${key} cannot be probed: ${sentence(error)}`,
    do: 'Until that is mended the gateway counts as unreachable.',
  };
}

export function bfdUnsupported(address: string): Condition {
  return {
    code: 'gateway/bfd',
    severity: 'warning',
    what: `${address} is not checked: check-gateway=bfd needs a BFD session, which jalur does not hold.`,
    do: 'Use check-gateway=ping or arp.',
  };
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
