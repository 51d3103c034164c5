import type { Random } from './random.js';
import type { Place } from './vocabulary.js';
import { companyForms, companyStarts, companyTrades, firstNames, lastNames, places } from './vocabulary.js';

/** Who and where one record is about, so that its fields agree with each other. */
export interface RecordContext {
  readonly random: Random;
  /** Position among the records of the entity, from 0. */
  readonly index: number;
  readonly id: string;
  readonly place: Place;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
}

/** Rolls the dice for one record. */
export function createContext(random: Random, index: number, id: string): RecordContext {
  return {
    random,
    index,
    id,
    place: random.pick(places),
    firstName: random.pick(firstNames),
    lastName: random.pick(lastNames),
    company: companyName(random),
  };
}

/** `Cedar Coffee LLC` */
export function companyName(random: Random): string {
  return `${random.pick(companyStarts)} ${random.pick(companyTrades)} ${random.pick(companyForms)}`;
}

/** A host name made of a company name: `cedar-coffee.example`. */
export function domainOf(company: string): string {
  const words = company.toLowerCase().match(/[a-z]+/g) ?? ['company'];
  return `${words.slice(0, 2).join('-')}.example`;
}
