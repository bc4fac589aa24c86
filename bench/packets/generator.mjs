// A packet generator inside the kernel (BPF_PROG_TEST_RUN with live XDP frames): it needs no compiler and no module, and
// its cost per packet is small and the same for all that is compared.
import { inNamespace } from '../../dist/sys/index.js';
import { libc } from '../../dist/sys/libc.js';
import { counterMap, linkXdp, loadXdp, runLive, setCounter } from './bpf.mjs';

/** A UDP packet of 60 bytes; source port, destination and their checksum are the generator's. */
function frameOf({ mac, source, destination }) {
  const frame = Buffer.alloc(60);
  Buffer.from(mac.replaceAll(':', ''), 'hex').copy(frame);
  Buffer.from('020000000001', 'hex').copy(frame, 6);
  frame.writeUInt16BE(0x0800, 12);
  frame[14] = 0x45;
  frame.writeUInt16BE(46, 16);
  frame.writeUInt16BE(0x8000, 18);
  frame[22] = 64;
  frame[23] = 17;
  address(source).copy(frame, 26);
  address(destination).copy(frame, 30);
  frame.writeUInt16BE(checksum(frame.subarray(14, 34)), 24);
  frame.writeUInt16BE(9, 36);
  frame.writeUInt16BE(26, 38);
  return frame;
}

const address = text => Buffer.from(text.split('.').map(Number));

function checksum(header) {
  let sum = 0;
  for (let i = 0; i < header.length; i += 2) sum += header.readUInt16BE(i);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return ~sum & 0xffff;
}

const op = {
  movK: 0xb7,
  movX: 0xbf,
  addK: 0x07,
  addX: 0x0f,
  subX: 0x1f,
  modK: 0x97,
  divK: 0x37,
  toBe: 0xdc,
  ldImm64: 0x18,
  ldx32: 0x61,
  ldx64: 0x79,
  st32: 0x62,
  st16: 0x6a,
  stx64: 0x7b,
  stx16: 0x6b,
  jeqK: 0x15,
  jgtX: 0x2d,
  call: 0x85,
  exit: 0x95,
}; // prettier-ignore

const one = (code, dst = 0, src = 0, off = 0, imm = 0) => {
  const bytes = Buffer.alloc(8);
  bytes[0] = code;
  bytes[1] = dst | (src << 4);
  bytes.writeInt16LE(off, 2);
  bytes.writeInt32LE(imm | 0, 4);
  return bytes;
};

const pass = () => loadXdp(Buffer.concat([one(op.movK, 0, 0, 0, 2), one(op.exit)]));

/**
 * Packet k goes to destination `k mod hosts` from port `first + (k / hosts) mod ports`: each packet writes the frame anew,
 * because the kernel hands on the same pages. The identification makes up for the changed destination in the checksum.
 */
function sender(map, frame, hosts, ports, firstPort) {
  const last = frame.readUInt16BE(32);
  const writes = [];
  for (let at = 0; at < 40; at += 4) writes.push(one(op.st32, 7, 0, at, frame.readInt32LE(at)));
  writes.push(one(op.st16, 7, 0, 40, frame.readUInt16LE(40)));
  const body = [
    one(op.ldx64, 3, 0, 0),
    one(op.movX, 4, 3),
    one(op.addK, 4, 0, 0, 1),
    one(op.stx64, 0, 4, 0),
    one(op.ldx32, 7, 6, 0),
    one(op.ldx32, 8, 6, 4),
    one(op.movX, 1, 7),
    one(op.addK, 1, 0, 0, 42),
  ]; // prettier-ignore
  const fields = [
    ...writes,
    one(op.movX, 4, 3),
    one(op.modK, 4, 0, 0, hosts),
    one(op.divK, 3, 0, 0, hosts),
    one(op.modK, 3, 0, 0, ports),
    one(op.addK, 3, 0, 0, firstPort),
    one(op.toBe, 3, 0, 0, 16),
    one(op.stx16, 7, 3, 34),
    one(op.movK, 5, 0, 0, 0x8000),
    one(op.subX, 5, 4),
    one(op.toBe, 5, 0, 0, 16),
    one(op.stx16, 7, 5, 18),
    one(op.addK, 4, 0, 0, last),
    one(op.toBe, 4, 0, 0, 16),
    one(op.stx16, 7, 4, 32),
    one(op.movK, 0, 0, 0, 2),
    one(op.exit),
  ]; // prettier-ignore
  const drop = [one(op.movK, 0, 0, 0, 1), one(op.exit)];
  return Buffer.concat([
    one(op.movX, 6, 1),
    one(op.ldImm64, 1, 1, 0, map),
    one(0),
    one(op.st32, 10, 0, -4, 0),
    one(op.movX, 2, 10),
    one(op.addK, 2, 0, 0, -4),
    one(op.call, 0, 0, 0, 1),
    one(op.jeqK, 0, 0, body.length + 1 + fields.length),
    ...body,
    one(op.jgtX, 1, 8, fields.length),
    ...fields,
    ...drop,
  ]); // prettier-ignore
}

/** Programs stay loaded: what is measured is sending only. */
export function openGenerator(ns, { device, mac, source, destination }) {
  const frame = frameOf({ mac, source, destination });
  const map = counterMap();
  const index = inNamespace(ns, () => libc.if_nametoindex(device));
  const passing = pass();
  const link = inNamespace(ns, () => linkXdp(passing, index));
  const programs = new Map();
  return {
    /** ns of one core for a packet. `first` is the number of the first packet: where others ended, all are new ones. */
    send(count, { hosts, ports, first = 0 }) {
      const key = `${hosts} ${ports}`;
      if (!programs.has(key)) programs.set(key, loadXdp(sender(map, frame, hosts, ports, 1024)));
      setCounter(map, first);
      return inNamespace(ns, () => runLive(programs.get(key), frame, index, count)) / count;
    },
    close() {
      for (const fd of [link, passing, map, ...programs.values()]) libc.close(fd);
    },
  };
}
