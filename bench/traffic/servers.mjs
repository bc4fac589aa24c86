// The servers of the Internet: each says from which line a packet came, by its source address.
import { tcpListen, udpSocket } from '../../dist/sys/index.js';

export const ports = { udp: 7000, echo: 7001, stream: 7002, silent: 7003, dns: 53 };

/** How often a server of a stream says something, ms. */
const streamMs = 100;

/** Starts all of them; UDP by an own socket for each address, as an answer has to come from where it was asked. */
export function startServers({ internet: { ns, servers }, lines, resolvers, kind }) {
  const lineOf = source => lines.findIndex(line => line.owns(source));
  const sockets = servers.map(address => {
    const socket = udpSocket({ ns, address, port: ports.udp });
    socket.on('message', (data, { address: source, port }) => {
      socket.send(`${data} ${lineOf(source)}`, port, source);
    });
    return socket;
  });
  // The lab has its own.
  const names = kind === 'veths' ? resolvers.map(address => nameServer(ns, address)) : [];
  const open = new Set();
  const timers = new Set();
  const listen = (port, speak) => {
    const server = tcpListen({ ns, port });
    server.on('connection', socket => {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => open.delete(socket));
      socket.write(`${lineOf(socket.remoteAddress.replace('::ffff:', ''))}`);
      speak(socket);
    });
    return server;
  };
  const tcp = [
    listen(ports.echo, socket => socket.on('data', () => socket.write('.'))),
    listen(ports.stream, socket => {
      const timer = setInterval(() => socket.write('.'), streamMs);
      timers.add(timer);
      socket.on('close', () => clearInterval(timer));
    }),
    listen(ports.silent, () => {}),
  ];
  return {
    /** Forgets the connections of an earlier fault. */
    hangUp() {
      for (const socket of open) socket.destroy();
    },
    close() {
      for (const timer of timers) clearInterval(timer);
      for (const socket of open) socket.destroy();
      for (const server of tcp) server.close();
      for (const socket of [...sockets, ...names]) socket.close();
    },
  };
}

/** Answers every question with one address. */
function nameServer(ns, address) {
  const socket = udpSocket({ ns, address, port: ports.dns });
  socket.on('message', (query, { address: source, port }) => socket.send(answer(query), port, source));
  return socket;
}

/** RFC 1035: the question again, with a record that names it by a pointer. */
function answer(query) {
  const record = Buffer.from('c00c000100010000003c0004cb007101', 'hex');
  const end = query.indexOf(0, 12) + 5;
  const packet = Buffer.concat([query.subarray(0, end), record]);
  packet.writeUInt16BE(0x8180, 2);
  packet.writeUInt16BE(1, 4);
  packet.writeUInt16BE(1, 6);
  packet.writeUInt32BE(0, 8);
  return packet;
}
