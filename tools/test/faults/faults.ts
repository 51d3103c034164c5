import type { Fault } from './fault.js';
import { answer, fin, half, page, raw, redirect, reset, silence, trickle, twice } from './strokes.js';

const HTTP_ERROR = JSON.stringify({
  message: 'An error has occurred.',
  exceptionMessage: 'Object reference not set to an instance of an object.',
  exceptionType: 'System.NullReferenceException',
});
const HOURS_MS = 3_600_000;

/** Everything that can go wrong with a write on its way, and whether the server has carried it out by then. */
export const FAULTS: readonly Fault[] = [
  { name: 'reset before commit', done: 'no', strike: reset },
  { name: 'fin before commit', done: 'no', strike: fin },
  { name: 'reset after commit, before headers', done: 'yes', strike: reset },
  { name: 'fin after commit, before headers', done: 'yes', strike: fin },
  { name: 'half status line then reset', done: 'yes', strike: raw('HTTP/1.1 20', reset) },
  { name: 'half body (content-length) then reset', done: 'yes', strike: half('length', reset) },
  { name: 'half body (content-length) then fin', done: 'yes', strike: half('length', fin) },
  { name: 'half chunked body then fin', done: 'yes', strike: half('chunked', fin) },
  { name: 'half body, no length, fin', done: 'yes', strike: half('none', fin) },
  { name: 'half gzip body, no length, fin', done: 'yes', strike: half('gzip', fin) },
  { name: '502 before commit', done: 'no', strike: page(502) },
  { name: '502 after commit', done: 'yes', strike: page(502) },
  { name: '503 before commit', done: 'no', strike: page(503) },
  { name: '503 after commit', done: 'yes', strike: page(503) },
  { name: '504 before commit', done: 'no', strike: page(504) },
  { name: '504 after commit', done: 'yes', strike: page(504) },
  { name: '408 page after commit', done: 'yes', strike: page(408) },
  { name: '499 page after commit', done: 'yes', strike: page(499) },
  { name: '500 page after commit', done: 'yes', strike: page(500) },
  { name: '520 page after commit', done: 'yes', strike: page(520) },
  { name: '522 page after commit', done: 'yes', strike: page(522) },
  { name: '524 page after commit', done: 'yes', strike: page(524) },
  { name: '598 page after commit', done: 'yes', strike: page(598) },
  { name: '500 HttpError after commit', done: 'yes', strike: answer(500, HTTP_ERROR) },
  { name: '302 to error page after commit', done: 'yes', strike: redirect('/Frames/Error.aspx?message=Timeout') },
  { name: '302 to login page after commit', done: 'yes', strike: redirect('/Frames/Login.aspx?ReturnUrl=x') },
  { name: '401 before commit (in the middle)', done: 'no', strike: (stroke) => (stroke.endSessions(), stroke.pass()) },
  { name: '401 after commit', done: 'yes', strike: answer(401) },
  { name: '403 after commit', done: 'yes', strike: page(403, 'Blocked') },
  { name: 'timeout after commit', done: 'yes', strike: silence },
  { name: 'timeout before commit, commits late', done: 'late', strike: silence },
  { name: 'slow trickle body after commit', done: 'yes', strike: trickle },
  { name: 'caller aborts after commit', done: 'yes', strike: (stroke) => stroke.abort() },
  { name: 'caller aborts before commit, commits late', done: 'late', strike: (stroke) => stroke.abort() },
  { name: '429 Retry-After 1', done: 'no', strike: answer(429, '', { 'Retry-After': '1' }) },
  { name: '429 without Retry-After', done: 'no', strike: answer(429) },
  { name: '429 Retry-After 999999', done: 'no', strike: answer(429, '', { 'Retry-After': '999999' }) },
  { name: '200 empty after commit', done: 'yes', strike: answer(200) },
  { name: '204 after commit', done: 'yes', strike: ({ response }) => void response.writeHead(204).end() },
  { name: '200 HTML after commit', done: 'yes', strike: page(200) },
  { name: '200 HTML, not committed (captive portal)', done: 'no', strike: page(200, 'Welcome to the hotel') },
  { name: '200 empty, not committed', done: 'no', strike: answer(200) },
  { name: '204, not committed', done: 'no', strike: ({ response }) => void response.writeHead(204).end() },
  { name: '200 null after commit', done: 'yes', strike: answer(200, 'null') },
  { name: '200 [] after commit', done: 'yes', strike: answer(200, '[]') },
  { name: '200 {} after commit', done: 'yes', strike: answer(200, '{}') },
  { name: '200 "ok" after commit', done: 'yes', strike: answer(200, '"ok"') },
  { name: '200 {"id":"x"} after commit', done: 'yes', strike: answer(200, '{"id":"x"}') },
  { name: '200 {"message":"hi"} after commit', done: 'yes', strike: answer(200, '{"message":"hi"}') },
  { name: '200 {} not committed', done: 'no', strike: answer(200, '{}') },
  { name: '200 other record after commit', done: 'yes', strike: (stroke) => answer(200, stroke.other)(stroke) },
  { name: 'seat stolen (session ended, no seat)', done: 'no', strike: (stroke) => (stroke.takeSeats(), stroke.pass()) },
  {
    name: 'clock jumps +2 h, then reset after commit',
    done: 'yes',
    strike: (stroke) => (stroke.moveClock(2 * HOURS_MS), reset(stroke)),
  },
  {
    name: 'clock jumps -2 h, then reset after commit',
    done: 'yes',
    strike: (stroke) => (stroke.moveClock(-2 * HOURS_MS), reset(stroke)),
  },
  { name: 'unsolicited second answer (desync)', done: 'yes', strike: twice },
  {
    name: '100 + 103 before the answer',
    done: 'yes',
    strike: (stroke) => {
      stroke.response.writeContinue();
      stroke.response.writeEarlyHints({ link: '</style.css>; rel=preload; as=style' });
      stroke.pass();
    },
  },
  { name: 'garbage instead of HTTP after commit', done: 'yes', strike: raw('\u0000garbage\r\n\r\n', fin) },
  {
    name: '101 switching protocols after commit',
    done: 'yes',
    strike: ({ socket }) =>
      void socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'),
  },
];
