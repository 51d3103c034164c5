import { AcumaticaConfigError } from '@acurecord/errors';
import type { SignIn, SignInPort, TransportResponse } from '@acurecord/transport';

/** Which tenant the sessions of a client landed on, as far as the server tells. */
export class TenantCheck {
  readonly #expected: string | undefined;
  #tenant: string | undefined;

  constructor(expected: string | undefined) {
    this.#expected = expected;
  }

  /** The tenant of the last sign-in; `undefined` where the server keeps it to itself, as newer builds do. */
  get tenant(): string | undefined {
    return this.#tenant;
  }

  /** The same way to sign in, watched: some builds name the tenant in a cookie of the answer. */
  watch(signIn: SignIn): SignIn {
    const open: SignIn['open'] = (port, occasion) => signIn.open(this.#watchedPort(port), occasion);
    return { ...signIn, open };
  }

  /** The tenant of the last sign-in, when it is another one than writes are meant for. */
  get wrongTenant(): string | undefined {
    const same = this.#tenant?.toLowerCase() === this.#expected?.toLowerCase();
    return this.#expected === undefined || same ? undefined : this.#tenant;
  }

  /** @throws AcumaticaConfigError when the server put us somewhere else than where writes are meant for */
  refuseWrongTenant(operation: string): void {
    if (this.wrongTenant === undefined) return;
    throw new AcumaticaConfigError(
      `${operation} was not sent: the server put this client into the tenant ${this.wrongTenant}, ` +
        `but it is to write to ${this.#expected}.`,
      {
        suggestions: [
          'Check the tenant; a tenant made just now is known to the server only after a restart of its application.',
          'To write wherever the server lands, set expectTenant: false.',
        ],
      },
    );
  }

  #watchedPort(port: SignInPort): SignInPort {
    return {
      ...port,
      send: async (request) => {
        const response = await port.send(request);
        this.#tenant = tenantIn(response) ?? this.#tenant;
        return response;
      },
    };
  }
}

function tenantIn({ headers }: TransportResponse): string | undefined {
  let found: string | undefined;
  headers.forEach((value, name) => {
    if (name.toLowerCase() !== 'set-cookie') return;
    const [, text] = /(?:^|[,;\s])CompanyID=([^;,\s]+)/i.exec(value) ?? [];
    if (text !== undefined && text !== '') found = decode(text);
  });
  return found;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
