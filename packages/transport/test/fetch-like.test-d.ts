import { expectTypeOf } from 'expect-type';
import { fetch as undiciFetch } from 'undici';
import type { FetchLike } from '../src/index.js';

expectTypeOf(globalThis.fetch).toExtend<FetchLike>();
expectTypeOf(undiciFetch).toExtend<FetchLike>();
// @ts-expect-error a function that gives no answer is no fetch
expectTypeOf((url: string): string => url).toExtend<FetchLike>();
