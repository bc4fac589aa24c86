import {
  type Duration,
  type Mac,
  parseDuration,
  parseMac,
  parseRate,
  printDuration,
  printRate,
} from '../../net/index.ts';
import type { ValueType } from './value-type.ts';

/** Any text. */
export const text: ValueType<string> = {
  name: 'text',
  example: '"text"',
  read: value => value,
  write: value => value,
};

/** A name: any text but the empty one. */
export const name: ValueType<string> = {
  name: 'name',
  example: 'office',
  read: value => (value === '' ? undefined : value),
  write: value => value,
};

/** The name of an interface. */
export const interfaceName: ValueType<string> = {
  ...name,
  name: 'interface',
  example: 'ether1',
  interfaces: value => [value],
};

const truths: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

export const bool: ValueType<boolean> = {
  name: 'yes | no',
  example: 'yes',
  read: value => truths.get(value),
  write: value => (value ? 'yes' : 'no'),
  choices: ['yes', 'no'],
};

/** A whole number from `min` to `max`; hexadecimal is accepted. */
export function integer(min: number, max: number): ValueType<number> {
  return {
    name: `${min}..${max}`,
    example: `${min}`,
    read: value => {
      const number = /^(?:\d+|0x[0-9a-f]+)$/i.test(value) ? Number(value) : Number.NaN;
      return number >= min && number <= max ? number : undefined;
    },
    write: String,
  };
}

/** One of a closed set of words. */
export function oneOf<const W extends string>(...words: readonly W[]): ValueType<W> {
  return {
    name: words.join(' | '),
    example: words[0] ?? '',
    read: value => words.find(word => word === value),
    write: value => value,
    choices: words,
  };
}

/** Milliseconds. */
export const duration: ValueType<Duration> = {
  name: 'time',
  example: '10s',
  read: parseDuration,
  write: printDuration,
};

/** Bit/s. `unlimited` is what new versions print for 0. */
export const rate: ValueType<number> = {
  name: 'rate',
  example: '10M',
  read: value => (value === 'unlimited' ? 0 : parseRate(value)),
  write: printRate,
};

export const mac: ValueType<Mac> = {
  name: 'MAC address',
  example: '02:00:00:00:00:01',
  read: parseMac,
  write: value => value,
};
