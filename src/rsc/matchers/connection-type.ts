import { connectionHelpers } from '../../model/index.ts';
import { oneOf } from '../types/index.ts';
import { holding } from './syntax.ts';

/** `connection-type=ftp`: related to a connection that the helper watches. */
export const connectionType = holding('helper', oneOf(...connectionHelpers));
