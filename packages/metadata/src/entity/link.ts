import type { EntityLike as Entity } from '../record/entity-like.js';

/**
 * Type of a member that links to another record: `accessor MainContact!: Link<Contact>`. Written as `Contact | null`, a
 * compiler with `emitDecoratorMetadata` would want the class itself before the files that import each other are loaded.
 */
export type Link<T extends Entity> = T | null;
