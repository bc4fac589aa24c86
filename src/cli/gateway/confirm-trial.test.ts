import { describe, expect, it } from 'vitest';
import { type ControlClient, ControlFailed } from '../../gateway/index.ts';
import { confirmTrial } from './confirm-trial.ts';

const hash = 'a'.repeat(64);
const how = { session: { kind: 'local' }, by: 'budi' } as const;
const notUnderstood = new ControlFailed({ code: 'control/bad-request', what: 'see its fields', do: '' });

/** A gateway, what it was asked for, and whether it knows what one alone is. */
function gateway({ isOld = false, refuses }: { isOld?: boolean; refuses?: ControlFailed } = {}) {
  const asked: unknown[] = [];
  const request = async (type: string, stated?: { readonly ifHash?: string }) => {
    if (type === 'status') return { trial: { hash } };
    asked.push(stated);
    if (isOld && stated?.ifHash !== undefined) throw notUnderstood;
    if (refuses) throw refuses;
    return { file: 'office.rsc', hash };
  };
  return { asked, client: { request } as unknown as ControlClient };
}

describe('confirmTrial', () => {
  it('nothing named → what the gateway shows, and that alone', async () => {
    const { client, asked } = gateway();
    expect(await confirmTrial(client, how)).toEqual({ file: 'office.rsc', hash });
    expect(asked).toEqual([{ ...how, ifHash: hash }]);
  });

  it('nothing named, an older gateway → asked as its own version asks', async () => {
    const { client, asked } = gateway({ isOld: true });
    expect(await confirmTrial(client, how)).toEqual({ file: 'office.rsc', hash });
    expect(asked).toEqual([{ ...how, ifHash: hash }, how]);
  });

  it('one is named, an older gateway → nothing is confirmed unseen, and what to do is said', async () => {
    const { client, asked } = gateway({ isOld: true });
    await expect(confirmTrial(client, how, 'b'.repeat(12))).rejects.toThrow(
      /older version.*nothing was confirmed.*jalur status/,
    );
    expect(asked).toHaveLength(1);
  });

  it('refused for another reason → not asked again', async () => {
    const early = new ControlFailed({ code: 'control/too-early', what: 'Too early.', do: 'Wait.' });
    const { client, asked } = gateway({ refuses: early });
    await expect(confirmTrial(client, how)).rejects.toBe(early);
    expect(asked).toHaveLength(1);
  });
});
