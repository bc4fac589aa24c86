import { type ConfirmReply, type ControlClient, ControlFailed, type Stated } from '../../gateway/index.ts';
import { inAsked } from '../options/language.ts';

type Confirming = Omit<Stated<'confirm'>, 'ifHash'>;

/**
 * What is on trial stays: the one that is named, else the one that the gateway shows now. A gateway that was started from an older version
 * does not know how to be asked for one alone. What nobody has named it is asked for as that version's own command does; what was named
 * is not confirmed unseen.
 */
export async function confirmTrial(
  client: Pick<ControlClient, 'request'>,
  confirming: Confirming,
  named?: string,
): Promise<ConfirmReply> {
  const ifHash = named ?? (await client.request('status')).trial?.hash;
  try {
    return await client.request('confirm', { ...confirming, ifHash });
  } catch (error) {
    if (ifHash === undefined || !isNotUnderstood(error)) throw error;
    if (named !== undefined) throw new ControlFailed(cannotTell());
    return client.request('confirm', confirming);
  }
}

const isNotUnderstood = (error: unknown): boolean =>
  error instanceof ControlFailed && error.error.code === 'control/bad-request';

const cannotTell = () =>
  ({
    code: 'control/bad-request',
    what: inAsked({
      en: 'The gateway was started from an older version, which cannot be asked to confirm one configuration alone; nothing was confirmed.',
      id: 'Gateway dijalankan dari versi lama, yang tidak dapat diminta mengonfirmasi satu konfigurasi saja; tidak ada yang dikonfirmasi.',
    }),
    do: inAsked({
      en: 'See that it is the one that you mean (jalur status), then jalur confirm without a hash.',
      id: 'Pastikan itu yang Anda maksud (jalur status), lalu jalur confirm tanpa hash.',
    }),
  }) as const;
