// Making one
export { createTransport } from './create-transport.js';
export type { TransportOptions } from './transport-options.js';
export type { CloseOptions, SignInOptions, Transport } from './transport.js';

// Signing in
export { passwordSignIn } from './auth/password-sign-in.js';
export type { PasswordCredentials } from './auth/password-sign-in.js';
export { bearerToken } from './auth/bearer-token.js';
export { oauth } from './auth/oauth.js';
export type {
  AuthorizationCodeGrant,
  OAuthClient,
  OAuthOptions,
  PasswordGrant,
  RefreshTokenGrant,
} from './auth/oauth-options.js';
export { authorizationUrl, createPkce } from './auth/authorization-url.js';
export type { AuthorizationRequest, Pkce } from './auth/authorization-url.js';
export { memoryTokenStore } from './auth/token-store.js';
export type { TokenStore, Tokens } from './auth/token-store.js';
export { fileTokenStore } from './auth/file-token-store.js';
export type { SignIn, SignInOccasion, SignInPort } from './auth/sign-in.js';
export type { SessionStart } from './session/session.js';
export type { SessionKind } from './session/session-kind.js';

// Sending
export { encodePath } from './request/encode-path.js';
export type { HttpMethod, QueryParameters, RequestBody, ResponseType, TransportRequest } from './transport-request.js';
export type { ResponseHeaders, TransportResponse } from './transport-response.js';
export { errorFromResponse } from './response/error-from-response.js';
export type { AnswerHead, AskedRequest } from './response/answer.js';

// Policies
export type { RetryOptions } from './policy/retry-options.js';
export type { RateLimitOptions } from './policy/rate-limit-options.js';
export type { FetchInit, FetchLike, FetchResponse } from './wire/fetch-like.js';
export { systemClock } from './clock.js';
export type { Clock } from './clock.js';

// Operations and files
export type { OperationOptions, OperationProgress } from './operation/operation-options.js';
export { Operation } from './operation/operation-handle.js';
export type { OperationHandle } from './operation/operation-handle.js';
export { OperationAbandonedError } from './operation/operation-abandoned-error.js';
export { OperationTimeoutError } from './operation/operation-timeout-error.js';
export type { UploadOptions, UploadSource } from './file/upload-options.js';
export type { Download, DownloadOptions } from './file/download-options.js';

// Watching
export type {
  ErrorEvent,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  SessionEvent,
  ThrottleEvent,
  TransportEvent,
  TransportHooks,
} from './observe/transport-hooks.js';
export type { TransportStats } from './observe/transport-stats.js';
