import type { ProgramTc } from '../../linux/index.ts';
import { run } from '../../sys/index.ts';
import type { Attachment, ShapedDevice } from '../ledger.ts';
import { hash } from './fingerprint.ts';
import { act, complain, note, type Pass, without } from './pass.ts';
import { byDevice, foreignQdiscs, tcFingerprint } from './tc-listing.ts';

const roots: readonly string[] = ['root', 'ingress', 'clsact'];
const wantedHash = (steps: readonly ProgramTc[]): string =>
  hash(JSON.stringify(steps.map(({ kind, argv }) => [kind, argv])));

/** Shapes interfaces. One whose shaping differs in anything is built anew; all others are left running. */
export function applyTc(pass: Pass, program: readonly ProgramTc[]): void {
  const devices = byDevice(program);
  if (devices.size === 0 || (asWanted(pass, devices) && quickLook(pass, devices))) return;
  for (const [device, steps] of devices) shape(pass, device, steps);
  const listing = pass.dry ? '' : tcFingerprint(devices, pass.host.ns);
  if (listing !== pass.host.ledger.now.shaping) note(pass, { shaping: listing });
}

/** Was everything asked for before, as far as the ledger knows? */
function asWanted({ host }: Pass, devices: ReadonlyMap<string, readonly ProgramTc[]>): boolean {
  const { shaped } = host.ledger.now;
  return [...devices].every(([device, steps]) => shaped[device]?.wanted === wantedHash(steps));
}

/** All interfaces by one tc: the usual case is that nothing has to be done. */
function quickLook({ host }: Pass, devices: ReadonlyMap<string, readonly ProgramTc[]>): boolean {
  return tcFingerprint(devices, host.ns) === host.ledger.now.shaping;
}

function shape(pass: Pass, device: string, steps: readonly ProgramTc[]): void {
  const { ns, ledger } = pass.host;
  const known = ledger.now.shaped[device];
  const look = (): string => tcFingerprint(new Map([[device, steps]]), ns);
  const wanted = wantedHash(steps);
  if (known?.wanted === wanted && known.listing === look()) return;
  const displaced = known ? known.before : displace(pass, device, steps);
  if (!displaced) return;
  const draft: ShapedDevice = { wanted, listing: '', before: displaced, ours: attachments(steps) };
  remember(pass, device, draft);
  const built = act(pass, `shape ${device}`, () => {
    for (const at of known?.ours ?? (displaced.length > 0 ? ['root' as const] : [])) detach(pass, device, at);
    batch(
      pass,
      steps.map(({ kind, argv }) => [kind, 'add', 'dev', device, ...argv]),
    );
  });
  if (built && !pass.dry) remember(pass, device, { ...draft, listing: look() });
}

function remember(pass: Pass, device: string, entry: ShapedDevice): void {
  note(pass, { shaped: { ...pass.host.ledger.now.shaped, [device]: entry } });
}

const attachments = (steps: readonly ProgramTc[]): readonly Attachment[] => {
  const first = steps.filter(({ kind }) => kind === 'qdisc').map(({ argv }) => argv[0] ?? '');
  return [...new Set(first)].filter((word): word is Attachment => roots.includes(word));
};

/** What hangs where we want to hang ours, as a line that brings it back; undefined where it must stay. */
function displace(pass: Pass, device: string, steps: readonly ProgramTc[]): readonly string[] | undefined {
  const ours = attachments(steps);
  const clash = foreignQdiscs(device, pass.host.ns).filter(
    ({ at }) => ours.includes(at) || (at !== 'root' && ours.some(own => own !== 'root')),
  );
  const [only, second] = clash;
  if (!only) return [];
  if (!second && only.at === 'root' && !only.branched) return only.argv;
  const what = `Interface ${device} is shaped already, and not by us (${only.argv.slice(2, 3)}).`;
  complain(pass, what, `Remove it (tc qdisc del dev ${device} ${only.at}), or the queues of this interface.`);
  return undefined;
}

/** Already gone is as good: the interface may have been made anew. */
function detach({ host }: Pass, device: string, at: Attachment): void {
  run(['tc', 'qdisc', 'del', 'dev', device, at], { ns: host.ns, allowFailure: true });
}

function batch({ host }: Pass, lines: readonly (readonly string[])[]): void {
  const input = `${lines.map(line => line.join(' ')).join('\n')}\n`;
  run(['tc', '-batch', '-'], { ns: host.ns, input });
}

/** Takes our shaping off interfaces that shall have none, and hangs back what was there. */
export function restoreTc(pass: Pass, program: readonly ProgramTc[]): void {
  const { ledger, port } = pass.host;
  const keep = byDevice(program);
  const links = new Set(port.links().map(({ name }) => name));
  for (const [device, { ours, before }] of Object.entries(ledger.now.shaped)) {
    if (keep.has(device)) continue;
    const done =
      !links.has(device) ||
      act(pass, `take the shaping off ${device}`, () => {
        for (const at of ours) detach(pass, device, at);
        if (before.length > 0) batch(pass, [['qdisc', 'add', 'dev', device, 'root', ...before]]);
      });
    if (done) note(pass, { shaped: without(ledger.now.shaped, device) });
  }
}
