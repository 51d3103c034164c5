import { libraryBuild } from '../../tools/build/tsup.js';

export default libraryBuild({ index: 'src/index.ts', 'testing/index': 'src/testing/index.ts' });
