import { register } from 'tsx/esm/api';
import { pathToFileURL } from 'node:url';

/** Prints every part with the line it says about itself; none of them runs. */
export async function listParts(parts) {
  register();
  const widest = Math.max(...[...parts.keys()].map((name) => name.length));
  for (const [name, file] of parts) {
    const { about } = await import(pathToFileURL(file).href);
    console.log(`${name.padEnd(widest)}  ${about}`);
  }
  console.log('\nnpm run test:long -- NAME [NAME…]');
}
