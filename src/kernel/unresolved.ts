import { EnvironmentError } from '../sys/index.ts';
import type { KernelPort } from './port.ts';

/**
 * Has the kernel ask anew for every host of an interface that has not answered. What was sent while the link led nowhere, a client
 * renewing its lease, began a question that packets of everybody wait for, and are refused with: for up to a second
 * after the link is back (docs/lab-notes.md#neighbours-of-a-link-that-returns).
 */
export function forgetUnresolved(
  port: Pick<KernelPort, 'neighbours' | 'deleteNeighbour'>,
  name: string,
): void {
  const waiting = port.neighbours().filter(one => one.interface === name && isWaiting(one.state));
  for (const { address } of waiting) {
    try {
      port.deleteNeighbour(name, address);
    } catch (error) {
      // Answered, or given up, in between.
      if (!(error instanceof EnvironmentError)) throw error;
    }
  }
}

const isWaiting = (state: string): boolean => state === 'incomplete' || state === 'failed';
