import type { ProgramMtu } from '../../linux/index.ts';
import type { Ledger } from '../ledger.ts';
import type { Link } from '../types.ts';
import { act, note, type Pass } from './pass.ts';

/** The largest packet that an interface takes, bytes, without us: what it was before we changed it, unless somebody else has since. */
export function ownMtu({ name, mtu }: Pick<Link, 'name' | 'mtu'>, { mtus }: Pick<Ledger, 'mtus'>): number {
  const known = mtus[name];
  return known?.set === mtu ? known.before : mtu;
}

/** Sets what differs, what it was before remembered first. An interface that is not there is no concern of this. */
export function applyMtus(pass: Pass, wanted: readonly ProgramMtu[]): void {
  if (wanted.length === 0) return;
  const { port, ledger } = pass.host;
  const links = port.links();
  for (const { interface: name, mtu } of wanted) {
    const link = links.find(one => one.name === name);
    if (!link || link.mtu === mtu) continue;
    const before = ownMtu(link, ledger.now);
    note(pass, { mtus: { ...ledger.now.mtus, [name]: { before, set: mtu } } });
    act(pass, `set MTU of ${name} from ${link.mtu} to ${mtu}`, () => port.changeLink(name, { mtu }));
  }
}

/** Gives interfaces that are to keep their own again what they had; what somebody else has set since is his. */
export function restoreMtus(pass: Pass, wanted: readonly ProgramMtu[]): void {
  const { port, ledger } = pass.host;
  const over = Object.keys(ledger.now.mtus).filter(name => !wanted.some(one => one.interface === name));
  if (over.length === 0) return;
  const links = port.links();
  const done = over.filter(name => {
    const link = links.find(one => one.name === name);
    const own = link && ownMtu(link, ledger.now);
    if (!link || own === undefined || own === link.mtu) return true;
    return act(pass, `restore MTU of ${name} to ${own}`, () => port.changeLink(name, { mtu: own }));
  });
  const left = Object.entries(ledger.now.mtus).filter(([name]) => !done.includes(name));
  note(pass, { mtus: Object.fromEntries(left) });
}
