import type { LiteralNode } from './filter-node.js';

/** A piece of a filter's text. */
export type FilterToken =
  | { readonly kind: 'literal'; readonly literal: LiteralNode; readonly at: number }
  /** A name, an operator or a function; may hold dots (`cf.String`). */
  | { readonly kind: 'word'; readonly text: string; readonly at: number }
  | { readonly kind: 'sign'; readonly text: '(' | ')' | ',' | '/' | '=' | '-' | ':'; readonly at: number }
  | { readonly kind: 'end'; readonly at: number };
