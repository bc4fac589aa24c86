import { readFileSync } from 'node:fs';
import { hasCapability } from './capabilities.ts';

/** May we start something as another user? Not in a user namespace that has one alone, nor without the capabilities. */
export function mayDropPrivileges(): boolean {
  if (!hasCapability('SETUID') || !hasCapability('SETGID')) return false;
  return readFileSync('/proc/self/uid_map', 'utf8').trim().split(/\s+/).join(' ') === '0 0 4294967295';
}
