/**
 * Which session carries a call:
 * - `api`: that of the transport, which takes an API seat;
 * - `api-or-basic`: the same; where the site refuses it at this address, name and password, in a session without an API seat;
 * - `basic`: name and password from the start; a way to sign in that has no password uses the session of the transport;
 * - `none`: no session, for addresses that are open to everybody.
 */
export type SessionKind = 'api' | 'api-or-basic' | 'basic' | 'none';
