export { AcumaticaError } from './acumatica-error.js';
export type { AcumaticaErrorOptions } from './acumatica-error.js';

// Before a request
export { AcumaticaConfigError } from './acumatica-config-error.js';
export type { AcumaticaConfigErrorOptions } from './acumatica-config-error.js';
export { AcumaticaQueryError } from './acumatica-query-error.js';
export { AcumaticaSchemaError } from './acumatica-schema-error.js';

// Signing in
export { AcumaticaAuthError } from './acumatica-auth-error.js';
export { AcumaticaSeatLimitError } from './acumatica-seat-limit-error.js';
export type { AcumaticaSeatLimitErrorOptions } from './acumatica-seat-limit-error.js';

// On the way
export { AcumaticaConnectionError } from './acumatica-connection-error.js';
export { AcumaticaTimeoutError } from './acumatica-timeout-error.js';
export type { AcumaticaTimeoutErrorOptions } from './acumatica-timeout-error.js';
export { AcumaticaRateLimitError } from './acumatica-rate-limit-error.js';
export type { AcumaticaRateLimitErrorOptions } from './acumatica-rate-limit-error.js';
export { AcumaticaAmbiguousOutcomeError } from './acumatica-ambiguous-outcome-error.js';
export type { AcumaticaAmbiguousOutcomeErrorOptions } from './acumatica-ambiguous-outcome-error.js';

// What the ERP answered
export { AcumaticaNotFoundError } from './acumatica-not-found-error.js';
export type { AcumaticaNotFoundErrorOptions } from './acumatica-not-found-error.js';
export { AcumaticaValidationError } from './acumatica-validation-error.js';
export type { AcumaticaValidationErrorOptions, ValidationIssue } from './acumatica-validation-error.js';
export { AcumaticaBusinessRuleError } from './acumatica-business-rule-error.js';
export { AcumaticaConcurrencyError } from './acumatica-concurrency-error.js';
export { AcumaticaCannotOptimizeError } from './acumatica-cannot-optimize-error.js';
export type { AcumaticaCannotOptimizeErrorOptions } from './acumatica-cannot-optimize-error.js';
export { AcumaticaServerError } from './acumatica-server-error.js';
export type { AcumaticaServerErrorOptions } from './acumatica-server-error.js';

// Several things at once
export { AcumaticaBatchError } from './acumatica-batch-error.js';
export type { AcumaticaBatchErrorOptions, BatchFailure } from './acumatica-batch-error.js';
export { AcumaticaTaskError } from './acumatica-task-error.js';

// For messages and addresses, where all packages stand on
export { encodeQueryText } from './encode-query-text.js';
export { didYouMean } from './did-you-mean.js';
export { nearestNames } from './nearest-names.js';
export { refuseUnknownOptions } from './refuse-unknown-options.js';
export type { OptionNames } from './refuse-unknown-options.js';
export { isSecretName, redact, redactText } from './redact.js';
