import { lookAtProject } from '../src/project/project.js';
import { projectStyle } from '../src/toolchain/project-style.js';

/** Prints what is chosen for each of the folders, as JSON; in a process of its own, since compilers do not run in jest. */
const styles: [string, unknown][] = [];
for (const folder of process.argv.slice(2)) styles.push([folder, await projectStyle(await lookAtProject(folder))]);
console.log(JSON.stringify(Object.fromEntries(styles)));
