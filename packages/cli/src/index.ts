// For programs that start the command line in another folder, such as `npm create acurecord`
export { nodeFault } from './node-fault.js';
export { startProcess } from './start-process.js';
