import type { SettingName, Settings } from './settings.js';

/** How one setting is spelled in the environment, and what is wrong with a value. */
export interface SettingRule {
  /** The environment variable. */
  readonly variable: string;
  /** The value that a variable's text stands for; the text itself where it stands for none. */
  readonly fromText: (text: string) => unknown;
  /** What the value should have been; `undefined` for a good one. */
  readonly complaint: (value: unknown) => string | undefined;
}

const FLAGS = new Map<string, boolean>([
  ...(['true', '1', 'yes', 'on'] as const).map((word) => [word, true] as const),
  ...(['false', '0', 'no', 'off'] as const).map((word) => [word, false] as const),
]);

const flag = (variable: string): SettingRule => ({
  variable,
  fromText: (text) => FLAGS.get(text.toLowerCase()) ?? text,
  complaint: (value) => (typeof value === 'boolean' ? undefined : 'must be true or false (1/0, yes/no, on/off)'),
});

const text = (variable: string): SettingRule => ({
  variable,
  fromText: (value) => value,
  complaint: (value) => (typeof value === 'string' && value.trim() !== '' ? undefined : 'must be a text'),
});

const number = (variable: string, fits: (value: number) => boolean, expected: string): SettingRule => ({
  variable,
  fromText: numberFrom,
  complaint: (value) => (typeof value === 'number' && fits(value) ? undefined : `must be a number, ${expected}`),
});

const isPositive = (value: number): boolean => Number.isFinite(value) && value > 0;

/** Every setting: where it is read from, and what it must be. */
export const settingTable: { readonly [Name in SettingName]-?: SettingRule } = {
  baseUrl: { variable: 'ACUMATICA_URL', fromText: (url) => url, complaint: complaintAboutUrl },
  username: text('ACUMATICA_USERNAME'),
  password: { ...text('ACUMATICA_PASSWORD'), complaint: (value) => (isFilled(value) ? undefined : 'must be a text') },
  tenant: text('ACUMATICA_TENANT'),
  branch: text('ACUMATICA_BRANCH'),
  locale: text('ACUMATICA_LOCALE'),
  endpointName: text('ACUMATICA_ENDPOINT_NAME'),
  endpointVersion: text('ACUMATICA_ENDPOINT_VERSION'),
  persistentLogin: flag('ACUMATICA_PERSISTENT_LOGIN'),
  retryOnIdleLogout: flag('ACUMATICA_RETRY_ON_IDLE'),
  verifySsl: flag('ACUMATICA_VERIFY_SSL'),
  rateLimit: { variable: 'ACUMATICA_RATE_LIMIT', fromText: rateFrom, complaint: complaintAboutRate },
  timeoutMs: { ...number('ACUMATICA_TIMEOUT', isPositive, 'above 0'), fromText: milliseconds },
  cacheMethods: flag('ACUMATICA_CACHE_METHODS'),
  cacheTtlHours: number('ACUMATICA_CACHE_TTL_HOURS', (hours) => hours >= 0, '0 or more'),
  cacheDir: text('ACUMATICA_CACHE_DIR'),
  forceRebuild: flag('ACUMATICA_FORCE_REBUILD'),
};

/** The names of all settings, in the order in which they are documented. */
export const settingNames = Object.keys(settingTable) as SettingName[];

/** The settings without which nobody can sign in by password. */
export const credentialNames = ['baseUrl', 'username', 'password', 'tenant'] as const satisfies (keyof Settings)[];

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function numberFrom(value: string): unknown {
  return /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

/** The environment counts a timeout in seconds. */
function milliseconds(value: string): unknown {
  const seconds = numberFrom(value);
  return typeof seconds === 'number' ? seconds * 1000 : seconds;
}

function rateFrom(value: string): unknown {
  return { callsPerSecond: numberFrom(value) };
}

function complaintAboutRate(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return 'must be { callsPerSecond: … }';
  const { callsPerSecond = 1 } = value as { callsPerSecond?: unknown };
  if (typeof callsPerSecond === 'number' && callsPerSecond > 0) return undefined;
  return 'must be a number of calls per second, above 0';
}

function complaintAboutUrl(value: unknown): string | undefined {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    return 'must be the http(s) address of the site, such as https://erp.example.com/AcumaticaERP';
  }
  if (url.username !== '' || url.password !== '') return 'must not contain a user or a password';
  return url.search === '' && url.hash === '' ? undefined : 'must end with the path, without ? and #';
}
