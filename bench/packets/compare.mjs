// Ratios of two beds, measured in turn within one run: what disturbs the machine disturbs both.
import { openBed } from './bed.mjs';
import { establish, forget } from './established.mjs';
import { openGenerator } from './generator.mjs';
import { plain } from './subjects.mjs';

const median = list => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

const established = { hosts: 64, ports: 4 };
const fresh = { hosts: 200, ports: 100 };

/** A bed with a subject's rules, ready to be measured. */
async function laid(name, subject, wans) {
  const bed = openBed(name, wans);
  try {
    const stop = await subject.lay(bed);
    const generator = openGenerator(bed.router, bed.generator);
    return {
      bed,
      generator,
      close: async () => {
        generator.close();
        await stop();
        bed.close();
      },
    };
  } catch (error) {
    bed.close();
    throw error;
  }
}

/** `unanswered`: nobody answers, so that every packet is one of a new connection to the tracking. */
function prepare({ bed, generator }, unanswered) {
  forget(bed.router);
  generator.send(4096, established);
  if (!unanswered) establish(bed.router);
}

/** ns of a packet of an established connection. */
const oneEstablished = ({ generator }, count) => generator.send(count, established);

/** ns of a packet that begins a connection. */
function oneNew({ bed, generator }, count) {
  forget(bed.router);
  return generator.send(count, fresh);
}

/** Every packet that was sent has to have left by an ISP: else something else was measured. */
function checkDelivery({ bed, generator }, unanswered) {
  prepare({ bed, generator }, unanswered);
  const before = bed.sent();
  generator.send(10_000, established);
  const share = (bed.sent() - before) / 10_000;
  if (share < 0.999) throw new Error(`only ${Math.round(share * 100)} % of the packets left by an ISP`);
}

/** @returns {Promise<{name, wans, established, new, ns}>} ratios to plain masquerade of two ISPs, and ns of an established packet. */
export async function compare(subject, wans, { rounds, packets, unanswered }) {
  const reference = await laid(`pka${process.pid}`, plain, 2);
  let candidate;
  try {
    candidate = await laid(`pkb${process.pid}`, subject, wans);
    checkDelivery(reference, unanswered);
    checkDelivery(candidate, unanswered);
    const turns = [];
    for (let i = 0; i < rounds; i++) {
      const [a, b] = [oneEstablished(reference, packets), oneEstablished(candidate, packets)];
      turns.push({ a, b });
    }
    const opened = [];
    for (let i = 0; i < Math.max(5, rounds / 3); i++)
      opened.push({ a: oneNew(reference, 20_000), b: oneNew(candidate, 20_000) });
    const ratio = list => Number(median(list.map(({ a, b }) => b / a)).toFixed(3));
    return {
      ...{ name: subject.name, wans, established: ratio(turns), new: ratio(opened) },
      ns: Math.round(median(turns.map(({ b }) => b))),
    };
  } finally {
    await candidate?.close();
    await reference.close();
  }
}
