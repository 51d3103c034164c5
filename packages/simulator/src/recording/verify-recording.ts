import type { SimulatorOptions } from '../simulator-options.js';
import { startSimulator } from '../start-simulator.js';
import { recordedData } from './recorded-data.js';
import type { RecordedExchange, Recording } from './recording.js';
import { shapeDifferences } from './shape-differences.js';

/** One recorded exchange, and where the simulator answers otherwise. */
export interface VerifiedExchange {
  /** `GET /entity/Default/24.200.001/Customer` */
  readonly request: string;
  /** Empty where status and shape agree. */
  readonly differences: readonly string[];
}

/**
 * Sends the requests of a recording to a simulator that has the recorded records, and compares the answers with the
 * recorded ones: the status, and the members of bodies, their order and their kinds. Sign-ins and sign-outs are passed
 * over.
 * @throws Error where the recorded records do not fit the documents in the options
 */
export async function verifyRecording(
  recording: Recording,
  options: SimulatorOptions = {},
): Promise<VerifiedExchange[]> {
  await using simulator = await startSimulator({ ...options, data: { ...recordedData(recording), ...options.data } });
  const login = await fetch(`${simulator.url}/entity/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'admin', password: 'admin-secret' }),
  });
  const Cookie = login.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
  const verified: VerifiedExchange[] = [];
  for (const exchange of recording.exchanges) {
    const { method, path } = exchange.request;
    if (/^\/(entity\/auth|identity)\//i.test(path)) continue;
    const differences = await differencesOf(exchange, simulator.url, Cookie);
    verified.push({ request: `${method} ${path}`, differences });
  }
  return verified;
}

async function differencesOf({ request, response }: RecordedExchange, url: string, Cookie: string): Promise<string[]> {
  const { method, path, body } = request;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const answer = await fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    headers: { Cookie, ...(hasBody && { 'Content-Type': 'application/json' }) },
    ...(hasBody && { body }),
  });
  const text = await answer.text();
  if (answer.status !== response.status) return [`the status is ${answer.status}, recorded as ${response.status}`];
  return response.base64 === true ? [] : shapeDifferences(parsed(response.body), parsed(text));
}

/** JSON as its value; any other text as a text, so that only its kind counts. */
function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
