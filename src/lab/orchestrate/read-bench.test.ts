import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBench } from './read-bench.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-bench-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const gateway =
  '/ip dhcp-client\nadd interface=ether1 disabled=no\n/ip address\nadd address=192.168.0.1/24 interface=ether4\n';
const topology = 'config: office.rsc\nisps:\n  - interface: ether1\n';
const ids = (path = folder): readonly string[] =>
  readBench(path)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ id, span }) => `${span.file.replace(folder, '')}:${span.start.line} ${id}`);

describe('readBench', () => {
  it('takes a folder with a topology', () => {
    write('office.rsc', gateway);
    write('topology.yaml', topology);
    expect(readBench(`${folder}/`).bench).toMatchObject({ name: folder, config: join(folder, 'office.rsc') });
  });

  it('takes a configuration and the topology beside it, whichever configuration that names', () => {
    write('office.rsc', gateway);
    write('other.rsc', gateway);
    write('topology.yaml', `${topology}title: beside\n`);
    const { bench } = readBench(join(folder, 'other.rsc'));
    expect(bench).toMatchObject({ config: join(folder, 'other.rsc'), topology: { title: 'beside' } });
  });

  it('names that Linux cannot have → the devices of the ports, stated and derived; others are refused', () => {
    const long = `/interface ethernet
set [ find default-name=ether1 ] name="ether1 - WAN IndiHome"
set [ find default-name=ether4 ] name=ether4-LAN-Ruang-Tamu
${gateway.replace('ether1', '"ether1 - WAN IndiHome"').replace('ether4', 'ether4-LAN-Ruang-Tamu')}`;
    write('office.rsc', long);
    const stated = (wan: string) =>
      `config: office.rsc\nrouter: { lan: ether4-LAN-Ruang-Tamu }\nisps: [{ interface: ${wan} }]\n`;
    const portsOf = () => readBench(folder).bench?.topology.router.ports.map(({ name }) => name);
    expect(portsOf()).toEqual(['ether1', 'ether4']);
    write('topology.yaml', stated('ether1 - WAN IndiHome'));
    expect(portsOf()).toEqual(['ether1', 'ether4']);
    write('topology.yaml', stated('nobody knows this port'));
    expect(ids()).toEqual(['/topology.yaml:3 lab/topology-contradiction']);
  });

  it('derives a bench where there is no topology', () => {
    write('office.rsc', gateway);
    expect(readBench(folder).bench?.topology.isps.map(isp => isp.interface)).toEqual(['ether1']);
  });

  it('asks which of several configurations is meant', () => {
    write('a.rsc', gateway);
    write('b.rsc', gateway);
    expect(ids()).toEqual([':1 lab/many-files']);
  });

  it('says what is missing', () => {
    expect(ids(join(folder, 'nowhere'))).toEqual(['/nowhere:1 lab/no-file']);
    expect(ids()).toEqual(['/topology.yaml:1 lab/no-file']);
    write('topology.yaml', topology);
    expect(ids()).toEqual(['/office.rsc:1 lab/no-file']);
  });

  it('points into the topology for what it gets wrong, and for expectations that are none', () => {
    write('office.rsc', gateway);
    write('topology.yaml', `${topology}  - interface: ether1\n`);
    expect(ids()).toEqual(['/topology.yaml:4 lab/topology-contradiction']);
    write('topology.yaml', `${topology}expect:\n  balance:\n    shows: half\n    shares:\n      isp1: 50\n`);
    expect(ids()).toEqual(['/topology.yaml:8 lab/expectation']);
  });

  it('finds no WAN in a configuration without one', () => {
    write('office.rsc', '/system identity\nset name=x\n');
    expect(ids()).toEqual(['/office.rsc:1 lab/no-wan']);
  });

  it('does not stumble over a folder named like a file', () => {
    mkdirSync(join(folder, 'x.rsc'));
    expect(ids(join(folder, 'x.rsc'))).toEqual(['/x.rsc/topology.yaml:1 lab/no-file']);
  });
});
