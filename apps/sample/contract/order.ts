import type { OrderRow } from './orders.js';
import type { FieldProblem, Problem } from './problem.js';

/** `GET /api/orders/:type/:nbr`: one order, whole. */
export interface OrderDocument {
  readonly id: string;
  readonly header: OrderHeader;
  readonly lines: readonly OrderLine[];
  readonly note: string;
  readonly files: readonly FileRow[];
  readonly shipments: readonly {
    readonly nbr: string;
    readonly date: string | null;
    readonly status: string;
    readonly invoiceNbr: string | null;
  }[];
  readonly actions: readonly OrderAction[];
  /** False for an order that the ERP no longer lets be changed. */
  readonly editable: boolean;
}

/** The head of an order; what `EditableHeader` names may be changed. */
export interface OrderHeader extends OrderRow, EditableHeader {
  /** The order's version: an opaque text to send back with an edit. */
  readonly lastModified: string;
  readonly taxTotal: number;
  readonly orderedQty: number;
}

/** What of the head a visitor may change; null clears. */
export interface EditableHeader {
  readonly customerId: string;
  readonly description: string | null;
  /** The customer's own number for the order. */
  readonly customerOrder: string | null;
  readonly externalRef: string | null;
  /** `YYYY-MM-DD` */
  readonly date: string | null;
  /** `YYYY-MM-DD` */
  readonly requestedOn: string | null;
  readonly shipVia: string | null;
  readonly hold: boolean;
}

export interface OrderLine extends EditableLine {
  /** The row's id in the ERP. */
  readonly id: string;
  readonly lineNbr: number;
  readonly amount: number;
  readonly openQty: number;
  readonly uom: string | null;
}

export interface EditableLine {
  readonly inventoryId: string;
  readonly description: string | null;
  readonly quantity: number;
  readonly unitPrice: number;
  /** In percent, 0 to 100. */
  readonly discountPercent: number;
  readonly warehouse: string | null;
}

/** A line to be added; what is left out the ERP fills in from the item. */
export type NewLine = Pick<EditableLine, 'inventoryId' | 'quantity'> & Partial<EditableLine>;

/** `PUT /api/orders/:type/:nbr` and `POST …/preview`: what is to be changed, nothing else. */
export interface OrderEdit {
  /** `header.lastModified` of the document that was edited, and what the visitor saw there: for every changed member its value before. */
  readonly base: { readonly lastModified: string; readonly header?: Partial<EditableHeader>; readonly note?: string };
  readonly header?: Partial<EditableHeader>;
  readonly note?: string;
  readonly lines?: {
    readonly add?: readonly NewLine[];
    /** Rows by their id, and what is to change in them. */
    readonly change?: readonly ({ readonly id: string } & Partial<EditableLine>)[];
    /** Ids of rows to delete. */
    readonly remove?: readonly string[];
  };
  /** Save although somebody else has changed the order meanwhile. @default false */
  readonly overwrite?: boolean;
}

/** Exactly what saving would send. */
export interface WirePreview {
  /** Nothing to send: a clean save makes no request. */
  readonly empty: boolean;
  readonly method: 'PUT';
  readonly path: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** 422: the ERP, or the desk before it, refuses values. Paths: `header.customerId`, `lines.<id>.quantity`, `lines.add.0.inventoryId`. */
export interface RefusedProblem extends Problem {
  readonly status: 422;
  readonly errors: readonly FieldProblem[];
}

/** 409: somebody else has changed the order since `base`. */
export interface ConflictProblem extends Problem {
  readonly status: 409;
  /** What the visitor wanted to save. */
  readonly yours: OrderEdit;
  /** The order as it is now. */
  readonly theirs: OrderDocument;
  /** Every member in the edit, with what it was, what was typed and what it is now. */
  readonly fields: readonly ConflictField[];
}

export interface ConflictField {
  /** `header.description`, `lines.<id>.quantity`, `note` */
  readonly path: string;
  readonly base?: unknown;
  readonly yours: unknown;
  readonly theirs: unknown;
  /** Whether both sides changed it to different values. */
  readonly clash: boolean;
}

export type OrderActionName = 'release' | 'hold' | 'ship' | 'invoice' | 'cancel' | 'reopen';

export interface OrderAction {
  readonly name: OrderActionName;
  readonly label: string;
  /** Whether it makes sense in the order's status. */
  readonly enabled: boolean;
  /** Why not. */
  readonly reason?: string;
}

/** One line of `POST /api/orders/:type/:nbr/actions/:action` (`application/x-ndjson`). The last one is `done` or `failed`. */
export type ActionProgress =
  | { readonly state: 'running'; readonly seconds: number }
  | {
      readonly state: 'done';
      readonly order: OrderDocument;
      readonly created?: { readonly kind: 'Shipment' | 'Invoice'; readonly nbr: string };
    }
  | { readonly state: 'failed'; readonly problem: Problem };

/**
 * A file of an order. `GET /api/orders/:type/:nbr/files/:id` downloads it; `PUT …/files/:name` with the bytes as body
 * (any content type, at most `DeskSession.maxFileBytes`) uploads one and answers `FileRow[]`.
 */
export interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly comment: string | null;
  /** Where to download it, on this server. */
  readonly href: string;
}
