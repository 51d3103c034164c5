/** A .NET type of the ERP's exceptions, or a family of them, and why it says what it says. */
export interface ExceptionRow {
  readonly type: RegExp;
  readonly why: string;
}

/** Exceptions that the ERP raises before anything is committed: whoever gets one knows that nothing was done. */
export const RAISED_BEFORE_COMMIT: readonly ExceptionRow[] = [
  {
    type: /^PX\.Api\.ContractBased\.NoEntitySatisfiesTheConditionException$/,
    why: 'The record is looked for before a value of it is set.',
  },
  {
    type: /^PX\.Api\.ContractBased\.OutcomeEntityHasErrorsException$/,
    why: 'A form with an error in one of its fields does not save.',
  },
  {
    type: /^PX\.Data\.PX\w*$/,
    why: 'Rules, rights, settings and locks raise it while values are set or rows are persisted; the transaction ends with it.',
  },
];

/** Members of those families that come later, and so leave open what was done. */
export const RAISED_LATER: readonly ExceptionRow[] = [
  {
    type: /^PX\.Data\.PXOperationCompleted\w*$/,
    why: 'A processing form raises it when it has done its work, well or badly.',
  },
  {
    type: /^PX\.Data\.PX\w*(Redirect|ReportRequired|Popup)\w*$/,
    why: 'The action has run, and wants to show another form, a report or a file.',
  },
  {
    type: /^PX\.Data\.PX\w*(Database|DbOperation|Timeout)\w*$/,
    why: 'The database failed or took too long, perhaps at the commit itself.',
  },
];

/** Exceptions that only carry another one. */
const CARRIERS: ReadonlySet<string> = new Set([
  'System.Exception',
  'System.AggregateException',
  'System.Reflection.TargetInvocationException',
]);

/** Whether an exception and those inside it, the outer one first, say that nothing was committed. */
export function wasRaisedBeforeCommit(exceptionTypes: readonly string[]): boolean {
  const telling = exceptionTypes.filter((type) => !CARRIERS.has(type));
  return telling.length > 0 && telling.every((type) => isIn(RAISED_BEFORE_COMMIT, type) && !isIn(RAISED_LATER, type));
}

function isIn(rows: readonly ExceptionRow[], exceptionType: string): boolean {
  return rows.some(({ type }) => type.test(exceptionType));
}
