/**
 * What the simulator does where the real behaviour was never recorded. Each is a guess with a name: a client that
 * means to survive the real thing is tested under all of them.
 */
export interface Assumptions {
  /** Body of a 401. @default 'json' */
  readonly unauthorizedBody: 'json' | 'html' | 'empty';
  /**
   * Whether a sign-in tells the tenant by the cookie `CompanyID`, where there are several: older releases did, 26.101 does
   * not, and nobody knows since when. @default 'by-release', which is not since 26R2
   */
  readonly tenantCookie: 'by-release' | 'sent' | 'absent';
  /** Body of a 404 for an unknown endpoint, entity or action. @default 'json' */
  readonly notFoundBody: 'json' | 'html' | 'empty';
  /** Body of a 412. @default 'json' */
  readonly preconditionBody: 'json' | 'empty';
  /** Body of a 429. @default 'text' */
  readonly throttledBody: 'text' | 'json' | 'empty';
  /** Seconds in `Retry-After` of a 429; the guide names no such header. @default undefined */
  readonly retryAfterSeconds: number | undefined;
  /**
   * How a sign-in without a free seat fails: the licence's 500, the user's own 500, the guide's 429, or a 204 whose
   * session is refused with 401 on every call. @default 'licence'
   */
  readonly seatLimit: 'licence' | 'user' | '429' | 'later-401';
  /** Status of the poll of a failed operation. @default 500 */
  readonly failedPollStatus: number;
  /** A body of JSON that says it is plain text: read, or refused with 415 as forms and XML are. @default 'json' */
  readonly plainTextBody: 'json' | 'refused';
  /**
   * What becomes of a list that cannot be read as one query and does not say how it is to be read: it fails, as recorded,
   * or is read record by record, so that only one with `PX-CbApiBehavior: FASTFAIL` fails. @default 'fails'
   */
  readonly slowLists: 'fails' | 'each';
  /**
   * Members of records that a server writes as `yyyy-MM-dd` while their neighbours have a time and a zone; seen since 25R2,
   * nobody knows in which members. @default none
   */
  readonly bareDays: readonly string[];
  /** Records that a list may hold: more are an error of the database (500), of an OData root a 511. @default Infinity */
  readonly largestList: number;
  /** A GET of an inquiry of a contract endpoint: an error, or one record without values. @default 'fails' */
  readonly inquiryList: 'fails' | 'blank';
  /** `Balance gt 0` of bills and invoices: compared, or a 500 that a type cannot be converted. @default 'works' */
  readonly balanceFilter: 'works' | 'fails';
  /** A shipment that is sent with its number and no type: the one with that number, or a new one. @default 'update' */
  readonly shipmentByNumber: 'update' | 'insert';
  /** Where an error of the ERP says what is wrong: in its own text, or in that of its inner exception alone. @default 'outer' */
  readonly errorCause: 'outer' | 'inner';
  /** Largest file and request body in bytes; beyond it 413. @default 50 MB */
  readonly maxBodyBytes: number;
  /** Whether `$orderby` on a contract list sorts or is ignored. @default 'ignore' */
  readonly orderBy: 'ignore' | 'apply';
  /** Whether a detail row without id is matched by its key fields. @default 'id' */
  readonly detailMatching: 'id' | 'id-or-keys';
  /** Ids of rows: the same for everybody as recorded, or good in one session only as the guide has it. @default 'kept' */
  readonly rowIds: 'kept' | 'session';
  /** What calls of a tenant with a broken endpoint get: the way to the error page, or a 500. @default 'redirect' */
  readonly brokenEndpoint: 'redirect' | 'error';
  /** A cap on lists that nobody announces. @default Infinity */
  readonly hiddenTopCap: number;
  /** Whether member names in bodies, `$select`, `$expand` and `$filter` must have the right case. @default 'insensitive' */
  readonly fieldNameCase: 'sensitive' | 'insensitive';
  /** Whether `guid'…'` is understood in `$filter`. @default true */
  readonly guidLiteral: boolean;
  /** A PUT whose id is not known: a new record, or "No entity satisfies the condition." @default 'insert' */
  readonly unknownIdOnPut: 'insert' | 'not-found';
  /** Status of `POST` to an entity without an action. @default 405 */
  readonly postToEntity: 405 | 406;
  /** A 422 as the echoed entity, or as an HttpError with the entity inside. @default 'entity' */
  readonly validationShape: 'entity' | 'http-error';
  /** Whether `Location` of an operation is site-relative or absolute. @default 'relative' */
  readonly location: 'relative' | 'absolute';
  /** Whether a finished action without operation has a `Location`. @default true */
  readonly locationOn204: boolean;
  /** Whether filters that cross two views answer nothing although each part matches. @default false */
  readonly crossViewFilterIsEmpty: boolean;
  /** A condition on rows of a collection: an optimisation error, or nothing found without a word. @default 'fails' */
  readonly detailFilter: 'fails' | 'empty';
  /**
   * A condition that is not on all keys of a purchase order, shipment or physical inventory count: some instances take it,
   * some fail, some find nothing. @default 'works'
   */
  readonly complexFormFilter: 'works' | 'fails' | 'empty';
  /** Numbers in OData answers as JSON numbers or as text (`"1999.000000"`). @default 'number' */
  readonly odataDecimals: 'number' | 'text';
  /**
   * Text keys in OData answers: as recorded, which is segmented keys padded with blanks to their length by the root of
   * tables and by that of version 3; trimmed everywhere; or every text key padded, to ten characters at least.
   * @default 'by-root'
   */
  readonly odataKeys: 'by-root' | 'trimmed' | 'padded';
  /**
   * Decimals and whole numbers of 64 bits from the OData v3 root of old releases: as text, as decimals were recorded
   * and Microsoft's services of that version write both, or as JSON numbers. @default 'text'
   */
  readonly odataV3Numbers: 'text' | 'number';
  /**
   * Dates of the OData v3 root: of type `Edm.DateTime`, written without a zone as recorded or with `Z`, or of type
   * `Edm.DateTimeOffset`, which has one. @default 'zoneless'
   */
  readonly odataV3Dates: 'zoneless' | 'utc' | 'offset';
  /**
   * Whether a filter of the OData v3 root may compare a decimal with a double, and a date of one type with one of the
   * other; the protocol leaves the conversion to the service. @default 'refused'
   */
  readonly odataV3MixedTypes: 'refused' | 'converted';
  /** `nextLink` of OData answers: absolute, or relative to the root. @default 'absolute' */
  readonly odataNextLink: 'absolute' | 'relative';
  /** `_workflowActions` of `$adHocSchema` as the guide shows it, or as the document types it. @default 'array' */
  readonly workflowActions: 'array' | 'map';
  /** Addresses in the list of endpoints. @default 'relative' */
  readonly endpointHref: 'relative' | 'absolute';
  /** The list of endpoints with the build's version, or bare as very old builds have it. @default 'object' */
  readonly endpointList: 'object' | 'array';
  /**
   * Offset of the dates in records, `+03:00`: recorded ones have that of the server, which nobody knows before.
   * @default '+00:00'
   */
  readonly serverOffset: string;
  /** Whether the contract cookie opens the OData roots. @default true */
  readonly cookieOnOData: boolean;
}

/** The guesses used unless told otherwise. */
export const defaultAssumptions: Assumptions = {
  unauthorizedBody: 'json',
  tenantCookie: 'by-release',
  notFoundBody: 'json',
  preconditionBody: 'json',
  throttledBody: 'text',
  retryAfterSeconds: undefined,
  seatLimit: 'licence',
  failedPollStatus: 500,
  plainTextBody: 'json',
  slowLists: 'fails',
  bareDays: [],
  largestList: Infinity,
  inquiryList: 'fails',
  balanceFilter: 'works',
  shipmentByNumber: 'update',
  errorCause: 'outer',
  maxBodyBytes: 50 * 1024 * 1024,
  orderBy: 'ignore',
  detailMatching: 'id',
  rowIds: 'kept',
  brokenEndpoint: 'redirect',
  hiddenTopCap: Infinity,
  fieldNameCase: 'insensitive',
  guidLiteral: true,
  unknownIdOnPut: 'insert',
  postToEntity: 405,
  validationShape: 'entity',
  location: 'relative',
  locationOn204: true,
  crossViewFilterIsEmpty: false,
  detailFilter: 'fails',
  complexFormFilter: 'works',
  odataDecimals: 'number',
  odataKeys: 'by-root',
  odataV3Numbers: 'text',
  odataV3Dates: 'zoneless',
  odataV3MixedTypes: 'refused',
  odataNextLink: 'absolute',
  workflowActions: 'array',
  endpointHref: 'relative',
  endpointList: 'object',
  serverOffset: '+00:00',
  cookieOnOData: true,
};
