import type { Entity } from '../entity/entity.js';
import type { EntityInit } from '../record/entity-shape.js';

/** A class that `defineEntity` made, for records of type `T`: what a written class has, statics included. */
export type DefinedClass<T extends Entity> = Omit<typeof Entity, 'prototype'> & {
  new (init?: T | EntityInit<T>): T;
  readonly name: string;
  readonly prototype: T;
};
