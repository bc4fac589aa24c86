import { type Dialect, type RouterOsVersion, speakAlike } from '../model/index.ts';
import type { Resolved } from './commands/index.ts';
import type { Source } from './syntax/index.ts';

const header = /^#.*\bby RouterOS ((\d+)\.(\d+)\S*)/m;

/** Which RouterOS a text is for: its header, else its syntax, else v7. `dialect` overrides and says so. */
export function detectVersion(
  source: Source,
  statements: readonly Resolved[],
  dialect?: Dialect,
): RouterOsVersion {
  const found = fromHeader(source.text) ?? fromSyntax(statements);
  if (!dialect || speakAlike(found, { dialect })) return found;
  return { dialect, text: '', evidence: [`${dialect} was asked for`, ...found.evidence] };
}

function fromHeader(text: string): RouterOsVersion | undefined {
  const match = header.exec(text);
  if (!match?.[1]) return undefined;
  const dialect: Dialect = Number(match[2]) <= 6 ? 'v6' : 'v7';
  return {
    dialect,
    minor: Number(match[3]),
    text: match[1],
    evidence: [`the header says RouterOS ${match[1]}`],
  };
}

type Sign = readonly [dialect: Dialect, menu: string, property: string];

/** Properties that only one of the two has in that menu. `*`: the menu alone tells. */
const signs: readonly Sign[] = [
  ['v7', '/routing table', '*'],
  ['v7', '/routing rule', '*'],
  ['v7', '/ip route', 'routing-table'],
  ['v7', '/ip route', 'suppress-hw-offload'],
  ['v7', '/ip route', 'vrf-interface'],
  ['v7', '/ip route', 'blackhole'],
  ['v7', '/ip dhcp-client', 'default-route-tables'],
  ['v7', '/ip dhcp-client', 'check-gateway'],
  ['v7', '/interface wifi', '*'],
  ['v7', '/interface wifiwave2', '*'],
  ['v7', '/interface wireguard', '*'],
  ['v7', '/routing bgp connection', '*'],
  ['v7', '/routing ospf interface-template', '*'],
  ['v6', '/ip route', 'routing-mark'],
  ['v6', '/ip route', 'type'],
  ['v6', '/ip route rule', '*'],
  ['v6', '/routing bgp peer', '*'],
  ['v6', '/routing ospf network', '*'],
  ['v6', '/tool user-manager customer', '*'],
];

function fromSyntax(statements: readonly Resolved[]): RouterOsVersion {
  const evidence: Record<Dialect, Set<string>> = { v6: new Set(), v7: new Set() };
  for (const statement of statements) addSigns(statement, evidence);
  const dialect = evidence.v6.size > evidence.v7.size ? 'v6' : 'v7';
  return { dialect, text: '', evidence: [...evidence[dialect]] };
}

function addSigns(statement: Resolved, evidence: Readonly<Record<Dialect, Set<string>>>): void {
  for (const [dialect, menu, property] of signs) {
    if (statement.menu !== menu) continue;
    if (property === '*') evidence[dialect].add(`${menu} exists in ${dialect} only`);
    else if (states(statement, property))
      evidence[dialect].add(`${property} in ${menu} exists in ${dialect} only`);
  }
}

function states(statement: Resolved, property: string): boolean {
  if (statement.kind !== 'command') return false;
  const flagged = statement.positional.some(value => value.kind === 'text' && value.text === property);
  return flagged || statement.arguments.some(({ name }) => name === property);
}
