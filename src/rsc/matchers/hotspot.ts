import { hotspotStates } from '../../model/index.ts';
import { flags } from './syntax.ts';

/** `hotspot=from-client,!auth`. */
export const hotspot = flags('hotspot states', 'from-client,!auth', hotspotStates);
