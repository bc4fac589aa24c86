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
  setUp(
    pass,
    program.up.filter(name => !made.has(name)).flatMap(name => linkOf(pass, links, name) ?? []),
  );
}

function linkOf(pass: Pass, links: readonly Link[], name: string): Link | undefined {
  const link = links.find(candidate => candidate.name === name);
  if (!link) complain(pass, `There is no interface ${name}.`, 'Compare the configuration with ip link.');
  return link;
}

function setUp(pass: Pass, wanted: readonly Link[]): void {
  const { port, ledger, memory } = pass.host;
  // One that was up and is not any more was set down by somebody: as good as a pulled cable, until it is set up again.
  const down = wanted.filter(({ up, name, index }) => !up && memory.raised.get(name) !== index);
  if (down.length > 0) note(pass, { up: [...new Set([...ledger.now.up, ...down.map(({ name }) => name)])] });
  const failed = down.filter(
    ({ name }) => !act(pass, `set ${name} up`, () => port.changeLink(name, { up: true })),
  );
  if (pass.dry) return;
  for (const link of wanted) if (!failed.includes(link)) memory.raised.set(link.name, link.index);
}

/** Deletes devices of ours that are not wanted any more, and sets down what only we had set up. */
export function restoreLinks(pass: Pass, program: Pick<Program, 'devices' | 'up'>): void {
  const { port, ledger, memory } = pass.host;
  const links = port.links();
  const wanted = new Set(program.devices.map(({ name }) => name));
  for (const { name, alias } of links) {
    if (alias === deviceMark && !wanted.has(name)) act(pass, `delete ${name}`, () => port.deleteLink(name));
  }
  const alone = new Set(ledger.now.up.filter(name => !program.up.includes(name)));
  for (const { name, up } of links) {
    if (up && alone.has(name))
      act(pass, `set ${name} down again`, () => port.changeLink(name, { up: false }));
  }
  if (alone.size > 0) note(pass, { up: ledger.now.up.filter(name => !alone.has(name)) });
  if (pass.dry) return;
  // Whoever wants one again has it set up again.
  for (const name of [...memory.raised.keys()]) if (!program.up.includes(name)) memory.raised.delete(name);
}
