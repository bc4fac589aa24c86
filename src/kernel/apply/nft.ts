import {
  asEdition,
  editionAfter,
  hasEdition,
  inField,
  keptField,
  openHooks,
  type ProgramHook,
  type ProgramNft,
} from '../../linux/index.ts';
import { EnvironmentError, readSysctl, run } from '../../sys/index.ts';
import type { Host } from '../host.ts';
import { hash, listingFingerprint, skeleton } from './fingerprint.ts';
import { act, newPass, note, type Pass } from './pass.ts';
import { closeForwarding } from './sysctls.ts';
import { decidingParts } from './table/deciding.ts';
import { patchTable } from './table/patch.ts';

const tableExists = /"table":/;

/**
 * Loads our table where it is not what it should be, in one transaction: packets meet the old one or the new one.
 * Returns whether the kernel holds it whole, as it was read back; where the new one is refused, whether it holds the old.
 */
export function applyNft(pass: Pass, nft: ProgramNft): boolean {
  const { memory, port } = pass.host;
  const text = textHash(nft);
  const generation = port.rulesetGeneration();
  const untouched = generation !== undefined && memory.nft?.generation === generation;
  if (!(untouched && memory.nft?.text === text)) ensureTable(pass, nft, text, generation);
  if (pass.dry) return true;
  const holds = memory.nft !== undefined || holdsWhatWasLoaded(pass, nft.table);
  if (holds && pass.host.ledger.now.nft?.text === text) {
    ensureSets(pass, nft);
    ensureHooks(pass, nft);
  }
  return holds;
}

/** Is the table in the kernel one that we loaded, and as we loaded it? */
function holdsWhatWasLoaded(pass: Pass, table: string): boolean {
  const known = pass.host.ledger.now.nft;
  const listing = list(pass, table);
  return (
    known !== undefined && listing !== undefined && known.listing === listingFingerprint(listing, known.maps)
  );
}

const textHash = (nft: ProgramNft): string => hash(skeleton(nft.text, ownNames(nft)));

/** Sets whose elements we change in place, and hooks that come and go. */
const ownNames = ({ sets = [], hooks = [] }: ProgramNft): readonly string[] =>
  [...sets, ...hooks].map(({ name }) => name);

function ensureTable(pass: Pass, nft: ProgramNft, text: string, generation: number | undefined): void {
  const { memory, ledger, port } = pass.host;
  const known = ledger.now.nft;
  const isReduced = memory.isReduced === true && known?.text === text;
  if (!pass.dry) memory.isReduced = undefined;
  const isThere = port.hasTable(nft.table);
  // What is missing need not be looked for: all of it is loaded, and read back.
  if (isReduced && isThere) {
    act(pass, `reload the changed nft table inet ${nft.table}`, () => load(pass, nft));
    return;
  }
  // Nothing is forwarded without its filters: where somebody flushed them, every millisecond counts.
  if (!isThere) closeForwarding(pass);
  const listing = isThere ? list(pass, nft.table) : undefined;
  if (listing && known?.text === text && known.listing === listingFingerprint(listing, ownNames(nft))) {
    if (generation !== undefined) memory.nft = { text, generation };
    return;
  }
  const isOurs = listing !== undefined && known?.listing === listingFingerprint(listing, known?.maps);
  if (isOurs && known?.text !== text && changeInPlace(pass, nft, listing)) return;
  const why = !listing ? 'load' : known?.text === text ? 'reload the changed' : 'load a new';
  act(pass, `${why} nft table inet ${nft.table}`, () => load(pass, nft));
}

/**
 * Changes only what differs of a table that is as we left it: everything else keeps what it has counted and collected. Returns
 * false where it takes a whole load, or the kernel does not take it so.
 */
function changeInPlace(pass: Pass, nft: ProgramNft, listing: string): boolean {
  const { ledger } = pass.host;
  const loaded = ledger.table();
  const names = [...new Set([...ownNames(nft), ...(ledger.now.nft?.maps ?? [])])];
  if (loaded === undefined || hash(skeleton(loaded, ledger.now.nft?.maps)) !== ledger.now.nft?.text)
    return false;
  const now = ledger.now.nft?.edition ?? 0;
  const patchOf = (edition: number) => {
    const [was, whole] = [asEdition(loaded, now), asEdition(nft.text, edition)];
    return patchTable(nft.table, skeleton(was, names), skeleton(whole, names), whole, listing);
  };
  const still = patchOf(now);
  // What connections keep ends with any change of what decided it, and with nothing else.
  const deciding = new Set([...decidingParts(loaded), ...decidingParts(nft.text)]);
  const isStill = still?.touches.every(one => !deciding.has(one)) === true;
  const edition = isStill ? now : editionAfter(now);
  const patch = isStill ? still : patchOf(edition);
  if (!patch) return false;
  try {
    if (!pass.dry) loadInput(pass, nft, patch.script, edition);
  } catch (error) {
    if (error instanceof EnvironmentError) return false;
    throw error;
  }
  pass.changes.push(`change nft table inet ${nft.table}: ${patch.touches.join(', ')}`);
  return true;
}

function load(pass: Pass, nft: ProgramNft): void {
  const edition = editionAfter(pass.host.ledger.now.nft?.edition);
  const text = `${asEdition(nft.text, edition)}${openHooks(nft)}`;
  // `add` first, for `delete` fails where there is none; `destroy` would need kernel 6.3.
  loadInput(pass, nft, `add table inet ${nft.table}\ndelete table inet ${nft.table}\n${text}`, edition);
}

/** One transaction, after which the table is that edition of `nft`. */
function loadInput(pass: Pass, nft: ProgramNft, input: string, edition: number): void {
  const { memory, ns, port, ledger } = pass.host;
  const text = textHash(nft);
  const known = ledger.now.nft?.edition;
  const keeps = hasEdition(nft.text);
  memory.nft = undefined;
  const wasThere = port.hasTable(nft.table);
  if (keeps && edition !== known) forgetDecisions(pass.host, edition);
  run(['nft', '-f', '-'], { ns, input });
  // Who does not know the last edition cannot know that it was another one: it may have decided until a moment ago.
  if (keeps && known === undefined && wasThere) forgetDecisions(pass.host, edition);
  const generation = port.rulesetGeneration();
  const listing = list(pass, nft.table);
  const maps = ownNames(nft);
  if (!listing) return;
  ledger.writeTable(nft.text);
  note(pass, {
    nft: { text, listing: listingFingerprint(listing, maps), maps, edition: keeps ? edition : known },
  });
  // Without a generation it is compared again each time.
  memory.nft = generation === undefined ? undefined : { text, generation };
}

/**
 * What an earlier table of that edition decided is not to be taken for a decision of this one. Rarely are there any, and the
 * kernel looks through the connections of all namespaces for them: not where this one has none.
 */
function forgetDecisions({ port, ns }: Host, edition: number): void {
  if (readSysctl('net.netfilter.nf_conntrack_count', ns) === '0') return;
  const { edition: field, mask } = keptField;
  port.clearMarks({ mark: inField(field, edition), mask: field.mask }, mask);
}

/** The table as JSON; undefined where there is none. */
function list({ host }: Pass, table: string): string | undefined {
  const argv = ['nft', '-j', 'list', 'table', 'inet', table];
  const { code, stdout } = run(argv, { ns: host.ns, allowFailure: true });
  return code === 0 && tableExists.test(stdout) ? stdout : undefined;
}

/**
 * Is this transaction one that we have seen the result of: our own, or one before it? Without generations nobody can tell:
 * then each turn compares.
 */
export const hasSeen = ({ memory, port }: Host, generation: number): boolean =>
  memory.nft === undefined ? port.backend === 'command' : generation <= memory.nft.generation;

/** Somebody took something out of our table: nothing passes until it was looked at. Synchronous, some 0.1 ms. */
export function closeAtOnce(host: Host): void {
  host.memory.isReduced = true;
  closeForwarding(newPass(host));
}

/** Sets that are ours to change, all in one transaction. */
function ensureSets(pass: Pass, { table, sets = [] }: ProgramNft): void {
  const { port } = pass.host;
  const differing = sets.map(set => ({ ...set, table })).filter(set => !port.isFilled(set));
  if (differing.length === 0) return;
  act(pass, `fill ${differing.map(({ name }) => name).join(' and ')}`, () => {
    port.fillSets(differing);
    remember(pass);
  });
}

/** Hooks that are ours to open and close, all in one transaction. */
function ensureHooks(pass: Pass, { table, hooks = [] }: ProgramNft): void {
  const { port } = pass.host;
  const differing = hooks.filter(({ name, isOpen }) => port.hasChain({ table, chain: name }) !== isOpen);
  if (differing.length === 0) return;
  act(pass, saidOfHooks(differing), () => setOwnHooks(pass, table, differing));
}

export const saidOfHooks = (hooks: readonly ProgramHook[]): string =>
  hooks.map(({ name, isOpen }) => `${isOpen ? 'open' : 'close'} ${name}`).join(' and ');

/** Opens and closes some of them unseen, where the table is untouched. */
export function setOwnHooks(pass: Pass, table: string, hooks: readonly ProgramHook[]): void {
  pass.host.port.setHooks(table, hooks);
  remember(pass);
}

/** Has nobody else changed nftables since our table was looked at? */
export const isUntouched = ({ host: { memory, port } }: Pass): boolean =>
  memory.nft !== undefined && memory.nft.generation === port.rulesetGeneration();

/** Fills some of them unseen, where the table is untouched. */
export function fillOwnSets(pass: Pass, table: string, sets: NonNullable<ProgramNft['sets']>): void {
  const { port } = pass.host;
  port.fillSets(sets.map(set => ({ ...set, table })));
  remember(pass);
}

/** The table is as we left it: what we changed in it is no reason to look at all of it again. */
function remember({ host: { memory, port } }: Pass): void {
  const generation = port.rulesetGeneration();
  if (memory.nft && generation !== undefined) memory.nft = { ...memory.nft, generation };
}

/** Deletes our table. */
export function removeNft(pass: Pass, table: string): void {
  const { ns, memory, port } = pass.host;
  if (port.hasTable(table)) {
    act(pass, `delete nft table inet ${table}`, () => {
      run(['nft', '-f', '-'], { ns, input: `delete table inet ${table}\n` });
    });
  }
  memory.nft = undefined;
  note(pass, { nft: undefined });
}
