// Names asked of the router each 10 ms, a new one each time, so that no cache knows it.
import { monotonicMs, udpSocket } from '../../dist/sys/index.js';
import { everyMs } from './udp.mjs';

const encode = name =>
  Buffer.concat([
    ...name.split('.').map(part => Buffer.from([part.length, ...Buffer.from(part)])),
    Buffer.from([0, 0, 1, 0, 1]),
  ]);

/** As `startUdp`, for questions; a refusal is no answer. */
export function startNames({ ns, address }, router, domain) {
  const sent = [];
  const tag = `${process.pid}x${Math.round(monotonicMs())}`;
  const socket = udpSocket({ ns, address });
  socket.on('message', packet => {
    const one = sent[packet.readUInt16BE(0)];
    const isGood = (packet.readUInt16BE(2) & 15) === 0 && packet.readUInt16BE(6) > 0;
    if (one && isGood) one.answeredMs ??= monotonicMs();
  });
  const send = () => {
    const head = Buffer.from('000001000001000000000000', 'hex');
    head.writeUInt16BE(sent.length & 0xffff, 0);
    socket.send(Buffer.concat([head, encode(`n${sent.length}-${tag}.${domain}`)]), 53, router, () => {});
    sent.push({ sentMs: monotonicMs() });
  };
  send();
  const timer = setInterval(send, everyMs);
  return {
    sent,
    answeredSince: sinceMs => sent.find(one => one.sentMs >= sinceMs && one.answeredMs !== undefined),
    stop() {
      clearInterval(timer);
      socket.close();
    },
  };
}
