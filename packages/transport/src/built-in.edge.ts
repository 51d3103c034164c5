import { AcumaticaConfigError } from '@acurecord/errors';
import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import type { Hash } from '@noble/hashes/utils';

/** What is used of a digest of Node's. */
interface Digest {
  update(text: string): Digest;
  digest(encoding: 'base64' | 'base64url'): string;
}

/** What is used of `node:crypto`; the runtime's own digests are not there at once. */
const crypto = {
  createHash: (_algorithm: 'sha256') => digestOf(sha256.create()),
  createHmac: (_algorithm: 'sha256', key: string) => digestOf(hmac.create(sha256, key)),
  randomBytes: (length: number) => Buffer.from(globalThis.crypto.getRandomValues(new Uint8Array(length)).buffer),
};

/** Stands in for `built-in.ts` where there is no Node. @throws AcumaticaConfigError for a module that nothing stands in for */
export function builtIn(name: string): unknown {
  if (name === 'node:crypto') return crypto;
  throw new AcumaticaConfigError(`This needs ${name}, which belongs to Node, and this runtime has not.`);
}

function digestOf<T extends Hash<T>>(hash: Hash<T>): Digest {
  const digest: Digest = {
    update: (text) => {
      hash.update(text);
      return digest;
    },
    digest: (encoding) => Buffer.from(hash.digest().slice().buffer).toString(encoding),
  };
  return digest;
}
