import { readFileSync, writeFileSync } from 'node:fs';
import { unlessRefused } from './environment-error.ts';

/**
 * A child has the oom_score_adj of its parent (proc_pid_oom_score_adj(5)), and a gateway as a service is the last to be killed where
 * memory runs out. What is not worth that gives it back; to raise it needs no right.
 */
export function takeOrdinaryOomScore(file = '/proc/self/oom_score_adj'): void {
  unlessRefused(() => {
    if (Number(readFileSync(file, 'utf8')) < 0) writeFileSync(file, '0');
  });
}
