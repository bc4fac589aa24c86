import { p2pProtocols } from '../../model/index.ts';
import { oneOf } from '../types/index.ts';
import { holding } from './syntax.ts';

/** `p2p=all-p2p`. */
export const p2p = holding('p2p', oneOf(...p2pProtocols));
