const REF = '#/components/schemas/';
const value = (type: string): object => ({ $ref: `${REF}${type}Value` });
const entity = (properties: object): object => ({ allOf: [{ $ref: `${REF}Entity` }, { type: 'object', properties }] });
const wrapper = (type: string): object => ({
  type: 'object',
  properties: { value: { type }, error: { type: 'string' } },
});

/** An endpoint document with one form: a record with links two deep and rows with rows of their own. */
export const orderDocument = {
  openapi: '3.0.1',
  info: { title: 'Test/1.0', version: '4' },
  servers: [{ url: 'http://localhost/entity/Test/1.0' }],
  paths: {
    '/Order': {
      get: { tags: ['Order'], operationId: 'Order_GetList' },
      put: { tags: ['Order'], operationId: 'Order_PutEntity' },
    },
  },
  components: {
    schemas: {
      Entity: {
        type: 'object',
        properties: {
          id: { type: 'string', format: 'uuid' },
          rowNumber: { type: 'integer' },
          note: { $ref: `${REF}StringValue` },
          custom: { type: 'object' },
          error: { type: 'string' },
        },
      },
      StringValue: wrapper('string'),
      DecimalValue: wrapper('number'),
      IntValue: wrapper('integer'),
      BooleanValue: wrapper('boolean'),
      DateTimeValue: { type: 'object', properties: { value: { type: 'string', format: 'date-time' } } },
      Address: entity({ City: value('String') }),
      Contact: entity({ Address: { $ref: `${REF}Address` }, Email: value('String') }),
      Allocation: entity({ Lot: value('String'), Qty: value('Decimal') }),
      Line: entity({
        Allocations: { type: 'array', items: { $ref: `${REF}Allocation` } },
        Item: value('String'),
        Open: value('Boolean'),
        Qty: value('Decimal'),
      }),
      Order: entity({
        Contact: { $ref: `${REF}Contact` },
        Count: value('Int'),
        Date: value('DateTime'),
        Description: value('String'),
        Lines: { type: 'array', items: { $ref: `${REF}Line` } },
        OrderNbr: value('String'),
        Total: value('Decimal'),
      }),
    },
  },
  tags: [{ name: 'Order', description: 'Orders (SO301000)' }],
} as const;
