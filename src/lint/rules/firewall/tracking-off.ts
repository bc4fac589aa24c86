import { enabledRules } from '../../../prove/index.ts';
import { asksFor } from '../../ask/firewall/index.ts';
import type { Rule } from '../../rule.ts';

/** Connection tracking is off and rules need it (docs/routeros.md#connection-tracking). */
export const trackingOff: Rule = {
  id: 'firewall/tracking-off',
  level: 'error',
  title: {
    en: 'Connection tracking is off, and rules need it',
    id: 'Connection tracking mati, padahal dibutuhkan',
  },
  why: {
    en: 'Without connections there is no NAT, no connection mark and no connection state: rules that ask for them match nothing.',
    id: 'Tanpa connection tracking tidak ada NAT, connection mark maupun connection state: aturan yang memakainya tidak pernah cocok.',
  },
  check({ router }) {
    const setting = router.settings.stated['/ip firewall connection tracking'];
    const needing = enabledRules(router).filter(
      rule =>
        rule.table === 'nat' ||
        rule.action.kind === 'mark-connection' ||
        asksFor(rule, 'connection-state', 'connection-mark'),
    );
    const [first] = needing;
    if (router.settings.connectionTracking.enabled !== 'no' || !setting || !first) return [];
    return [
      {
        at: setting.origin,
        what: {
          en: `Connections are not tracked, and ${needing.length === 1 ? 'one rule needs' : `${needing.length} rules need`} them.`,
          id: `Koneksi tidak dilacak, padahal ${needing.length} aturan membutuhkannya.`,
        },
        do: {
          en: 'Use /ip firewall connection tracking set enabled=auto.',
          id: 'Pakai /ip firewall connection tracking set enabled=auto.',
        },
        related: [{ at: first, text: { en: 'The first of them.', id: 'Yang pertama.' } }],
      },
    ];
  },
};
