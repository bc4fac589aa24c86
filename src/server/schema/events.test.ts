import type { z } from '@hono/zod-openapi';
import { expect, it } from 'vitest';
import type { GatewayEvent as Meant } from '../../gateway/index.ts';
import type { Plain } from '../plain.ts';
import { GatewayEvent } from './index.ts';

// The types hold the API's union to the gateway's: a kind, a key or a value that one has and the other has not is a type error here.

type Said = Plain<z.input<typeof GatewayEvent>>;
type Kind = Meant['type'] | Said['type'];
type Of<All, T> = Extract<All, { readonly type: T }>;

/** Objects that take further keys, by those that they name: interfaces have no index signature. */
type Named<T> = T extends readonly (infer E)[]
  ? readonly Named<E>[]
  : T extends object
    ? { readonly [K in keyof T as unknown extends T[K] ? never : K]: Named<T[K]> }
    : T;

/** Which keys there are, at any depth; of what the API leaves open, that it is there. */
type Shape<T> = T extends readonly (infer E)[]
  ? readonly Shape<E>[]
  : T extends object
    ? { [K in keyof T]-?: K extends 'lease' | 'diagnostics' ? 1 : Shape<Exclude<T[K], undefined>> }
    : 1;

type Equal<A, B> = [A, B] extends [B, A] ? true : false;
type Fits<A, B> = [A] extends [Named<B>] ? Equal<Shape<A>, Shape<B>> : false;
type Misfit = { [T in Kind]: Fits<Of<Meant, T>, Of<Said, T>> extends true ? never : T }[Kind];

/** Names the kinds that do not fit, where there are any. */
const misfit: [Misfit] extends [never] ? undefined : Misfit = undefined;

const notification: Plain<Meant> = {
  ...{ type: 'notification', atMs: 5, receiver: 'office', channel: 'telegram', title: 'ISP1 is down' },
  ...{ result: 'delivered', attempts: 1, said: '200', tookMs: 120 },
};

it('what the gateway says of a message is an event of the API, each key of it', () => {
  expect(misfit).toBeUndefined();
  expect(GatewayEvent.parse(notification)).toEqual(notification);
});
