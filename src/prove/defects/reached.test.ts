import { describe, expect, it } from 'vitest';
import { read, readText } from '../../../test/walk/read.ts';
import { packetClasses } from '../classes/classes.ts';
import { unreachedRules } from './reached.ts';

/** Lines of marking rules that no packet comes to; the small office ends in line 7. */
function unreachedIn(text: string, prepared = read(text)): number[] {
  return unreachedRules(prepared, packetClasses(prepared)).map(
    ({ origins }) => origins[0]?.span.start.line ?? 0,
  );
}

const mangle = (...rules: readonly string[]) =>
  `/ip firewall mangle\n${rules.map(rule => `add ${rule}\n`).join('')}`;

const accept = 'chain=prerouting action=accept';
const mark = 'chain=prerouting action=mark-connection new-connection-mark=m';
const pass = 'chain=prerouting action=mark-routing new-routing-mark=main passthrough=yes';

describe('unreachedRules', () => {
  it('a rule before it takes everything → unreached', () => {
    const office = read(mangle(accept, mark, pass));
    expect(unreachedRules(office, packetClasses(office))).toMatchObject([
      {
        invariant: 'marks-are-reached',
        flaw: { kind: 'unreached-mark' },
        origins: [{ span: { start: { line: 10 } } }],
      },
      {
        invariant: 'marks-are-reached',
        flaw: { kind: 'unreached-mark' },
        origins: [{ span: { start: { line: 11 } } }],
      },
    ]);
  });

  it('what comes in by the WAN is taken, and the rule is for a source that only strangers have here → reached', () => {
    const outside = `${accept} in-interface=ether1`;
    expect(unreachedIn(mangle(outside, `${mark} src-address=60.60.1.0/24`))).toEqual([]);
    expect(unreachedIn(mangle(outside, `${mark} src-address=60.60.1.0/24 in-interface=ether1`))).toEqual([
      10,
    ]);
  });

  it('nothing takes it before, or only what it is not meant for → reached', () => {
    expect(unreachedIn(mangle(mark, accept))).toEqual([]);
    expect(unreachedIn(mangle(`${accept} protocol=udp`, mark))).toEqual([]);
    expect(unreachedIn(mangle(`${accept} in-interface=ether1`, `${mark} in-interface=ether2`))).toEqual([]);
  });

  it.each(['per-connection-classifier=src-address:2/0', 'nth=2,1', 'random=50'])(
    'it balances by %s → said as a balance that never happens',
    matcher => {
      const office = read(mangle(accept, `${mark} ${matcher}`));
      expect(unreachedRules(office, packetClasses(office)).map(({ flaw }) => flaw.kind)).toEqual([
        'unreached-pcc',
      ]);
    },
  );

  it('other chains, other actions, disabled → not asked', () => {
    const others = ['forward', 'input', 'postrouting'].flatMap(chain => [
      `chain=${chain} action=accept`,
      `chain=${chain} action=mark-connection new-connection-mark=m`,
    ]);
    expect(unreachedIn(mangle(...others))).toEqual([]);
    expect(unreachedIn(mangle(accept, 'chain=prerouting action=mark-packet new-packet-mark=p'))).toEqual([]);
    expect(unreachedIn(mangle(accept, `${mark} disabled=yes`))).toEqual([]);
  });

  it('no LAN is known → nothing is claimed', () => {
    const text = `/ip address\nadd address=10.0.0.2/24 interface=ether1\n/ip route\nadd gateway=10.0.0.1\n${mangle(accept, mark)}`;
    expect(unreachedIn('', readText(text))).toEqual([]);
    expect(
      unreachedIn(
        '',
        readText(text.replace('/ip route', 'add address=192.168.0.1/24 interface=ether2\n/ip route')),
      ),
    ).toEqual([8]);
  });

  it('no packet walked is meant for it → nothing is claimed', () => {
    for (const matcher of ['in-interface=ether9', 'src-address=203.0.113.0/24 in-interface=ether2'])
      expect(unreachedIn(mangle(accept, `${mark} ${matcher}`))).toEqual([]);
  });
});

describe('whom a rule is meant for', () => {
  /** Is the rule unreached behind one that takes all of the LAN, and of the WAN too if said? */
  const behind = (first: string, matcher: string, more = '') =>
    unreachedIn(`${mangle(`${accept} ${first}`, `${mark} ${matcher}`)}${more}`).length === 1;
  const list = '/interface list\nadd name=inside\n/interface list member\nadd list=inside interface=ether2\n';
  const hosts = '/ip firewall address-list\nadd list=hosts address=192.168.0.0/24\n';

  it('interface: those that come in by it', () => {
    expect(behind('in-interface=ether2', 'in-interface=ether2')).toBe(true);
    expect(behind('in-interface=ether2', 'in-interface=ether1')).toBe(false);
    expect(behind('in-interface=ether2', 'in-interface=!ether1')).toBe(true);
    expect(behind('in-interface=ether2', 'in-interface=!ether2')).toBe(false);
  });

  it('list of interfaces: those that come in by a member', () => {
    expect(behind('in-interface=ether2', 'in-interface-list=inside', list)).toBe(true);
    expect(behind('in-interface=ether1', 'in-interface-list=inside', list)).toBe(false);
    expect(behind('in-interface=ether1', 'in-interface-list=!inside', list)).toBe(true);
    expect(behind('in-interface=ether2', 'in-interface-list=!inside', list)).toBe(false);
  });

  it('source address: those that come from it, first and last address included', () => {
    expect(behind('src-address=192.168.0.0/24', 'src-address=192.168.0.0/24')).toBe(true);
    expect(behind('src-address=192.168.0.0/25', 'src-address=192.168.0.0/24')).toBe(false);
    expect(behind('in-interface=ether2', 'src-address=!192.168.0.0/24')).toBe(false);
    expect(behind('in-interface=ether1', 'src-address=!192.168.0.0/24')).toBe(true);
    for (const range of ['192.168.0.200', '192.168.0.200-192.168.0.201', '192.168.0.199-192.168.0.200'])
      expect(behind(`src-address=${range}`, 'src-address=192.168.0.200')).toBe(true);
  });

  it('addresses that nobody has, above or below the hosts → meant for nobody', () => {
    expect(behind('in-interface=ether2', 'src-address=172.16.0.0/24')).toBe(false);
    expect(behind('in-interface=ether2', 'src-address=223.0.0.0/24 in-interface=ether2')).toBe(false);
  });

  it('a list of two networks → those of either', () => {
    const two = `${hosts}add list=hosts address=172.31.0.0/24\n`;
    expect(behind('in-interface=ether2', 'src-address-list=hosts', two)).toBe(true);
  });

  it('list of addresses: those that come from an entry', () => {
    expect(behind('in-interface=ether2', 'src-address-list=hosts', hosts)).toBe(true);
    expect(behind('in-interface=ether1', 'src-address-list=hosts', hosts)).toBe(false);
    expect(behind('in-interface=ether1', 'src-address-list=!hosts', hosts)).toBe(true);
  });
});

describe('who reaches a rule', () => {
  it('an answer comes to it → reached', () => {
    const office = mangle(`${accept} connection-state=new`, mark);
    expect(unreachedIn(office)).toEqual([]);
  });

  it('only what a chance lets pass comes to it → reached', () => {
    expect(unreachedIn(mangle(`${accept} random=50`, mark))).toEqual([]);
    expect(unreachedIn(mangle(`${accept} per-connection-classifier=src-address:2/0`, mark))).toEqual([]);
  });

  it('packets of others come to it, none of those it is meant for → unreached', () => {
    expect(
      unreachedIn(mangle(`${accept} in-interface=ether2`, `${mark} in-interface=ether2 protocol=tcp`)),
    ).toEqual([10]);
  });

  it('it is looked at, though it does not match → reached', () => {
    expect(unreachedIn(mangle(`${mark} in-interface=ether2 dst-address=172.31.0.1`))).toEqual([]);
    expect(unreachedIn(mangle(`${mark} in-interface=ether2 connection-mark=never`))).toEqual([]);
  });
});
