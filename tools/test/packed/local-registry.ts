import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A registry on a loopback port that has the packages of this repository, packed, and sends on for all others. */
export interface LocalRegistry {
  readonly url: string;
  close(): Promise<void>;
}

interface Packed {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly integrity: string;
  readonly shasum: string;
}

/** Packs what was built in `root`, and serves it until `close()`. */
export async function startRegistry(root: string): Promise<LocalRegistry> {
  const folder = await mkdtemp(join(tmpdir(), 'acurecord-registry-'));
  const names = await readdir(join(root, 'packages'));
  const workspaces = names.flatMap((name) => ['--workspace', join('packages', name)]);
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder, ...workspaces];
  const { stdout } = await run('npm', pack, { cwd: root, maxBuffer: 64 << 20 });
  const listed = Object.values(JSON.parse(stdout) as Record<string, Packed>);
  const packed = new Map(listed.map((one) => [one.name, one]));
  const { stdout: upstream } = await run('npm', ['config', 'get', 'registry'], { cwd: tmpdir() });
  const manifests = await readManifests(root, names);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const name = decodeURIComponent((request.url ?? '').slice(1));
    const file = /^tarballs\/(.+)$/.exec(name)?.[1];
    const found = packed.get(name);
    if (file !== undefined) return void createReadStream(join(folder, file)).pipe(response);
    if (found === undefined)
      return void response.writeHead(302, { location: new URL(name, upstream.trim()).href }).end();
    const host = `http://${request.headers.host}`;
    response.writeHead(200, { 'content-type': 'application/json' }).end(packument(found, manifests, host));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function packument(
  { name, version, filename, integrity, shasum }: Packed,
  manifests: ReadonlyMap<string, object>,
  host: string,
): string {
  const dist = { integrity, shasum, tarball: `${host}/tarballs/${filename}` };
  const versions = { [version]: { ...manifests.get(name), dist } };
  return JSON.stringify({ name, 'dist-tags': { latest: version }, versions });
}

async function readManifests(root: string, names: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const manifests = await Promise.all(
    names.map(
      async (name) => JSON.parse(await readFile(join(root, 'packages', name, 'package.json'), 'utf8')) as object,
    ),
  );
  return new Map(manifests.map((manifest) => [(manifest as { name: string }).name, manifest]));
}
