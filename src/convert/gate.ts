import { versionsWith } from '../model/index.ts';
import { argumentOf, argumentsOf, cannotSay, type OutlineStatement, textOf } from '../rsc/index.ts';
import type { Said } from '../text/index.ts';
import { isProtocol, lacksMenu, lacksProperty } from './targets.ts';
import type { Work } from './work.ts';

/** What the target has no words for: whole menus go into comments, single properties are taken away; all is said. */
export function gateStatements(work: Work, isOtherDialect: boolean): void {
  for (const one of work.outline.statements) {
    // What is no RouterOS may be words of a script; in the text itself it goes with its menu.
    if (one.kind === 'scripting' || (one.kind === 'other' && !one.isTop) || work.isGone(one)) continue;
    const lack = lackOf(one, work, isOtherDialect);
    if (lack === undefined) {
      if (one.kind !== 'other') gateProperties(one, work);
    } else if (one.kind === 'menu') work.comment(one, `not converted, ${one.menu} ${lack.en}`);
    else sayMenu(one, lack, work);
  }
}

function lackOf(one: OutlineStatement, { target }: Work, isOther: boolean): Said | undefined {
  const { menu } = one;
  if (isOther && converted.has(menu)) return undefined;
  if (isOther && isProtocol(menu))
    return { en: 'was written anew for RouterOS 7', id: 'ditulis ulang untuk RouterOS 7' };
  return lacksMenu(one, target);
}

/** Menus whose lines get another path, or are written in another way. */
const converted = new Set([
  '/ip neighbor discovery',
  '/ip route rule',
  '/ip route vrf',
  '/ip vrf',
  '/routing rule',
  '/routing table',
  '/system ntp client servers',
]);

function sayMenu(one: OutlineStatement, lack: Said, work: Work): void {
  const what = {
    en: `${one.menu} ${lack.en}: ${one.isTop ? 'this line goes into a comment' : 'this command stays in its script and fails there'}.`,
    id: `${one.menu} ${lack.id}: ${one.isTop ? 'baris ini menjadi komentar' : 'perintah ini tetap di script-nya dan gagal di sana'}.`,
  };
  work.comment(one, `not converted, ${one.menu} ${lack.en}`);
  work.say(one, 'error', 'no-such-menu', what, {
    en: 'Write by hand what it did, where it is needed.',
    id: 'Tulis sendiri fungsinya, di tempat yang diperlukan.',
  });
}

function gateProperties(one: OutlineStatement, work: Work): void {
  const all = argumentsOf(one);
  const lacking = all.filter(
    ({ name, argument }) =>
      argument.operator === '=' &&
      !isHandled(one, name) &&
      lacksProperty(one, name, work.target) !== undefined,
  );
  for (const { name, argument } of lacking) {
    const lack = lacksProperty(one, name, work.target) ?? nothing;
    const text = textOf(argument);
    // What belongs to a kind of queue goes with it, which is said of the kind.
    const isUsual =
      printed.has(name) ||
      (text !== undefined && usual[name] === text) ||
      /^(?:cake|codel|fq-codel)-/.test(name);
    work.remove(one, argument);
    work.say(one, isUsual ? 'info' : 'error', 'cannot-say', {
      en: `'${name}' of ${one.menu} ${lack.en}; ${isMatcher(one, name) ? 'the rule' : 'it'} is left out.`,
      id: `'${name}' di ${one.menu} ${lack.id}; ${isMatcher(one, name) ? 'aturannya' : 'properti itu'} dihilangkan.`,
    });
  }
  const matcher = lacking.find(({ name }) => isMatcher(one, name));
  if (matcher) work.comment(one, `not converted, without ${matcher.name} it would match more`);
  // A `set` of which nothing is left sets nothing.
  const isEmptied = one.name === 'set' && lacking.length > 0 && lacking.length === all.length;
  if (isEmptied) work.comment(one, 'nothing of it is left');
}

const nothing: Said = { en: '', id: '' };

/** A condition of a rule: without it the rule matches more than was meant. */
const isMatcher = ({ menu, name: command }: OutlineStatement, property: string): boolean =>
  command === 'add' && / firewall (?:filter|mangle|nat|raw)$/.test(menu) && !harmless.has(property);

const harmless = new Set(['hw-offload', 'log', 'log-prefix', 'comment', 'disabled', 'passthrough']);

/** The router prints these, and nobody states them. */
const printed = new Set([
  'creation-time',
  'last-caller-id',
  'last-disconnect-reason',
  'last-logged-out',
  'owner',
]);

/** What the other version does anyhow. */
const usual: Readonly<Record<string, string>> = {
  vrf: 'main',
  type: 'simple',
  'port-cost-mode': 'short',
  'hw-offload': 'yes',
  'suppress-hw-offload': 'no',
};

/** Properties that other parts of the conversion write in another way. */
const isHandled = ({ menu }: OutlineStatement, property: string): boolean =>
  handled[menu]?.includes(property) === true;

const handled: Readonly<Record<string, readonly string[]>> = {
  '/ip route': ['routing-mark', 'routing-table', 'type', 'blackhole'],
  '/ipv6 route': ['type', 'blackhole'],
  '/ip dhcp-client': ['default-route-tables'],
  '/interface ethernet': ['master-port'],
  '/tool e-mail': ['address', 'server'],
  '/system ntp client': ['primary-ntp', 'secondary-ntp', 'server-dns-names', 'servers'],
  '/ip route vrf': ['routing-mark'],
  '/ip vrf': ['name'],
};

/** Values that the model knows to belong to another version. */
export function gateValues(work: Work): void {
  for (const { menu, property, gate, origin } of cannotSay(work.router, work.target)) {
    for (const one of work.commands(menu)) {
      const argument = argumentOf(one, property);
      const isIts = one.frame.at(one.statement.start) === origin.span.start.offset || origin.span.file === '';
      if (!argument || !isIts || isHandled(one, property) || work.commented.has(one)) continue;
      if (lacksProperty(one, property, work.target) !== undefined) continue;
      work.remove(one, argument);
      const what = {
        en: `'${property}' of ${menu} exists in RouterOS ${versionsWith(gate, 'en')}; it is left out.`,
        id: `'${property}' di ${menu} ada di RouterOS ${versionsWith(gate, 'id')}; dihilangkan.`,
      };
      work.say(one, 'error', 'cannot-say', what);
    }
  }
}
