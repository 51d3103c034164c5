/** The form of an `OrderEdit`: what is not named here is refused before anything is done. Whether values make sense is for the model to say. */
const day = { anyOf: [{ type: 'null' }, { type: 'string', maxLength: 10 }] };
const text = { anyOf: [{ type: 'null' }, { type: 'string', maxLength: 1_000 }] };
const id = { type: 'string', minLength: 1, maxLength: 64 };

const headerMembers = {
  customerId: { type: 'string', maxLength: 100 },
  description: text,
  customerOrder: text,
  externalRef: text,
  date: day,
  requestedOn: day,
  shipVia: text,
  hold: { type: 'boolean' },
};

const lineMembers = {
  inventoryId: { type: 'string', maxLength: 100 },
  description: text,
  quantity: { type: 'number' },
  unitPrice: { type: 'number' },
  discountPercent: { type: 'number' },
  warehouse: text,
};

const closed = { type: 'object', additionalProperties: false };
const header = { ...closed, properties: headerMembers };
const note = { type: 'string', maxLength: 10_000 };

/** JSON schema of `OrderEdit`. */
export const editSchema = {
  ...closed,
  required: ['base'],
  properties: {
    base: {
      ...closed,
      required: ['lastModified'],
      properties: { lastModified: { type: 'string', maxLength: 64 }, header, note },
    },
    header,
    note,
    overwrite: { type: 'boolean' },
    lines: {
      ...closed,
      properties: {
        add: {
          type: 'array',
          maxItems: 200,
          items: { ...closed, required: ['inventoryId', 'quantity'], properties: lineMembers },
        },
        change: {
          type: 'array',
          maxItems: 1_000,
          items: { ...closed, required: ['id'], properties: { id, ...lineMembers } },
        },
        remove: { type: 'array', maxItems: 1_000, items: id },
      },
    },
  },
} as const;
