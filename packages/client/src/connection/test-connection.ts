import type { EndpointInfo } from './endpoint-info.js';

/** Whether a site answers. */
export type ConnectionTest =
  | { readonly ok: true; readonly ms: number; readonly build: string }
  | { readonly ok: false; readonly ms: number; readonly error: Error };

/** Asks a site what it is, and measures. Never rejects. */
export async function testConnection(ask: () => Promise<EndpointInfo>): Promise<ConnectionTest> {
  const started = performance.now();
  try {
    const { version } = await ask();
    return { ok: true, ms: performance.now() - started, build: version.acumaticaBuildVersion };
  } catch (error) {
    const ms = performance.now() - started;
    return { ok: false, ms, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
