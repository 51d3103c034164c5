import type { EntityClient, EntityGateway, WireRow } from '@acurecord/metadata';

/** One call that reached the gateway. */
export interface GatewayCall {
  readonly verb: keyof EntityGateway;
  readonly request: Record<string, unknown>;
}

/** A client whose gateway answers from a list and writes down what it was asked; for tests of what is sent. */
export function scriptedClient(
  answer: (call: GatewayCall) => unknown = ({ request }) => request.row ?? {},
): EntityClient & {
  readonly calls: GatewayCall[];
  closed: boolean;
} {
  const calls: GatewayCall[] = [];
  const gateway = new Proxy({} as EntityGateway, {
    get: (_target, verb: keyof EntityGateway) => async (request: Record<string, unknown>) => {
      const call = { verb, request };
      calls.push(call);
      return answer(call) as WireRow;
    },
  });
  return { gateway, calls, closed: false, validate: false };
}
