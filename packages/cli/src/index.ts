// For programs that start the command line in another folder, such as `npm create acurecord`
export { runProcess } from './run-process.js';
