import { z } from 'zod';
import { intentSchema } from './intent.ts';

/** For editors: what may stand in a `gateway.yaml`, with a sentence for each key. */
export const intentJsonSchema = (): unknown => ({
  ...z.toJSONSchema(intentSchema, { io: 'input' }),
  title: 'jalur gateway.yaml',
});
