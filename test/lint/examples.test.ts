import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readTexts } from '../../src/config/index.ts';
import { lint } from '../../src/lint/index.ts';
import { assumeWorld } from '../../src/rib/index.ts';

/** Findings in an example, as `rule:line`. */
function findingsIn(example: string) {
  const file = fileURLToPath(new URL(`../../examples/${example}`, import.meta.url));
  const config = readTexts([{ file, text: readFileSync(file, 'utf8') }], { assumesPorts: true });
  const { diagnostics } = lint({ ...config, ...assumeWorld(config.router) }, { language: 'en' });
  return diagnostics.map(({ id, severity, span }) => ({ id, severity, line: span.start.line }));
}

it.each([
  'paper-fixed/paper-fixed.rsc',
  'paper-fixed/paper-fixed-v6.rsc',
  'dhcp-vlan-wireguard/dhcp-vlan-wireguard.rsc',
  'dual-pppoe-lte/dual-pppoe-lte.rsc',
  'recursive-netwatch/recursive-netwatch.rsc',
  'static-pcc-hotspot/static-pcc-hotspot.rsc',
])('%s → nothing above a remark', example => {
  expect(findingsIn(example).filter(({ severity }) => severity !== 'info')).toEqual([]);
});

describe("the paper's listing → each mistake that its text shows", () => {
  const found = findingsIn('paper/paper.rsc').map(({ id, line }) => `${id}:${line}`);

  it.each([
    [
      'marked routes by gateways of other networks',
      ['routes/gateway-unreachable:32', 'routes/gateway-unreachable:33'],
    ],
    ['so that nothing is balanced', ['marks/table-empty:25', 'marks/table-empty:26']],
    ['one speed test cannot use both lines', ['pcc/one-flow:22']],
    ['the same routes twice', ['routes/duplicate:36', 'routes/duplicate:37']],
    [
      'default routes of leases beside the stated ones',
      ['routes/dynamic-competes:6', 'routes/equal-distance:40'],
    ],
    ['gateways typed by hand on DHCP lines', ['routes/lease-gateway-fixed:40']],
    [
      'only the next hop is checked, for 20 s and more',
      ['probes/next-hop-only:32', 'probes/detection-time:40'],
    ],
    ['no backup in the tables', ['routes/backup-by-main:32']],
    ['connections stay with a dead line', ['nat/stuck-connections:11']],
    [
      'a truncated name, a property of old versions',
      ['rsc/unknown-interface:43', 'rsc/deprecated-property:43'],
    ],
    ['marks without connection-state=new', ['pcc/mid-life:22']],
    ['routing marks that pass packets on', ['marks/passes-on:25']],
    ['name servers of both providers', ['services/several-resolvers:6']],
    ['open to strangers', ['firewall/input-open:51', 'firewall/forward-open:52']],
    ['syntax of RouterOS 6', ['services/old-syntax:32']],
    ['public addresses in the lab', ['interfaces/foreign-space:17']],
    ['a filter that hosts of one network do not pass', ['firewall/smb-inside:51']],
    ['weights of 2 to 1', ['pcc/weights:22']],
  ])('%s', (_, ids) => {
    expect(ids.filter(id => !found.includes(id))).toEqual([]);
  });
});
