import { EnvironmentError } from '../sys/index.ts';
import type { Condition } from './condition.ts';

/** Trouble that lasts, by what it is about, so that it is told once and can end. */
export interface ConditionBook {
  raise(about: string, condition: Condition): void;
  clear(about: string): void;
  /** Replaces all conditions of one area. */
  keep(area: string, conditions: readonly Condition[]): void;
  list(): readonly Condition[];
}

export function conditionBook(tell: (condition: Condition) => void): ConditionBook {
  const open = new Map<string, Condition>();
  const raise = (about: string, condition: Condition): void => {
    const known = open.get(about);
    open.set(about, condition);
    if (known?.what !== condition.what) tell(condition);
  };
  return {
    raise,
    clear: about => void open.delete(about),
    keep(area, conditions) {
      const keys = new Set(conditions.map(({ what }) => `${area} ${what}`));
      for (const key of [...open.keys()]) if (key.startsWith(`${area} `) && !keys.has(key)) open.delete(key);
      for (const condition of conditions) raise(`${area} ${condition.what}`, condition);
    },
    list: () => [...open.values()],
  };
}

/** One change that the machine refused. */
export function refused({ what, do: todo }: { readonly what: string; readonly do: string }): Condition {
  return { code: 'gateway/refused', severity: 'error', what, do: todo };
}

/** A whole step failed. */
export function applyFailed(error: unknown): Condition {
  return {
    code: 'gateway/apply-failed',
    severity: 'error',
    what: `The gateway cannot bring the kernel to the wanted state: ${sentence(error)}`,
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
