import { libraryBuild } from '../../tools/build/tsup.js';

// What the entries share would be one more file to load for everybody.
export default libraryBuild(
  { index: 'src/index.ts', 'knowledge/index': 'src/knowledge/index.ts', 'testing/index': 'src/testing/index.ts' },
  { splitting: false, late: { 'src/knowledge/index.ts': '@acurecord/metadata/knowledge' } },
);
