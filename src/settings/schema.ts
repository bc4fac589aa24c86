import { z } from 'zod';
import type { InEveryLanguage } from '../text/index.ts';

export const levelNames = ['off', 'info', 'warning', 'error'] as const;

// YAML 1.1 readers take off for false, and people write it so.
const level = z.preprocess(value => (value === false ? 'off' : value), z.enum(levelNames));

/** The schema's own message, which no reader of issues can translate. */
export const noPort: InEveryLanguage<string> = {
  en: 'is not an interface name (ether1, or ether1=203.0.113.2/24)',
  id: 'bukan nama interface (ether1, atau ether1=203.0.113.2/24)',
};

const port = z.string().regex(/^[^\p{Cc}]+$/u, noPort.en);

/** A list of interfaces, or interfaces by the names that assertions call them by. */
const ports = z.union([z.array(port), z.record(z.string(), port)]);

const assertion = z.union([
  z.string(),
  z.strictObject({ assert: z.string(), level: level.default('error') }),
]);

/** What `jalur.config` may say. */
export const settingsSchema = z.strictObject({
  /** Rules or groups, and how severe they are. */
  rules: z.record(z.string(), level).default({}),
  wan: ports.optional(),
  lan: ports.optional(),
  failOn: z.enum(['error', 'warning', 'info', 'never']).optional(),
  /** Sentences that must hold. */
  assertions: z.array(assertion).default([]),
});

/** Keys at a path of the file. */
export const keysOf = (path: readonly PropertyKey[]): readonly string[] =>
  path.length === 0 ? Object.keys(settingsSchema.shape) : ['assert', 'level'];
