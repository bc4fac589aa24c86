// What is done to a line, and under which load.
import { readFileSync } from 'node:fs';
import { createConnection, family, openNetlink } from '../../dist/kernel/index.js';
import { lineField, lineMark } from '../../dist/linux/index.js';
import { paper } from '../site/lab.mjs';

const text = readFileSync(`${paper}/paper-fixed.rsc`, 'utf8');

/** An address for each number, of a network that nobody here has. */
const address = (first, i) => `${first}.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`;

/** The paper's configuration with 2000 more rules before its own, which every packet of a client passes, and 20 000 addresses in lists. */
function longText() {
  const rules = Array.from(
    { length: 2000 },
    (_, i) =>
      `add action=drop chain=forward dst-address=${address(100, i * 7)} dst-port=${1000 + (i % 5000)} protocol=tcp`,
  );
  const entries = Array.from({ length: 20_000 }, (_, i) => `add address=${address(11, i * 3)} list=blocked`);
  const blocked = 'add action=drop chain=forward src-address-list=blocked';
  return text
    .replace('/ip firewall address-list\n', all => `${all}${entries.join('\n')}\n`)
    .replace('/ip firewall filter\n', all => `${all}${blocked}\n${rules.join('\n')}\n`);
}

/** 60 000 connections in the kernel's tracking, half of them by each line. */
function fillTracking(site) {
  const socket = openNetlink(family.NETFILTER, site.router);
  for (let i = 0; i < 60_000; i++) {
    const source = `192.168.0.${60 + (i >> 10)}`;
    const ports = { sourcePort: 1024 + (i & 1023), destinationPort: 443 };
    const destination = '203.0.113.200';
    const reply = {
      ...{ source: destination, destination: i % 2 ? '20.20.20.254' : '10.10.10.254' },
      sourcePort: ports.destinationPort,
      destinationPort: 1024 + ((i >> 1) % 64_000),
    };
    const mark = (lineMark(1 + (i % 2)) | (1 + (i % 2))) >>> 0;
    try {
      createConnection(socket, { source, destination, ...ports, protocol: 17, reply, mark }, 3600);
    } catch (error) {
      // What an earlier fault has left is there already.
      if (error.errno !== 17) throw error;
    }
  }
  socket.close();
}

/** Every kind of fault by its name; `before`: what is done to the site before each. */
export const kinds = {
  carrier: { kind: 'carrier', text },
  blackhole: { kind: 'blackhole', text },
  'blackhole-idle': { kind: 'blackhole', text, isIdle: true },
  gateway: { kind: 'gateway', text },
  dns: { kind: 'dns', text },
  'carrier-2000-rules': { kind: 'carrier', text: longText },
  'carrier-60000-connections': { kind: 'carrier', text, before: fillTracking },
};

export const textOf = kind => (typeof kind.text === 'function' ? kind.text() : kind.text);

// The layout decides which bits the mark above may use.
if (lineField.number.limit < 2) throw new RangeError('two lines have no numbers');
