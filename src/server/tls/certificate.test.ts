import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { madeCertificate } from './certificate.ts';

// Made by openssl(1), as they are at a user's.

let folder: string;
const nowMs = Date.now();
const made = (addresses: readonly string[] = ['127.0.0.1'], atMs = nowMs) =>
  madeCertificate(folder, addresses, atMs);
const certFile = (): string => join(folder, 'tls.crt');
const keyFile = (): string => join(folder, 'tls.key');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalur-tls-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('asked for again → the same; for another address, or soon to end → another one, whose key is for its owner alone', () => {
  const first = made();
  expect(made()).toEqual(first);
  const second = made(['127.0.0.1', '192.168.88.1']);
  expect(second.fingerprint).not.toBe(first.fingerprint);
  expect(made(['127.0.0.1'], nowMs + 800 * 86_400_000).fingerprint).not.toBe(second.fingerprint);
  expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
});

it('a kill has left the key of another one, or a half → made anew, and it can be used', () => {
  const { cert, fingerprint } = made();
  rmSync(certFile());
  const other = made();
  expect(other.fingerprint).not.toBe(fingerprint);
  writeFileSync(certFile(), cert);
  createSecureContext(made());
  truncateSync(certFile(), 100);
  createSecureContext(made());
  truncateSync(keyFile(), 0);
  createSecureContext(made());
});
