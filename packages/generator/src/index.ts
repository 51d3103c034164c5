export { generateModels } from './generate.js';
export type { GeneratedModels } from './generate.js';
export type { GenerateOptions } from './plan/generate-options.js';
export type { NamingNote } from './plan/naming-note.js';
export { planWrites } from './write/plan-writes.js';
export type { WriteOptions, WriteStep } from './write/plan-writes.js';
