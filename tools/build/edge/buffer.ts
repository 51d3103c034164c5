/** Bytes that give their text as those of Node do. */
class Bytes extends Uint8Array {
  override toString(encoding: 'utf8' | 'base64' | 'base64url' = 'utf8'): string {
    if (encoding === 'utf8') return new TextDecoder().decode(this);
    const text = btoa(Array.from(this, (byte) => String.fromCharCode(byte)).join(''));
    return encoding === 'base64' ? text : text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  }
}

/** As much of Node's `Buffer` as the libraries use. */
export const Buffer = {
  isBuffer: (value: unknown): boolean => value instanceof Bytes,
  alloc: (size: number): Bytes => new Bytes(size),
  byteLength: (text: string): number => new TextEncoder().encode(text).byteLength,
  from(source: string | ArrayBuffer, offset?: number, length?: number): Bytes {
    return typeof source === 'string' ? new Bytes(new TextEncoder().encode(source)) : new Bytes(source, offset, length);
  },
  concat(parts: readonly Uint8Array[]): Bytes {
    const whole = new Bytes(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.byteLength;
    }
    return whole;
  },
};
