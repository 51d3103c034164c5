// Inside a package, too, imports have one direction: no files that need each other to be loaded, in any package, and in
// metadata no import against the order of its folders. Each canary below must be refused.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findCircles } from './order/find-circles.mjs';
import { importGraph, sourcesOf } from './order/import-graph.mjs';
import { METADATA_FLOORS, wrongWays } from './order/metadata-floors.mjs';

const root = join(import.meta.dirname, '../..');

/** Circles of types load well, and yet whoever reads one file of them must read them all. */
const TYPE_CIRCLES = { count: 4, files: 4 };

const folders = ['packages', 'apps'].flatMap((group) =>
  readdirSync(join(root, group))
    .map((name) => `${group}/${name}/src`)
    .filter((folder) => existsSync(join(root, folder))),
);
const sources = new Map(folders.map((folder) => [folder, sourcesOf(join(root, folder))]));
const metadata = sources.get('packages/metadata/src');

const complaints = [
  ...[...sources].flatMap(([folder, files]) => circlesIn(files).map((circle) => `${folder}: ${circle}`)),
  ...faultsOfMetadata(metadata),
  ...missedCanaries(),
];
const files = [...sources.values()].reduce((sum, { size }) => sum + size, 0);
console.log(
  complaints.length === 0 ? `${files} files in ${folders.length} packages import one way` : complaints.join('\n'),
);
process.exitCode = complaints.length === 0 ? 0 : 1;

function circlesIn(files) {
  return findCircles(importGraph(files).values).map((circle) => `${circle.join(', ')} need each other to be loaded`);
}

function faultsOfMetadata(files) {
  const { all } = importGraph(files);
  const circles = findCircles(all);
  const large = circles.filter(({ length }) => length > TYPE_CIRCLES.files);
  return [
    ...wrongWays(all, METADATA_FLOORS).map(
      (way) => `packages/metadata/src: ${way} is against the order of the folders`,
    ),
    ...large.map(
      (circle) => `packages/metadata/src: a circle of types has ${circle.length} files: ${circle.join(', ')}`,
    ),
    ...(circles.length > TYPE_CIRCLES.count ? [`packages/metadata/src has ${circles.length} circles of types`] : []),
  ];
}

function missedCanaries() {
  const withFile = (name, text) => new Map([...metadata, [name, text]]);
  const value = withFile('wire/wire-row.ts', "export { rowChanges as isRow } from '../changes/row-changes.js';");
  const type = withFile(
    'wire/canary.ts',
    "import type { Entity } from '../entity/entity.js';\nexport type C = Entity;",
  );
  const across = withFile('gateway/canary.ts', "export type { RecordClass } from '../model/record-class.js';");
  const pair = new Map([
    ['a.ts', "export { b } from './b.js';"],
    ['b.ts', "import './a.js';"],
  ]);
  const harmless = new Map([
    ['a.ts', "import type { b } from './b.js';\nexport type A = b;"],
    ['b.ts', "export const b = () => import('./a.js');"],
  ]);
  const canaries = [
    ['a circle of values', circlesIn(value).length > 0 && circlesIn(pair).length === 1],
    ['an import upwards for a type alone', faultsOfMetadata(type).some((fault) => fault.includes('wire/canary.ts'))],
    ['an import across a floor', faultsOfMetadata(across).some((fault) => fault.includes('gateway/canary.ts'))],
    ['files that need each other for the compiler alone, which is no circle', circlesIn(harmless).length === 0],
  ];
  return canaries.filter(([, isSeen]) => !isSeen).map(([name]) => `The check does not judge ${name} rightly.`);
}
