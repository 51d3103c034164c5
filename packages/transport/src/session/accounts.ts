import { AcumaticaAuthError } from '@acurecord/errors';
import { builtIn } from '../built-in.js';

/** A success this long ago does not vouch for a password any more where many sign in at once. */
const PROVEN_MS = 60_000;
/** Accounts that were never refused are forgotten beyond so many. */
const MOST = 1_000;

interface Account {
  /** Why the ERP refused it last. */
  refusal?: AcumaticaAuthError | undefined;
  /** When it was accepted last, on a clock that never jumps. */
  provenAt?: number | undefined;
  /** The try under way of an account that nothing vouches for. */
  trying?: Promise<void> | undefined;
}

/** One use of an account. */
export interface AccountUse<R> {
  /** Site, user, password and tenant; only a digest of them is kept. */
  readonly credentials: readonly string[];
  /** Whether to try although the ERP refused them before. */
  readonly again: boolean;
  /** `known`: whether they were accepted since they were refused. */
  readonly work: (known: boolean) => Promise<R>;
}

/**
 * What this process knows of the accounts that it signs in with. The ERP locks an account after a few wrong passwords, so that a refusal is
 * remembered for all transports with the same credentials, and credentials that nothing vouches for are tried by one at a time.
 */
class Accounts {
  readonly #accounts = new Map<string, Account>();
  /** Made at the first use: Cloudflare's runtime gives no random values while modules are loaded. */
  #key: string | undefined;

  /** @throws AcumaticaAuthError, without any request, for an account that the ERP has refused */
  async use<R>({ credentials, again, work }: AccountUse<R>): Promise<R> {
    const account = this.#of(this.#digest(credentials));
    let waited = false;
    for (; account.trying; waited = true) await account.trying;
    // Whoever waited for another one's try has its answer.
    if (account.refusal && (!again || waited)) throw repeated(account.refusal);
    if (account.provenAt !== undefined && steadyMs() - account.provenAt < PROVEN_MS) return settle(account, work);
    let done = (): void => undefined;
    account.trying = new Promise((resolve) => (done = resolve));
    try {
      return await settle(account, work);
    } finally {
      account.trying = undefined;
      done();
    }
  }

  /** What the ERP said when it refused these credentials; undefined where it has not, or has accepted them since. */
  refusalOf(credentials: readonly string[]): AcumaticaAuthError | undefined {
    return this.#accounts.get(this.#digest(credentials))?.refusal;
  }

  #of(digest: string): Account {
    const account = this.#accounts.get(digest) ?? {};
    this.#accounts.set(digest, account);
    if (this.#accounts.size > MOST) this.#forgetOne();
    return account;
  }

  #forgetOne(): void {
    for (const [digest, { refusal, trying }] of this.#accounts) {
      if (refusal || trying) continue;
      this.#accounts.delete(digest);
      return;
    }
  }

  #digest(credentials: readonly string[]): string {
    this.#key ??= globalThis.crypto.randomUUID();
    return builtIn('node:crypto').createHmac('sha256', this.#key).update(JSON.stringify(credentials)).digest('base64');
  }
}

async function settle<R>(account: Account, work: AccountUse<R>['work']): Promise<R> {
  try {
    const result = await work(account.provenAt !== undefined);
    account.refusal = undefined;
    account.provenAt = steadyMs();
    return result;
  } catch (error) {
    if (isRefusedAccount(error)) {
      account.refusal = error;
      account.provenAt = undefined;
    }
    throw error;
  }
}

function steadyMs(): number {
  return process.uptime() * 1000;
}

const REFUSED = new Set(['INVALID_CREDENTIALS', 'ACCOUNT_LOCKED', 'PASSWORD_CHANGE_REQUIRED']);

/** Whether the ERP refused an account itself, so that another try would meet the same, or lock it. */
export function isRefusedAccount(error: unknown): error is AcumaticaAuthError {
  return AcumaticaAuthError.is(error) && REFUSED.has(error.code);
}

/** Whether another password could help. */
export function isRefusedPassword(error: unknown): boolean {
  return AcumaticaAuthError.is(error) && error.code === 'INVALID_CREDENTIALS';
}

function repeated(refusal: AcumaticaAuthError): AcumaticaAuthError {
  const { message, code, status, operation, suggestions } = refusal;
  return new AcumaticaAuthError(
    `${message} It was not tried again, since the ERP locks accounts: call signIn() once the cause is gone.`,
    {
      code,
      ...(status === undefined ? {} : { status }),
      ...(operation === undefined ? {} : { operation }),
      suggestions: [...suggestions, 'A client tries again with health({ signIn: true }).'],
      cause: refusal,
    },
  );
}

const KEY = Symbol.for('@acurecord/transport accounts');
const shared = globalThis as Record<symbol, Accounts | undefined>;

/** The accounts of this process, also where several copies of this package are loaded. */
export const accounts: Pick<Accounts, 'use' | 'refusalOf'> = (shared[KEY] ??= new Accounts());
