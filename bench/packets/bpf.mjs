// The bpf(2) system call, as far as a packet generator needs it: a map of one counter, programs, a link, live test runs.
import { lastErrno, native } from '../../dist/sys/native.js';

const numberOf = { x64: 321, arm64: 280 }[process.arch];
const command = { MAP_CREATE: 0, MAP_UPDATE_ELEM: 2, PROG_LOAD: 5, PROG_TEST_RUN: 10, LINK_CREATE: 28 };
const BPF_PROG_TYPE_XDP = 6;
const BPF_XDP = 37;
const BPF_F_TEST_XDP_LIVE_FRAMES = 2;

const syscall = native('long syscall(long, int, void *, unsigned int)');
const sameAddress = native('uint64_t memcpy(void *, const void *, size_t)');
const clockOf = native('int clock_gettime(int, void *)');
const CLOCK_THREAD_CPUTIME_ID = 3;

/** Where a buffer lies; it must be kept by the caller for as long as the kernel reads it. */
const addressOf = buffer => BigInt(sameAddress(buffer, buffer, 0));

function bpf(name, fill) {
  const attr = Buffer.alloc(144);
  fill(attr);
  const result = Number(syscall(numberOf, command[name], attr, attr.length));
  if (result < 0) throw new Error(`bpf ${name}: errno ${lastErrno()}`);
  return result;
}

const license = Buffer.from('GPL\0');

export const counterMap = () =>
  bpf('MAP_CREATE', attr => {
    attr.writeUInt32LE(2, 0); // BPF_MAP_TYPE_ARRAY
    attr.writeUInt32LE(4, 4);
    attr.writeUInt32LE(8, 8);
    attr.writeUInt32LE(1, 12);
  });

export function setCounter(map, value) {
  const key = Buffer.alloc(4);
  const held = Buffer.alloc(8);
  held.writeBigUInt64LE(BigInt(value));
  bpf('MAP_UPDATE_ELEM', attr => {
    attr.writeUInt32LE(map, 0);
    attr.writeBigUInt64LE(addressOf(key), 8);
    attr.writeBigUInt64LE(addressOf(held), 16);
  });
}

/** Loads an XDP program of 8-byte instructions. */
export const loadXdp = code =>
  bpf('PROG_LOAD', attr => {
    attr.writeUInt32LE(BPF_PROG_TYPE_XDP, 0);
    attr.writeUInt32LE(code.length / 8, 4);
    attr.writeBigUInt64LE(addressOf(code), 8);
    attr.writeBigUInt64LE(addressOf(license), 16);
  });

/** The program runs for what arrives at the interface, in the namespace of the caller, until the descriptor is closed. */
export const linkXdp = (program, index) =>
  bpf('LINK_CREATE', attr => {
    attr.writeUInt32LE(program, 0);
    attr.writeUInt32LE(index, 4);
    attr.writeUInt32LE(BPF_XDP, 8);
  });

/**
 * Sends copies of `frame` through the program and, as it says, into the stack of the interface, in the namespace of the
 * caller. Returns the time that this thread's core took, ns.
 */
export function runLive(program, frame, index, count) {
  const context = Buffer.alloc(24);
  context.writeUInt32LE(frame.length, 4);
  context.writeUInt32LE(index, 12);
  const began = threadNs();
  bpf('PROG_TEST_RUN', attr => {
    attr.writeUInt32LE(program, 0);
    attr.writeUInt32LE(frame.length, 8);
    attr.writeBigUInt64LE(addressOf(frame), 16);
    attr.writeUInt32LE(count, 32);
    attr.writeUInt32LE(context.length, 40);
    attr.writeBigUInt64LE(addressOf(context), 48);
    attr.writeUInt32LE(BPF_F_TEST_XDP_LIVE_FRAMES, 64);
    attr.writeUInt32LE(64, 72);
  });
  return threadNs() - began;
}

function threadNs() {
  const time = Buffer.alloc(16);
  clockOf(CLOCK_THREAD_CPUTIME_ID, time);
  return Number(time.readBigInt64LE(0) * 1_000_000_000n + time.readBigInt64LE(8));
}
