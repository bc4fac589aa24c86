import { expect, it } from 'vitest';
import { changeText } from './change-text.ts';

const reply = (changes: readonly string[], refused: readonly string[]) =>
  changeText({ accepted: true, file: 'a.rsc', hash: '', diagnostics: [], changes, refused });

it.each([
  [[], [], 'a.rsc is in force; nothing had to change.\n'],
  [['add route'], [], 'a.rsc is in force; 1 change:\n  add route\n'],
  [
    [],
    ['netlink: ENOBUFS'],
    'a.rsc is taken, but not all of it is in force.\nThe machine refuses, and is asked again each second:\n  netlink: ENOBUFS\n',
  ],
  [
    ['add route'],
    ['tc: no such qdisc'],
    'a.rsc is taken, but not all of it is in force; 1 change:\n  add route\nThe machine refuses, and is asked again each second:\n  tc: no such qdisc\n',
  ],
])('changes %j, refused %j → said, and in force only what is', (changes, refused, text) => {
  expect(reply(changes, refused)).toBe(text);
});
