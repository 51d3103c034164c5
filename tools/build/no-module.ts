/** Stands in for a module that a package asks for as it is loaded, and that what we use of it does not need. */
export const nothing = undefined;
