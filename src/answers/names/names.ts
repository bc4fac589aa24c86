import { membersOf, type Router, rolesOf } from '../../model/index.ts';
import { type Ipv4, prefixContains } from '../../net/index.ts';
import { computeRib, connectedNetwork, type Rib, type RibOptions, type World } from '../../rib/index.ts';
import { nearest } from '../../rsc/index.ts';
import type { Said } from '../../text/index.ts';
import { interfaceNamed } from '../../walk/index.ts';
import type { Complain } from './complain.ts';
import { networksBehind } from './home-port.ts';

interface Situation {
  readonly world: World;
  readonly rib: Rib;
}

/** The interface that a word on the command line means; undefined where there is none, which has been said then. */
export function findInterface(router: Router, world: World, word: string, say: Complain): string | undefined {
  const [only, ...others] = meant(router, world, word);
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined)
    say({
      en: `${word} means several interfaces: ${[only, ...others].join(', ')}`,
      id: `${word} berarti beberapa interface: ${[only, ...others].join(', ')}`,
    });
  else complainUnknown(router, world, word, say);
  return undefined;
}

/**
 * The interface that a packet from `src` comes in by. Of a list of several it is the one in whose network `src` lies,
 * else the first that has addresses.
 */
export function findArrival(
  router: Router,
  world: World,
  word: string,
  src: Ipv4 | undefined,
  say: Complain,
): string | undefined {
  const names = meant(router, world, word);
  if (names.length < 2) return findInterface(router, world, word, say);
  const networksOf = (name: string) => (world.interfaces[name]?.addresses ?? []).map(connectedNetwork);
  const holds = (name: string) =>
    src !== undefined && networksOf(name).some(network => prefixContains(network, src));
  return names.find(holds) ?? names.find(name => networksOf(name).length > 0) ?? names[0];
}

/** Says that a source cannot be at home behind a LAN: no network or route of that interface holds it. */
export function noteForeignSource(
  router: Router,
  situation: Situation,
  name: string,
  src: Ipv4,
  say: Complain,
): void {
  const networks = (situation.world.interfaces[name]?.addresses ?? []).map(connectedNetwork);
  if (rolesOf(router).wans.includes(name) || networks.length === 0) return;
  const behind = networksBehind(situation).filter(one => one.interface === name);
  if (behind.some(({ network }) => prefixContains(network, src))) return;
  say({
    en: `note: ${src} lies in no network of ${name} (${networks.join(', ')}): its answers will not find it.`,
    id: `catatan: ${src} tidak ada di jaringan ${name} mana pun (${networks.join(', ')}): jawaban untuknya tidak akan sampai.`,
  });
}

/** All of them, a list with all its members; undefined where one is no interface. */
export function findInterfaces(
  router: Router,
  world: World,
  words: readonly string[],
  say: Complain,
): string[] | undefined {
  const found = words.map(word => meant(router, world, word));
  const unknown = words.find((_, index) => found[index]?.length === 0);
  if (unknown === undefined) return [...new Set(found.flat())];
  complainUnknown(router, world, unknown, say);
  return undefined;
}

const known = (router: Router, world: World): string[] => [
  ...new Set([...Object.keys(world.interfaces), ...router.interfaces.map(({ name }) => name)]),
];

/**
 * What a word means: an interface by its name or what its comment calls it, by the name that it left the factory with,
 * an interface list, or a part of one comment alone.
 */
function meant(router: Router, world: World, word: string): readonly string[] {
  const names = known(router, world);
  const named = interfaceNamed(router, names, word);
  if (named !== undefined) return [named];
  const wanted = word.toLowerCase();
  const same = (text: string | undefined): boolean => text?.toLowerCase() === wanted;
  const born = router.interfaces.find(({ routerName, defaultName }) => same(routerName) || same(defaultName));
  if (born) return [born.name];
  const list = router.interfaceLists.find(({ name }) => same(name));
  if (list) return membersOf(router, list.name).filter(name => names.includes(name));
  const partly = wanted.length < 2 ? [] : commented(router, wanted);
  return partly.length === 1 ? partly : [];
}

/** Interfaces with a comment, of their own or of their DHCP client, that holds a word. */
function commented({ interfaces, dhcpClients }: Router, wanted: string): string[] {
  const comments = [
    ...interfaces.map(({ name, comment }) => ({ name, comment })),
    ...dhcpClients.map(client => ({ name: client.interface, comment: client.comment })),
  ];
  const found = comments.filter(({ comment }) => comment.toLowerCase().includes(wanted));
  return [...new Set(found.map(({ name }) => name))];
}

function complainUnknown(router: Router, world: World, word: string, say: Complain): void {
  const names = known(router, world);
  const lists = router.interfaceLists.map(({ name }) => name);
  const words = [
    ...names,
    ...lists,
    ...router.interfaces.flatMap(({ comment, defaultName = '' }) =>
      [comment, defaultName, ...comment.split(/\s+/)].filter(text => text !== ''),
    ),
  ];
  const near = commented(router, word.toLowerCase());
  const hint: Said =
    near.length > 1
      ? { en: ` Did you mean ${near.join(' or ')}?`, id: ` Maksudnya ${near.join(' atau ')}?` }
      : nearest(word, words);
  const others =
    lists.length === 0 ? [] : [{ en: `Lists: ${lists.join(', ')}`, id: `List: ${lists.join(', ')}` }];
  say(
    { en: `there is no interface ${word}.${hint.en}`, id: `tidak ada interface ${word}.${hint.id}` },
    { en: `Interfaces: ${names.join(', ')}`, id: `Interface: ${names.join(', ')}` },
    ...others,
  );
}

/** Keys of the checks that watch a gateway; undefined where none does, which has been said then. */
export function findChecks(
  router: Router,
  world: World,
  options: RibOptions,
  words: readonly string[],
  say: Complain,
): string[] | undefined {
  if (words.length === 0) return [];
  const { checks } = computeRib(router, world, options);
  const keys = words.map(word =>
    checks
      .filter(check => [check.key, check.address, `${check.address}%${check.interface}`].includes(word))
      .map(({ key }) => key),
  );
  const missing = words.find((_, index) => keys[index]?.length === 0);
  if (missing === undefined) return keys.flat();
  const known = [...new Set(checks.map(({ address, interface: name }) => `${address}%${name}`))];
  say(
    {
      en: `no route checks a gateway ${missing}.`,
      id: `tidak ada rute yang mengecek gateway ${missing}.`,
    },
    {
      en: `Checked: ${known.join(', ') || 'none (check-gateway is nowhere set)'}`,
      id: `Yang dicek: ${known.join(', ') || 'tidak ada (check-gateway tidak dipasang di mana pun)'}`,
    },
  );
  return undefined;
}
