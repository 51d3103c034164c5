import { libraryBuild } from '../../tools/build/tsup.js';

export default libraryBuild();
