import { AcumaticaClient } from 'acurecord';
import type { EndpointSchema } from 'acurecord';
import { startSimulator } from '@acurecord/simulator';
import type { ConnectionOptions } from '../connection/connection-options.js';
import { clientOptions } from '../connection/open-client.js';
import { plainModel } from '../generate/load-schema.js';
import { paint } from '../terminal/colors.js';
import { reportError } from '../terminal/report-error.js';
import { say } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';
import type { ConnectionAnswers } from './connection-answers.js';

/** What the site said about its endpoint. */
export interface SiteModel {
  readonly schema: EndpointSchema;
  /** The endpoint's document as the server sent it, for a simulator that is to serve it. */
  readonly document: string;
}

/** Signs in once and looks the endpoint up; what fails is told, and `undefined` returned. */
export async function lookAtSite(
  terminal: Terminal,
  options: ConnectionOptions,
  answers: ConnectionAnswers,
): Promise<SiteModel | undefined> {
  const { url, endpoint, ...credentials } = answers;
  const { password: _asked, passwordStdin: _read, ...others } = options;
  let document = '';
  const keepDocument: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    if (String(input instanceof Request ? input.url : input).includes('/swagger.json'))
      document = await answer.clone().text();
    return answer;
  };
  try {
    const settings = { ...(await clientOptions(terminal, others)), ...credentials, baseUrl: url };
    const own = { endpointName: endpoint, autoLoadEnv: false, fetch: keepDocument };
    await using client = await AcumaticaClient.connect({ ...settings, ...own });
    const { acumaticaBuildVersion } = (await client.getEndpointInfo()).version;
    const schema = plainModel(client);
    const mark = paint(terminal, 'stderr', 'green', '✓');
    say(terminal, `${mark} Connected: Acumatica ${acumaticaBuildVersion}, ${endpoint}/${schema.version}.`);
    return { schema, document };
  } catch (error) {
    reportError(terminal, error, options);
    return undefined;
  }
}

/** As `lookAtSite`, at the company that the simulator has by itself. */
export async function lookAtSimulator(
  terminal: Terminal,
  options: ConnectionOptions,
  answers: ConnectionAnswers,
): Promise<SiteModel | undefined> {
  await using simulator = await startSimulator();
  return await lookAtSite(terminal, options, { ...answers, url: simulator.url });
}
