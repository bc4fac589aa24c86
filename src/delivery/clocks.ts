import type { Clocks } from '../notify/index.ts';

const two = (count: number): string => String(count).padStart(2, '0');

/** Times as people here read them. `aheadMs`: by how much the clock is ahead of the times that are given. */
export const localClocks = (aheadMs: () => number): Clocks => {
  const date = (atMs: number): Date => new Date(atMs + aheadMs());
  return {
    clock: atMs => clock(date(atMs)),
    moment(atMs) {
      const at = date(atMs);
      const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
      return `${day} ${clock(at)}:${two(at.getSeconds())} ${zone(at)}`;
    },
    iso: atMs => date(atMs).toISOString(),
  };
};

const clock = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`;

function zone(at: Date): string {
  const minutes = -at.getTimezoneOffset();
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
