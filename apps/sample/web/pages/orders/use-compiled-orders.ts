import { useQuery } from '@tanstack/react-query';
import type { CompiledOrders, FilterDraft } from '../../../contract/index.js';
import { problemFrom } from '../../api/desk-error.js';
import { compiledOrdersQuery } from '../../api/queries.js';
import { useDebounced } from '../../parts/use-debounced.js';
import { isComplete } from './needs-value.js';

/** What a filter becomes, or what is wrong in it. */
export interface CompiledDraft {
  readonly data: CompiledOrders | undefined;
  readonly error: unknown;
  /** The server does not accept the draft. */
  readonly isRefused: boolean;
  /** What is wrong with the condition at that place of the draft. */
  readonly errorOf: (place: number) => string | undefined;
}

/** Asks, shortly after the last key, what the finished conditions of a draft become. */
export function useCompiledOrders(draft: FilterDraft, sort: string): CompiledDraft {
  const settled = useDebounced(draft, 150);
  const finished = settled.conditions.filter(isComplete);
  const { data, error } = useQuery(
    compiledOrdersQuery({ filter: { match: settled.match, conditions: finished }, sort }),
  );
  const problems = error === null ? [] : (problemFrom(error).errors ?? []);
  const errorOf = (place: number): string | undefined => {
    const condition = settled.conditions[place];
    if (condition === undefined || draft.conditions[place] !== condition) return undefined;
    const sent = finished.indexOf(condition);
    return problems.find(({ path }) => sent >= 0 && path.startsWith(`conditions.${String(sent)}.`))?.message;
  };
  return { data, error, isRefused: problems.length > 0 && settled === draft, errorOf };
}
