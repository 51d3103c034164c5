import type { EntityGateway } from '../gateway/entity-gateway.js';
import type { EntityClient } from '../gateway/entity-client.js';

/** One call that reached a scripted gateway. */
export interface GatewayCall {
  readonly verb: keyof EntityGateway;
  readonly request: Readonly<Record<string, unknown>>;
}

/** A client without a server. */
export interface ScriptedClient extends EntityClient {
  /** Everything that would have been sent, in order. */
  readonly calls: GatewayCall[];
  closed: boolean;
}

/**
 * A client that answers from a function and writes down what it was asked, for tests of what a program sends.
 * It does not validate. Without a function it answers a write with what was written.
 */
export function scriptedClient(
  answer: (call: GatewayCall) => unknown = ({ request }) => request.row ?? {},
): ScriptedClient {
  const calls: GatewayCall[] = [];
  const verbs: readonly (keyof EntityGateway)[] = [
    'list',
    'get',
    'put',
    'delete',
    'invoke',
    'adHocSchema',
    'upload',
    'download',
    'odata',
    'odataNext',
  ];
  const gateway = Object.fromEntries(
    verbs.map((verb) => [
      verb,
      async (request: GatewayCall['request']): Promise<unknown> => {
        const call = { verb, request };
        calls.push(call);
        return answer(call);
      },
    ]),
  ) as unknown as EntityGateway;
  return { gateway, calls, closed: false, validate: false };
}
