/** The oldest Node that the command runs on, as in the package's `engines`. */
export const OLDEST_NODE = '20.12.0';

/** Why the command cannot run on a Node of this version, such as `v18.20.8`; undefined where it can. */
export function nodeFault(version: string): string | undefined {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE.split('.').map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `acurecord needs Node ${OLDEST_NODE} or newer, and this is Node ${version.replace('v', '')}. Get a newer one from https://nodejs.org.`;
}
