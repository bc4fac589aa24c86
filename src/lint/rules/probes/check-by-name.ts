import { dialledLines } from '../../../model/index.ts';
import { defaultRoutes, isTunnel } from '../../ask/routes/index.ts';
import { unset } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';

/** A check of a gateway that has no address to ask (docs/routeros.md#check-gateway). */
export const checkByName: Rule = {
  id: 'probes/check-by-name',
  level: 'warning',
  title: {
    en: 'check-gateway of a line that has nobody to ask',
    id: 'check-gateway di jalur tanpa alamat yang bisa ditanya',
  },
  why: {
    en: 'check-gateway asks the address of the gateway. A gateway that is only the name of a line has none: the route stays active as long as the line itself says that it runs.',
    id: 'check-gateway bertanya ke alamat gateway. Gateway yang hanya berupa nama jalur tidak punya alamat: rute tetap aktif selama jalur itu sendiri menyatakan hidup.',
  },
  check(subject) {
    const { router } = subject;
    const dialled = new Set(dialledLines(router).map(line => line.interface.name));
    const [first, ...more] = defaultRoutes(subject).filter(
      ({ source, checkGateway, gateways }) =>
        source === 'static' &&
        checkGateway !== 'none' &&
        gateways.length > 0 &&
        gateways.every(({ text }) => dialled.has(text) || isTunnel(router, text)),
    );
    if (!first) return [];
    const names = [...new Set([first, ...more].flatMap(({ gateways }) => gateways.map(({ text }) => text)))];
    return [
      {
        at: first,
        what: {
          en: `check-gateway asks nobody here: the gateway is ${names.join(', ')}, a line and no address.`,
          id: `check-gateway di sini tidak bertanya ke siapa pun: gateway-nya ${names.join(', ')}, sebuah jalur, bukan alamat.`,
        },
        do: {
          en: 'To notice a line that is dead behind its provider, lead the default route by a host of the Internet: a host route by this line with scope=10, and the default route with gateway=<that host>, target-scope=11 and check-gateway=ping.',
          id: 'Supaya jalur yang mati di belakang ISP ketahuan, arahkan rute default lewat sebuah host di Internet: host route lewat jalur ini dengan scope=10, dan rute default dengan gateway=<host itu>, target-scope=11 dan check-gateway=ping.',
        },
        fix: {
          changes: [first, ...more].map(route => unset(route, 'check-gateway')),
          isSafe: false,
          note: {
            en: 'It only takes away what does nothing: the line is not checked after it, either.',
            id: 'Ini hanya menghapus yang tidak berpengaruh: jalur tetap tidak dicek.',
          },
        },
        related: more.map(at => ({ at, text: { en: 'Here, too.', id: 'Di sini juga.' } })),
      },
    ];
  },
};
