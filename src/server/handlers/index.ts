/** What answers each operation. */
import type { operations } from '../routes/index.ts';
import type { Handler } from '../serve.ts';
import * as access from './access.ts';
import * as config from './config.ts';
import * as lab from './lab.ts';
import * as live from './live.ts';
import * as past from './past.ts';
import * as questions from './questions.ts';
import * as tables from './tables.ts';

export { sessionIdOf } from './access.ts';
export { nowView } from './lab-view.ts';
export { statusView, wanView } from './status-view.ts';

type Ops = typeof operations;

const { sessionIdOf: _id, cookieName: _name, ...accessHandlers } = access;

/** A missing one is a type error. */
export const handlers: { readonly [K in keyof Ops]: Handler<Ops[K]> } = {
  ...live,
  ...tables,
  ...past,
  ...config,
  ...questions,
  ...lab,
  ...accessHandlers,
};
