import type { operations } from '../../../src/server/routes/index.ts';
import { access } from './access.ts';
import { asking } from './asking.ts';
import { connections } from './connections.ts';
import { lab } from './lab.ts';
import { past } from './past.ts';
import { ago, type Scene } from './scene.ts';
import { tables } from './tables.ts';

export interface Asked {
  readonly scene: Scene;
  readonly query: URLSearchParams;
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export type Made =
  | { readonly answer: unknown }
  | { readonly refused: string; readonly status: number; readonly do?: string };
export type Answers = Partial<Record<keyof typeof operations, (asked: Asked) => Made>>;

const live: Answers = {
  getWans: ({ scene }) => ({ answer: { at: ago(0), total: scene.wans.length, items: scene.wans } }),
};

export const answers: Answers = { ...access, ...tables, ...connections, ...past, ...live, ...lab, ...asking };
