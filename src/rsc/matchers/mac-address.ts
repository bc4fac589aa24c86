import { mac } from '../types/index.ts';
import { holding } from './syntax.ts';

/** `src-mac-address=02:00:00:00:00:01`. */
export const macAddress = holding('mac', mac);
