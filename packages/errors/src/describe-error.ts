import { redact, redactText } from './redact.js';

interface Describable {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly status?: number;
  readonly operation?: string;
  readonly entity?: string;
  readonly entityId?: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly suggestions: readonly string[];
  readonly cause?: unknown;
}

const MAX_CAUSES = 5;

/** The lines of `getDetailedMessage()`: cause first, then where, then what to do. */
export function describeError(error: Describable, details: Readonly<Record<string, unknown>>): string {
  const facts: readonly (readonly [string, unknown])[] = [
    ['status', error.status],
    ['operation', error.operation],
    ['entity', error.entityId === undefined ? error.entity : `${error.entity ?? ''} ${error.entityId}`.trim()],
    ...Object.entries(details),
    ...Object.entries(error.context),
  ];
  const lines = [`${error.name} [${error.code}]: ${error.message}`];
  for (const [name, value] of facts) if (isWorthSaying(value)) lines.push(`  ${name}: ${inOneLine(value)}`);
  for (const suggestion of error.suggestions) lines.push(`  → ${suggestion}`);
  return [...lines, ...causes(error.cause)].join('\n');
}

function causes(first: unknown): string[] {
  const lines: string[] = [];
  for (let cause = first; cause instanceof Error && lines.length < MAX_CAUSES; cause = cause.cause) {
    lines.push(`  caused by ${cause.name}: ${redactText(cause.message)}`);
  }
  return lines;
}

function isWorthSaying(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function inOneLine(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(redact(value));
}
