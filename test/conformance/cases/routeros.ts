import type { Case } from '../notation.ts';
import { pccCases } from './pcc.ts';

/** Where RouterOS 7 does otherwise than our Linux program, on purpose: why, and what happens there instead. */
export interface Difference {
  readonly because: string;
  /** Undefined: nothing that could be written down; the case is left out for RouterOS. */
  readonly steps?: readonly string[] | undefined;
}

const markFirst =
  'RouterOS 7 looks routing marks up before its own addresses; Linux keeps local first, as v6 did';
const literalOutput =
  'RouterOS marks whatever it sends; our Linux program only what leaves by an uplink, so that answers reach the LAN';
const arithmetic =
  'RouterOS takes the remainder of the hash, nft the high half of its product with the denominator';

/** By the sentence of the case. */
export const differences: Readonly<Record<string, Difference>> = {
  'what is redirected to the router stays there, whatever its mark leads to': {
    because: markFirst,
    steps: ['lan udp 192.168.0.10:40000 > 8.8.8.8:53 -> isp2 mark c2', 'later -> isp2 mark c2'],
  },
  'what is for the router itself stays there, whatever its mark leads to': {
    because: markFirst,
    steps: ['lan udp 192.168.0.10:40000 > 192.168.0.1:53 -> isp2 mark c2', 'later -> isp2 mark c2'],
  },
  'an address becomes one of the router: the next packet to it stays there': {
    because: markFirst,
    steps: [
      'lan tcp 192.168.0.10:40000 > 8.8.8.8:443 -> isp2 mark c2',
      'answer -> lan',
      'later -> isp2 mark c2',
      'reload',
      'later -> isp2 mark c2',
    ],
  },
  'a routing mark does not lead past the local table': {
    because: markFirst,
    steps: ['lan icmp 192.168.0.10 > 192.168.0.1 -> isp2'],
  },
  'a marked packet to the router itself by an uplink address is delivered: local comes first on Linux': {
    because: markFirst,
    steps: ['lan tcp 192.168.0.10:40000 > 20.20.20.254:80 -> isp2'],
  },
  'output marks do not send answers to the LAN out of an uplink: they apply where the packet leaves by one': {
    because: literalOutput,
    steps: [
      'lan tcp 192.168.0.10:40000 > 192.168.0.1:22 -> router mark c2',
      'answer -> isp2 as 192.168.0.1:22',
    ],
  },
  'output marks leave what goes to the LAN alone': {
    because: literalOutput,
    steps: ['router udp 192.168.0.1:5000 > 192.168.0.10:53 -> isp3'],
  },
};

/** A case as RouterOS 7 has it. */
export function onRouterOs(one: Case): Case & { readonly leftOut?: string | undefined } {
  const difference = differences[one.says];
  if (difference?.steps) return { ...one, steps: difference.steps };
  return dependsOnBucket(one) ? { ...one, leftOut: arithmetic } : one;
}

/** Cases about PCC name buckets, which the two kinds of arithmetic number differently. */
function dependsOnBucket(one: Case): boolean {
  return pccCases.includes(one) && /\/[0-2] /.test(one.config) && /:3\//.test(one.config);
}
