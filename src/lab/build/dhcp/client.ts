import { randomInt } from 'node:crypto';
import type { Lease } from '../../../rib/index.ts';
import { type Namespace, udpSocket } from '../../../sys/index.ts';
import { type DhcpAsk, decodeDhcp, encodeDhcp } from './message.ts';

/** A machine that wants an address. */
export interface DhcpMachine {
  readonly ns: Namespace;
  /** Its port, up, without an address. */
  readonly interface: string;
  readonly mac: string;
  readonly hostname: string;
}

const serverPort = 67;
const clientPort = 68;
const everybody = '255.255.255.255';
/** Faster than RFC 2131 section 4.1 asks for: nobody else is on this LAN. */
const againMs = 200;
const longestTimerMs = 2 ** 31 - 1;

/**
 * A DHCP client for the machines of a lab: within this process, so that many of them cost nothing. `onLease` gets the
 * first lease and every one after it; a lease is renewed at half its time. Returns the end of it.
 */
export function keepLease(machine: DhcpMachine, onLease: (lease: Lease) => void): () => void {
  let ended = false;
  let end = (): void => {};
  const next = (held?: Lease): void => {
    if (ended) return;
    end = askForLease(machine, held, lease => {
      onLease(lease);
      const timer = setTimeout(
        () => next(lease),
        Math.min(lease.leaseTime / 2 || longestTimerMs, longestTimerMs),
      );
      timer.unref();
      end = () => clearTimeout(timer);
    });
  };
  next();
  return () => {
    ended = true;
    end();
  };
}

/** One exchange: DISCOVER, OFFER, REQUEST, ACK; for a held lease REQUEST, ACK. Asks again until it has its answer. */
function askForLease(
  machine: DhcpMachine,
  held: Lease | undefined,
  done: (lease: Lease) => void,
): () => void {
  const { mac, hostname, interface: device } = machine;
  const socket = udpSocket({ ns: machine.ns, device, port: clientPort, broadcast: true });
  const first: DhcpAsk = { transaction: randomInt(2 ** 32), mac, hostname };
  let ask: DhcpAsk = held ? { ...first, request: { address: held.address.address } } : first;
  const send = () => socket.send(encodeDhcp(ask), serverPort, everybody, () => {}); // unsent or lost: sent again
  const timer = setInterval(send, againMs);
  const end = (): void => {
    clearInterval(timer);
    socket.close();
  };
  socket.on('message', bytes => {
    const answer = decodeDhcp(bytes, device);
    if (answer?.transaction !== ask.transaction) return;
    if (answer.kind === 'ack' && answer.lease) {
      end();
      done(answer.lease);
      return;
    }
    if (answer.kind === 'offer' && answer.lease && !ask.request) {
      const { address, server } = answer.lease;
      ask = { ...ask, request: { address: address.address, server } };
      send();
    }
    // Refused: from the beginning, in the rhythm of the timer.
    if (answer.kind === 'nak') ask = first;
  });
  send();
  return end;
}
