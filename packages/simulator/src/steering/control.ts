import type { Answer } from '../server/answer.js';
import { jsonAnswer, noContent } from '../server/answer.js';
import type { Call } from '../server/call.js';
import { invalidRequest, methodNotAllowed, notFound } from '../server/error-answers.js';
import { readBodyObject } from '../server/read-body-object.js';
import type { RequestFault } from '../server/request-fault.js';
import type { Simulator } from '../start-simulator.js';
import { checkOrder, orderMembers } from './check-order.js';
import type { Snapshot } from './snapshot.js';
import type { BehaviourRule } from './steering-rule.js';

const json = (value: unknown): Answer => jsonAnswer(200, JSON.stringify(value));

/** What can be looked at; entities of the store can be put and deleted as well. */
const looks = ['requests', 'sessions', 'operations', 'store/{Entity}', 'store/{Entity}/{key}'];

const unknown = (method: string, command: string): RequestFault =>
  notFound(`There is no ${method} ${command} here; GET /_simulator lists what there is.`);

const textIn = (body: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
};

/** The simulator's own functions over HTTP, under `/_simulator/…`, for programs in other languages. */
export class Control {
  readonly #simulator: Simulator;
  readonly #snapshots: Snapshot[] = [];

  constructor(simulator: Simulator) {
    this.#simulator = simulator;
  }

  /** Answers a control request. @throws RequestFault for one that makes no sense */
  answer(call: Call): Answer {
    const [, command = '', ...rest] = call.segments;
    if (command === 'store') return this.#store(call, rest);
    if (call.method === 'GET') return this.#look(command);
    if (call.method !== 'POST') throw methodNotAllowed(call.method);
    // A web page in a browser cannot send this type to another origin without being asked first.
    if (!/^application\/json\b/i.test(call.headers['content-type'] ?? ''))
      throw invalidRequest('', 'Control requests are sent as application/json.');
    return this.#steer(command, readBodyObject(call) ?? {});
  }

  #look(command: string): Answer {
    if (command === 'requests') return json(this.#simulator.requests());
    if (command === 'sessions') return json(this.#simulator.sessions());
    if (command === 'operations') return json(this.#simulator.operations());
    if (command === '') return json({ get: looks, post: orderMembers });
    throw unknown('GET', command);
  }

  #steer(command: string, body: Readonly<Record<string, unknown>>): Answer {
    const { faults } = this.#simulator;
    const commands: Readonly<Record<string, () => Answer | undefined>> = {
      'fail-next': () => void this.#simulator.failNext(body),
      behave: () => void this.#simulator.behave((body['rules'] ?? []) as BehaviourRule[]),
      advance: () => void this.#simulator.advance(Number(body['ms'] ?? 0)),
      throttle: () => void faults.throttle(body),
      slow: () => void faults.slow(Number(body['ms'] ?? 0)),
      'expire-sessions': () => json({ expired: faults.expireSessions(textIn(body, 'user')) }),
      'drop-after-commit': () => void faults.dropAfterCommit(body),
      conflict: () => void faults.conflict(body),
      'drop-request': () => void faults.dropRequest(body),
      limit: () => void faults.limit(body),
      'clear-faults': () => void faults.clear(),
      reset: () => void this.#simulator.reset(),
      snapshot: () => json({ snapshot: this.#snapshots.push(this.#simulator.snapshot()) - 1 }),
      restore: () => {
        const snapshot = this.#snapshots[Number(body['snapshot'])];
        if (snapshot === undefined) throw invalidRequest('snapshot', 'There is no such snapshot.');
        this.#simulator.restore(snapshot);
        return undefined;
      },
    };
    if (!Object.hasOwn(commands, command)) throw unknown('POST', command);
    checkOrder(command, body);
    return commands[command]?.() ?? noContent();
  }

  /** `GET store/Entity`, `GET|DELETE store/Entity/key…`, `PUT store/Entity` */
  #store(call: Call, [entity = '', ...keys]: readonly string[]): Answer {
    const { store } = this.#simulator;
    if (call.method === 'GET')
      return json(keys.length === 0 ? store.all(entity) : (store.find(entity, ...keys) ?? null));
    if (call.method === 'PUT') return json(store.put(entity, readBodyObject(call) ?? {}));
    if (call.method === 'DELETE') return json({ deleted: store.delete(entity, ...keys) });
    throw methodNotAllowed(call.method);
  }
}
