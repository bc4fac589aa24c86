import { expect, it } from 'vitest';
import { readRouterOs } from '../../rsc/index.ts';
import { checkConversion, differenceText } from './index.ts';

const networks = `/ip address add address=192.168.88.1/24 interface=ether3
/ip address add address=10.1.1.2/24 interface=ether1
/ip address add address=10.2.2.2/24 interface=ether2
/ip dhcp-server network add address=192.168.88.0/24 gateway=192.168.88.1
/ip firewall nat add chain=srcnat action=masquerade out-interface=!ether3
`;

it('both texts use both lines, with other weights → the difference says how often each', () => {
  const before = readRouterOs(`${networks}/ip route add gateway=10.1.1.1,10.1.1.1,10.2.2.1\n`, {
    file: 'old.rsc',
    dialect: 'v6',
  });
  const after = readRouterOs(`${networks}/ip route add gateway=10.1.1.1\n/ip route add gateway=10.2.2.1\n`, {
    file: 'new.rsc',
    dialect: 'v7',
  });
  const { differences } = checkConversion(before.router, after.router);
  const one = differences.find(({ direction }) => direction === 'lan-to-internet');
  expect(one && differenceText(one)).toMatch(
    /before: leaves by (ether[12]) as 10\.\d\.\d\.2 in (?:33\.3|66\.7) % of cases \(line 6\); after: leaves by \1 as 10\.\d\.\d\.2 in 50\.0 % of cases \(line [67]\)/,
  );
});
