import { AcumaticaConfigError } from '@acurecord/errors';
import { isRefusedPassword } from '../session/accounts.js';

/** Where passwords come from: a text, or a function that is asked. */
export class PasswordSource {
  readonly #password: string | (() => string | Promise<string>);
  #known: readonly string[];

  constructor(password: string | (() => string | Promise<string>)) {
    this.#password = password;
    this.#known = typeof password === 'string' ? [password] : [];
  }

  /** The last password and the one before it, to be kept out of messages. */
  get known(): readonly string[] {
    return this.#known;
  }

  /** Does something with the password, and once more where the ERP refuses it and the function now gives another one. */
  async each<R>(which: 'anew' | 'last', work: (password: string) => Promise<R>): Promise<R> {
    const first = (which === 'last' ? this.#known[0] : undefined) ?? (await this.#ask());
    try {
      return await work(first);
    } catch (error) {
      if (typeof this.#password === 'string' || !isRefusedPassword(error)) throw error;
      const second = await this.#ask();
      if (second === first) throw error;
      return work(second);
    }
  }

  async #ask(): Promise<string> {
    const password = typeof this.#password === 'string' ? this.#password : await this.#password();
    if (typeof password !== 'string' || password === '')
      throw new AcumaticaConfigError('The function that was to give the password gave none.', {
        missing: ['password'],
      });
    if (password !== this.#known[0]) this.#known = [password, ...this.#known.slice(0, 1)];
    return password;
  }
}
