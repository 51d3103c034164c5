const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * Sixteen hexadecimal digits for a text (FNV-1a, 64 bits), to name a file by: no secret, and no proof of sameness. It
 * spares a start from a cache the time to load `node:crypto`, which is longer than to read the file.
 */
export function shortHash(text: string): string {
  let hash = OFFSET;
  for (const byte of Buffer.from(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, '0');
}
