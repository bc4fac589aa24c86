import type { Program } from '../../linux/index.ts';
import type { Link } from '../types.ts';
import { act, complain, note, type Pass } from './pass.ts';

/** ifAlias of devices that we made: what carries it is ours to delete. */
export const deviceMark = 'made by jalur';

/** Makes our devices and sets interfaces up, each once: whoever sets one down afterwards means it. */
export function applyLinks(pass: Pass, program: Pick<Program, 'devices' | 'up'>): void {
  const { port } = pass.host;
  const links = port.links();
  for (const device of program.devices) {
    const there = links.find(link => link.name === device.name);
    if (there && there.alias !== deviceMark) {
      complain(pass, `Interface ${device.name} exists and is not ours.`, 'Rename or delete it.');
    } else if (!there) {
      const spec = { kind: device.kind, name: device.name, alias: deviceMark };
      act(pass, `create ${device.kind} ${device.name}`, () => {
        port.createLink(spec);
        port.changeLink(device.name, { up: true });
      });
    }
  }
  const made = new Set(program.devices.map(({ name }) => name));
  for (const name of program.up) if (!made.has(name)) setUp(pass, links, name);
}

function setUp(pass: Pass, links: readonly Link[], name: string): void {
  const { port, ledger } = pass.host;
  const link = links.find(candidate => candidate.name === name);
  if (!link) complain(pass, `There is no interface ${name}.`, 'Compare the configuration with ip link.');
  if (!link) return;
  const { raised } = pass.host.memory;
  // One that was up and is not any more was set down by somebody: as good as a pulled cable, until it is set up again.
  if (!link.up && raised.get(name) === link.index) return;
  if (!link.up) {
    note(pass, { up: [...new Set([...ledger.now.up, name])] });
    if (!act(pass, `set ${name} up`, () => port.changeLink(name, { up: true }))) return;
  }
  if (!pass.dry) raised.set(name, link.index);
}

/** Deletes devices of ours that are not wanted any more, and sets down what only we had set up. */
export function restoreLinks(pass: Pass, program: Pick<Program, 'devices' | 'up'>): void {
  const { port, ledger } = pass.host;
  const links = port.links();
  const wanted = new Set(program.devices.map(({ name }) => name));
  for (const { name, alias } of links) {
    if (alias === deviceMark && !wanted.has(name)) act(pass, `delete ${name}`, () => port.deleteLink(name));
  }
  for (const name of ledger.now.up.filter(candidate => !program.up.includes(candidate))) {
    const up = links.some(link => link.name === name && link.up);
    if (up) act(pass, `set ${name} down again`, () => port.changeLink(name, { up: false }));
    note(pass, { up: ledger.now.up.filter(candidate => candidate !== name) });
  }
}
