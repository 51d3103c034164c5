import { AcumaticaConfigError } from '@acurecord/errors';

/** Stands in for `built-in.ts` where there may be no Node; some runtimes have single modules of it. @throws AcumaticaConfigError */
export function builtIn(name: string): unknown {
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } };
  const module = process?.getBuiltinModule?.(name);
  if (module !== undefined) return module;
  throw new AcumaticaConfigError(`This needs ${name}, which this runtime has not.`, {
    suggestions: ['On Cloudflare Workers the compatibility flag nodejs_compat brings it.'],
  });
}
