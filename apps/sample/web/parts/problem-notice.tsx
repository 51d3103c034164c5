import type { ReactElement } from 'react';
import { problemFrom } from '../api/desk-error.js';
import { Icon } from './icon.js';
import { Notice } from './notice.js';

/** What went wrong, what to do about it, and a way to try again. */
export function ProblemNotice({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
}): ReactElement {
  const problem = problemFrom(error);
  const loose = problem.errors?.filter(({ path }) => path === '') ?? [];
  return (
    <Notice
      tone="red"
      role="alert"
      title={problem.title}
      action={
        onRetry && (
          <button type="button" className="button" onClick={onRetry}>
            <Icon name="refresh" /> Try again
          </button>
        )
      }
    >
      <p>{problem.detail}</p>
      {loose.map(({ message }) => (
        <p key={message}>{message}</p>
      ))}
      {problem.hint !== undefined && <p>{problem.hint}</p>}
    </Notice>
  );
}
