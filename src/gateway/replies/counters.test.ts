import { expect, it } from 'vitest';
import { shortPlaceOf } from '../../linux/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { ruleCounters } from './counters.ts';

const text = `/ip firewall filter
add chain=forward action=drop comment=smb protocol=tcp dst-port=445
add chain=forward action=drop
`;
const listed = (comment: string) => ({
  rule: { chain: 'filter_forward', comment, expr: [{ counter: { packets: 3, bytes: 180 } }] },
});

it.each([
  ['office.rsc'],
  ['/home/administrator/customers/an-office-with-a-long-name/configurations/gateways/office.rsc'],
])(
  'counters of %s: nft has a place without the head of a long path → the whole place, and the comment',
  file => {
    const { router } = readRouterOs(text, { file });
    const [smb, all] = router.firewall.ipv4.filter;
    if (!smb || !all) throw new Error('two rules');
    const places = [shortPlaceOf(smb.origin), `${shortPlaceOf(all.origin)},4,5`, 'ours'];
    expect(ruleCounters(JSON.stringify({ nftables: places.map(listed) }), router)).toMatchObject([
      { place: `${file}:2`, comment: 'smb', packets: 3, bytes: 180 },
      { place: `${file}:3,4,5`, comment: '' },
      { place: 'ours', comment: '' },
    ]);
  },
);
