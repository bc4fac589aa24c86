// What has to hold after everything that happened.
import { connectControl } from '../../dist/gateway/index.js';
import { monotonicMs, run, sleep } from '../../dist/sys/index.js';
import { differencesOf, kernelState } from './kernel-state.mjs';

/** Stands for a minute after somebody else's doing was put right: it says what was, not what is. */
const past = ['gateway/changed-by-others'];

/** What the gateway says of itself: what it wants and the kernel lacks, and what it is worried about. */
async function ownWords(stateDir) {
  const control = await connectControl(stateDir);
  try {
    await control.request('settled');
    const [{ differences }, { conditions }] = [
      await control.request('routes'),
      await control.request('status'),
    ];
    const open = conditions.filter(({ code }) => !past.includes(code));
    return [...differences, ...open.map(({ code, what }) => `${code}: ${what}`)];
  } finally {
    control.close();
  }
}

/**
 * Waits until the gateway is content and the kernel is as it was in the beginning; what is amiss after that time. A line that
 * falls often is held down for up to a minute.
 */
export async function restored({ ns, stateDir, wanted, timeoutMs = 75_000 }) {
  const endMs = monotonicMs() + timeoutMs;
  for (;;) {
    const said = await ownWords(stateDir).catch(error => [error.message]);
    const amiss = said.length > 0 ? said : differencesOf(wanted, kernelState(ns));
    if (amiss.length === 0 || monotonicMs() > endMs) return amiss;
    await sleep(200);
  }
}

/** Tables of nftables in a namespace that nobody but the gateway fills. */
export const tablesOf = ns => run(['nft', 'list', 'tables'], { ns }).stdout.split('\n').filter(Boolean);
