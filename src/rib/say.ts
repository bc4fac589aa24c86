import { assertNever } from '../model/index.ts';
import type { InEveryLanguage, Language } from '../text/index.ts';
import { placeInBrackets } from './gateway-text.ts';
import type { NamedRoute, Why } from './why.ts';

const en = {
  disabled: 'It is disabled.',
  noGateway: 'The route names no gateway.',
  anotherPreferred: 'Another route is preferred.',
  noTable: (table: string) => `There is no routing table ${table}.`,
  tableWithoutFib: (table: string) => `Table ${table} has no fib: the kernel never looks into it.`,
  ownAddress: (address: string) => `${address} is this router itself.`,
  noInterface: (name: string) => `There is no interface ${name}.`,
  notRunning: (name: string) => `${name} is not running.`,
  running: (name: string) => `${name} is running.`,
  lineDown: (name: string) => `The line ${name} is down, though its link runs.`,
  connected: (address: string, names: string) => `${address} is on the network of ${names}.`,
  recursive: (address: string, destination: string) => `${address} is found through ${destination}.`,
  ledInto: (address: string, type: string, destination: string) =>
    `The only route to ${address} is the ${type} route ${destination}.`,
  unresolved: (address: string, scope: number) =>
    `${address} lies in no connected network, and no active route with scope ${scope} or less leads to it.`,
  scopeTooHigh: (address: string, destination: string, scope: number, targetScope: number) =>
    `${destination} leads to ${address}, but its scope is ${scope}, above this route's target-scope ${targetScope}.`,
  scopeLifted: (address: string, destination: string, stated: number, scope: number, targetScope: number) =>
    `${destination} leads to ${address}, but RouterOS 7 counts its scope ${stated} as ${scope}, since it is not above the target-scope of that route itself; this route's target-scope is ${targetScope}.`,
  silent: (address: string, method: string) => `${address} does not answer ${method} (check-gateway).`,
  hostRouteDown: (place: string, why: string) => `Its host route${place} is down: ${why}`,
  farther: (own: number, other: string, distance: number) =>
    `Distance ${own}: ${other} has distance ${distance}.`,
  law: {
    'one-of-them': 'RouterOS uses one of them, not saying which',
    'no-order': 'RouterOS promises no order',
  },
  first: 'the first',
  before: (source: string, other: string) => `${source} before ${other}`,
  tie: (other: string, law: string, which: string) =>
    `Same distance as ${other}: ${law}; taken here: ${which}.`,
  notActive: 'Not active:',
  via: 'via',
  inTable: (table: string) => ` in ${table}`,
};

const id: typeof en = {
  disabled: 'Rute ini disabled.',
  noGateway: 'Rute ini tidak menyebut gateway.',
  anotherPreferred: 'Rute lain didahulukan.',
  noTable: table => `Tabel routing ${table} tidak ada.`,
  tableWithoutFib: table => `Tabel ${table} tanpa fib: kernel tidak pernah memakainya.`,
  ownAddress: address => `${address} adalah router ini sendiri.`,
  noInterface: name => `Interface ${name} tidak ada.`,
  notRunning: name => `${name} tidak running.`,
  running: name => `${name} running.`,
  lineDown: name => `Saluran ${name} mati, walaupun link-nya running.`,
  connected: (address, names) => `${address} ada di jaringan ${names}.`,
  recursive: (address, destination) => `${address} dicapai lewat ${destination} (recursive).`,
  ledInto: (address, type, destination) =>
    `Satu-satunya rute ke ${address} adalah rute ${type} ${destination}.`,
  unresolved: (address, scope) =>
    `${address} tidak ada di jaringan mana pun yang terhubung langsung, dan tidak ada rute aktif dengan scope ${scope} atau kurang yang menuju ke sana.`,
  scopeTooHigh: (address, destination, scope, targetScope) =>
    `${destination} menuju ke ${address}, tetapi scope-nya ${scope}, di atas target-scope ${targetScope} rute ini.`,
  scopeLifted: (address, destination, stated, scope, targetScope) =>
    `${destination} menuju ke ${address}, tetapi RouterOS 7 menghitung scope ${stated} miliknya sebagai ${scope}, karena tidak di atas target-scope rute itu sendiri; target-scope rute ini ${targetScope}.`,
  silent: (address, method) => `${address} tidak menjawab ${method} (check-gateway).`,
  hostRouteDown: (place, why) => `Rute host-nya${place} mati: ${why}`,
  farther: (own, other, distance) => `Distance ${own}: ${other} punya distance ${distance}.`,
  law: {
    'one-of-them': 'RouterOS memakai salah satunya, tanpa menyebut yang mana',
    'no-order': 'RouterOS tidak menjanjikan urutan',
  },
  first: 'yang pertama',
  before: (source, other) => `${source} sebelum ${other}`,
  tie: (other, law, which) => `Distance sama dengan ${other}: ${law}; yang dipakai di sini: ${which}.`,
  notActive: 'Tidak aktif:',
  via: 'via',
  inTable: table => ` di ${table}`,
};

/** Sentences about routes. */
export const routeWords: InEveryLanguage<typeof en> = { en, id };

/** Why a gateway is in its state, or a route is not active, in one sentence (or one per gateway). */
export function whyText(why: Why, language: Language): string {
  const say = routeWords[language];
  switch (why.kind) {
    case 'disabled':
      return say.disabled;
    case 'no-gateway':
      return say.noGateway;
    case 'another-preferred':
      return say.anotherPreferred;
    case 'no-table':
      return say.noTable(why.table);
    case 'table-without-fib':
      return say.tableWithoutFib(why.table);
    case 'own-address':
      return say.ownAddress(why.address);
    case 'no-interface':
      return say.noInterface(why.interface);
    case 'not-running':
      return say.notRunning(why.interface);
    case 'running':
      return say.running(why.interface);
    case 'line-down':
      return say.lineDown(why.interface);
    case 'connected':
      return say.connected(why.address, why.interfaces.join(', '));
    case 'recursive':
      return say.recursive(why.address, why.destination);
    case 'led-into':
      return say.ledInto(why.address, why.type, why.destination);
    case 'unresolved':
      return say.unresolved(why.address, why.targetScope);
    case 'scope-too-high':
      return scopeText(why, language);
    case 'silent':
      return say.silent(why.address, why.method);
    case 'host-route-down':
      return `${whyText(why.gateway, language)} ${say.hostRouteDown(placeInBrackets(why.origin), whyText(why.host, language))}`;
    case 'gateways':
      return why.each.map(one => whyText(one, language)).join(' ');
    case 'farther':
      return say.farther(why.distance, named(why.rival), why.rival.distance);
    case 'tie':
      return tieText(why, language);
    default:
      return assertNever(why);
  }
}

function scopeText(why: Extract<Why, { readonly kind: 'scope-too-high' }>, language: Language): string {
  const say = routeWords[language];
  const { address, stated, scope, targetScope } = why;
  const route = `${why.destination}${placeInBrackets(why.origin)}`;
  return stated === scope
    ? say.scopeTooHigh(address, route, scope, targetScope)
    : say.scopeLifted(address, route, stated, scope, targetScope);
}

function tieText({ rival, source, law }: Extract<Why, { readonly kind: 'tie' }>, language: Language): string {
  const say = routeWords[language];
  const which = rival.source === source ? say.first : say.before(rival.source, source);
  return say.tie(named(rival), say.law[law], which);
}

const named = ({ via, origin }: NamedRoute): string => `${via}${placeInBrackets(origin)}`;
