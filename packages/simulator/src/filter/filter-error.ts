/** A `$filter` the ERP would not accept, with what it answers. */
export class FilterError extends Error {
  override readonly name = 'FilterError';

  constructor(
    message: string,
    /** .NET type of the exception in the answer's body. */
    readonly exceptionType = 'Microsoft.Data.OData.ODataException',
    readonly status = 500,
  ) {
    super(message);
  }
}

/** A function the protocol knows but the ERP cannot turn into a condition. */
export function unsupported(what: string): FilterError {
  return new FilterError(`The ${what} is not supported in the $filter expression.`, 'System.NotSupportedException');
}

/** Text that cannot be read. */
export function syntaxError(text: string, position: number): FilterError {
  return new FilterError(`Syntax error at position ${String(position)} in '${text}'.`);
}

/** .NET type of the error of conditions and fields that cannot become a database query. */
export const cannotOptimizeType = 'PX.Api.ContractBased.OptimizedExport.CannotOptimizeException';

/** A condition that cannot become a database query. */
export function cannotOptimize(path: string): FilterError {
  const causes = `${path}: View Filter has BQL delegate\r\n`;
  return new FilterError(
    `Optimization cannot be performed.The following fields cause the error:\r\n${causes}`,
    cannotOptimizeType,
  );
}
