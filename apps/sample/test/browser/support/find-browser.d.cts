type Environment = Readonly<Record<string, string | undefined>>;

/** A browser to launch, and the environment that it needs. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly env: Environment;
}

export function findBrowser(
  environment: Environment,
  installed?: (environment: Environment) => string,
  bring?: (environment: Environment) => Promise<FoundBrowser | undefined>,
): Promise<FoundBrowser | undefined>;
