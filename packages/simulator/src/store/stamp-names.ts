/** Members that say when a record was changed last. */
export const changedStamps: readonly string[] = ['LastModifiedDateTime', 'LastModified', 'LastModifiedOn'];

/** Members that say when a record was made. */
export const createdStamps: readonly string[] = ['CreatedDateTime', 'CreatedDate', 'CreatedOn', 'CreatedAt'];

/** Both: a record always has them, though nothing may have set them. */
export const stampNames: ReadonlySet<string> = new Set([...changedStamps, ...createdStamps]);
