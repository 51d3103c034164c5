import type { Answer } from './answer.js';

/** Thrown where a request goes wrong; carries the answer the ERP gives in that case. */
export class RequestFault extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`answered with ${answer.status}`);
    this.answer = answer;
  }
}
