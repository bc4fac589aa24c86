import { createPrivateKey, X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { EnvironmentError, run } from '../../sys/index.ts';
import { makePrivateFolder } from '../access/kept-file.ts';

export interface TlsFiles {
  readonly key: string;
  readonly cert: string;
}

/** A certificate of the user's own. Throws EnvironmentError where it cannot be read, or key and certificate do not fit. */
export function ownCertificate(keyFile: string, certFile: string): TlsFiles {
  try {
    const tls = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
    createSecureContext(tls);
    return tls;
  } catch (cause) {
    throw new EnvironmentError(
      'COMMAND_FAILED',
      `The certificate cannot be used: ${cause instanceof Error ? cause.message : String(cause)}.`,
      'Name a key and its certificate, both in PEM, that this user may read: --tls-key, --tls-cert.',
    );
  }
}

const days = 825;
const renewBeforeMs = 30 * 86_400_000;

/**
 * A certificate that this machine signs itself, made once by openssl(1) and kept; made anew where addresses have come that it does not
 * name, or it ends soon. Node's own library makes keys and no certificates. Throws EnvironmentError where there is no openssl.
 */
export function madeCertificate(
  folder: string,
  addresses: readonly string[],
  nowMs: number,
): TlsFiles & { readonly fingerprint: string } {
  const [keyFile, certFile] = [join(folder, 'tls.key'), join(folder, 'tls.crt')];
  if (!fits(certFile, keyFile, addresses, nowMs)) make(folder, keyFile, certFile, addresses);
  const [key, cert] = [readFileSync(keyFile, 'utf8'), readFileSync(certFile, 'utf8')];
  return { key, cert, fingerprint: new X509Certificate(cert).fingerprint256 };
}

function fits(certFile: string, keyFile: string, addresses: readonly string[], nowMs: number): boolean {
  if (!existsSync(certFile) || !existsSync(keyFile)) return false;
  const cert = pairOf(certFile, keyFile);
  const isFresh = cert !== undefined && Date.parse(cert.validTo) - nowMs > renewBeforeMs;
  return isFresh && addresses.every(address => cert.checkIP(address) !== undefined);
}

/** Undefined: a kill or a full disk has left a half of one, or one half of another; both are ours to make anew. */
function pairOf(certFile: string, keyFile: string): X509Certificate | undefined {
  const [cert, key] = [readFileSync(certFile), readFileSync(keyFile)];
  try {
    const found = new X509Certificate(cert);
    return found.checkPrivateKey(createPrivateKey(key)) ? found : undefined;
  } catch {
    return undefined;
  }
}

function make(folder: string, keyFile: string, certFile: string, addresses: readonly string[]): void {
  makePrivateFolder(folder);
  const names = [
    'DNS:localhost',
    ...hostNames().map(name => `DNS:${name}`),
    ...addresses.map(one => `${isIP(one) > 0 ? 'IP' : 'DNS'}:${one}`),
  ];
  rmSync(keyFile, { force: true });
  run([
    ...[
      'openssl',
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-sha256',
    ],
    ...['-days', `${days}`, '-subj', '/CN=jalur', '-addext', `subjectAltName=${names.join(',')}`],
    ...['-addext', 'basicConstraints=critical,CA:FALSE', '-addext', 'extendedKeyUsage=serverAuth'],
    ...['-keyout', keyFile, '-out', certFile],
  ]);
  chmodSync(keyFile, 0o600);
}

/** What this machine calls itself, in lower case, where that may stand in a certificate. */
export const hostNames = (): readonly string[] =>
  [hostname().toLowerCase()].filter(name => /^[a-z0-9][a-z0-9.-]{0,252}$/.test(name));
