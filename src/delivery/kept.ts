import { readFileSync } from 'node:fs';
import { replaceFile } from '../files/index.ts';
import { emptyPost, type PostState, restoredPost } from '../notify/index.ts';

/** What is known for each receiver, by its name. */
export type Posts = Readonly<Record<string, PostState>>;

const version = 1;
const longestRestMs = 30 * 86_400_000;

/** What the last run left. What cannot be read is nothing: it is not worth a gateway. */
export function readPosts(file: string, nowMs: number): Posts {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly version: number;
      readonly savedMs: number;
      readonly posts: Posts;
    };
    if (kept.version !== version) return {};
    const isNear = nowMs - kept.savedMs > -60_000 && nowMs - kept.savedMs < longestRestMs;
    return Object.fromEntries(
      Object.entries(kept.posts).map(([name, post]) => [
        name,
        restoredPost(isNear ? post : withoutTimes(post, nowMs), nowMs),
      ]),
    );
  } catch {
    return {};
  }
}

/** The clock was wrong then, or is now: only what waits is of use. */
const withoutTimes = ({ outbox, count }: PostState, nowMs: number): PostState => ({
  ...{ ...emptyPost, count },
  outbox: { ...outbox, waiting: outbox.waiting.map(one => ({ ...one, atMs: nowMs })) },
});

/** Throws what the file system says. */
export const keepPosts = (file: string, posts: Posts, savedMs: number): void =>
  replaceFile(file, JSON.stringify({ version, savedMs, posts }), 0o600);
