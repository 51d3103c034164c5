import { AcumaticaSchemaError } from '@acurecord/errors';
import {
  applyAdHocSchema,
  defineEntity,
  diffSchemas,
  knownKeys,
  learnKeys,
  readODataMetadata,
  readSchema,
  withKeys,
  withValues,
} from '@acurecord/metadata';
import type { EndpointSchema } from '@acurecord/metadata';
import { orderSchema, scriptedClient } from '@acurecord/metadata/testing';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeShared, readShared } from './shared-files.js';

const customField = (type: string): object => ({ type: `Custom${type}Field`, value: null });

describe('applyAdHocSchema', () => {
  const adHoc = {
    id: 'x',
    CustomerID: {},
    custom: {
      Document: {
        UsrLevel: customField('Int'),
        'Usr Odd': customField('String'),
        Description: customField('String'),
        UsrPriority: customField('String'),
      },
      CurrentDocument: { UsrLevel: customField('Decimal'), AttributeCOLOR: customField('String') },
    },
    Details: [{ custom: { Transactions: { UsrColor: customField('String') } } }],
    ShipToContact: { custom: {}, Address: { custom: { Shipping_Address: { UsrFloor: customField('Int') } } } },
    _workflowActions: [{ Open: { parameters: {} } }, { Close: { parameters: {} } }],
  };
  const schema = applyAdHocSchema(orderSchema, 'SalesOrder', adHoc);

  it('makes members of fields outside the contract, also in links and details', () => {
    expect(schema.entities.SalesOrder?.members).toMatchObject({
      UsrLevel: { kind: 'field', type: 'Int', custom: { view: 'Document', field: 'UsrLevel' } },
      UsrLevel_CurrentDocument: {
        kind: 'field',
        type: 'Decimal',
        custom: { view: 'CurrentDocument', field: 'UsrLevel' },
      },
      AttributeCOLOR: { custom: { view: 'CurrentDocument' } },
      Description_Document: { custom: { view: 'Document', field: 'Description' } },
    });
    expect(Object.keys(schema.entities.SalesOrder?.members ?? {})).not.toContain('Usr Odd');
    expect(schema.entities.SalesOrderDetail?.members.UsrColor).toMatchObject({ custom: { view: 'Transactions' } });
    expect(schema.entities.Address?.members.UsrFloor).toMatchObject({ type: 'Int' });
    expect(Object.keys(schema.entities.SalesOrder?.actions ?? {})).toEqual([
      'Open',
      'Close',
      'SalesOrderCreateShipment',
    ]);
  });

  it('leaves the schema that it was given as it is, and gives the same for the same', () => {
    expect('UsrLevel' in (orderSchema.entities.SalesOrder?.members ?? {})).toBe(false);
    expect(applyAdHocSchema(schema, 'SalesOrder', adHoc)).toEqual(schema);
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });

  it('gives a part that other entities share an entity of its own', () => {
    const shared: EndpointSchema = {
      ...orderSchema,
      entities: {
        ...orderSchema.entities,
        Quote: {
          name: 'Quote',
          topLevel: true,
          members: { Details: { kind: 'details', entity: 'SalesOrderDetail' } },
          actions: {},
        },
      },
    };
    const extended = applyAdHocSchema(shared, 'SalesOrder', adHoc);
    expect(extended.entities.SalesOrder?.members.Details).toEqual({ kind: 'details', entity: 'SalesOrderDetails' });
    expect(extended.entities.SalesOrderDetails?.members.UsrColor).toBeDefined();
    expect(extended.entities.SalesOrderDetail?.members.UsrColor).toBeUndefined();
  });

  it('makes them read, written, selected and filtered as others are', async () => {
    const Order = defineEntity(schema, 'SalesOrder');
    expect('UsrLevel' in Order.fields).toBe(true);
    const client = scriptedClient(() => [
      { id: 'x', custom: { Document: { UsrLevel: { type: 'CustomIntField', value: 3 } } } },
    ]);
    const query = Order.using(client).where((o) =>
      (o as never as { UsrLevel: { gt(value: number): never } }).UsrLevel.gt(2),
    );
    const order = await query.select('UsrLevel', 'Details/UsrColor').firstOrThrow();
    expect(client.calls[0]?.request.params).toEqual({
      $filter: "cf.Int(f='Document.UsrLevel') gt 2",
      $expand: 'Details',
      $custom: 'Document.UsrLevel,Details/Transactions.UsrColor',
      $top: '1',
    });
    expect(order.UsrLevel).toBe(3);
    order.UsrLevel = 4;
    expect(order.toWire()).toEqual({
      id: 'x',
      custom: { Document: { UsrLevel: { type: 'CustomIntField', value: 4 } } },
    });
  });

  it('refuses an entity that is not there, and an answer that is no record', () => {
    expect(() => applyAdHocSchema(orderSchema, 'Nope', {})).toThrow(AcumaticaSchemaError);
    expect(() => applyAdHocSchema(orderSchema, 'SalesOrder', [])).toThrow(AcumaticaSchemaError);
  });
});

const EDMX = `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="GenericInquiry" xmlns="http://docs.oasis-open.org/odata/ns/edm"><!-- types -->
 <EntityType Name="StockItems"><Key><PropertyRef Name="InventoryID" /><PropertyRef Name="Warehouse"/></Key>
  <Property Name="InventoryID" Type="Edm.String" Nullable="false" /><Property Name="Warehouse" Type="Edm.String" Nullable="false"/>
  <Property Name="QtyOnHand" Type="Edm.Decimal" Scale="Variable"/><Property Name="Changed" Type="Edm.DateTimeOffset"/>
  <Property Name="Day" Type="Edm.Date"/><Property Name="Id" Type="Edm.Guid"/><Property Name="Count" Type="Edm.Int32"/>
  <Property Name="Count_2" Type="Edm.Int64"/><Property Name="Note" Type="Edm.String"/></EntityType>
 <EntityType Name="SalesByBranch"><Property Name="Total" Type="Edm.Double"/></EntityType>
 <Function Name="SalesByBranch_WithParameters"><Parameter Name="Branch" Type="Edm.String"/><Parameter Name="From" Type="Edm.DateTimeOffset"/>
  <ReturnType Type="Collection(GenericInquiry.SalesByBranch)"/></Function>
 <EntityContainer Name="Default"><EntitySet Name="Stock Items &amp; More" EntityType="GenericInquiry.StockItems"/>
  <EntitySet Name="SalesByBranch" EntityType="GenericInquiry.SalesByBranch"/>
  <FunctionImport Name="SalesByBranch_WithParameters" Function="GenericInquiry.SalesByBranch_WithParameters" EntitySet="SalesByBranch"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

describe('readODataMetadata', () => {
  it('reads columns, keys and parameters', () => {
    const { namespace, inquiries } = readODataMetadata(EDMX);
    expect(namespace).toBe('GenericInquiry');
    expect(inquiries['Stock Items & More']).toEqual({
      name: 'Stock Items & More',
      keys: ['InventoryID', 'Warehouse'],
      members: {
        InventoryID: { type: 'String', nullable: false },
        Warehouse: { type: 'String', nullable: false },
        QtyOnHand: { type: 'Decimal', nullable: true },
        Changed: { type: 'DateTime', nullable: true },
        Day: { type: 'Date', nullable: true },
        Id: { type: 'Guid', nullable: true },
        Count: { type: 'Int', nullable: true },
        Count_2: { type: 'Long', nullable: true },
        Note: { type: 'String', nullable: true },
      },
    });
    expect(inquiries.SalesByBranch).toMatchObject({
      keys: [],
      call: { function: 'SalesByBranch_WithParameters', parameters: { Branch: 'String', From: 'DateTime' } },
    });
  });

  it.each([
    ['text', 'no XML', /it is not XML/],
    ['other XML', '<a/>', /it is not EDMX/],
    ['an open element', '<edmx:Edmx><a>', /unclosed tag: a/],
    ['crossed elements', '<a><b></a></b>', /1:10: unexpected close tag/],
    [
      'a missing type',
      EDMX.replace('EntityType="GenericInquiry.StockItems"', 'EntityType="X.Y"'),
      /the type X\.Y is nowhere/,
    ],
    [
      'a type based on itself',
      EDMX.replace(
        '<EntityType Name="SalesByBranch"',
        '<EntityType Name="SalesByBranch" BaseType="GenericInquiry.SalesByBranch"',
      ),
      /base types run in a circle/,
    ],
    [
      'types based on each other',
      EDMX.replace(
        '<EntityType Name="SalesByBranch"',
        '<EntityType Name="SalesByBranch" BaseType="GenericInquiry.StockItems"',
      ).replace(
        '<EntityType Name="StockItems"',
        '<EntityType Name="StockItems" BaseType="GenericInquiry.SalesByBranch"',
      ),
      /base types run in a circle/,
    ],
    ['a set __proto__', EDMX.replace('Name="SalesByBranch" EntityType', 'Name="__proto__" EntityType'), /__proto__/],
    ['endless depth', '<a>'.repeat(100), /absurdly large/],
  ])('refuses %s', (_name, text, message) => {
    expect(() => readODataMetadata(text)).toThrow(AcumaticaSchemaError);
    expect(() => readODataMetadata(text)).toThrow(message);
  });

  it('expands no entities of a document type', () => {
    const bomb = EDMX.replace('?>', '?><!DOCTYPE x [<!ENTITY lol "lol"><!ENTITY two "&lol;&lol;">]>');
    expect(Object.keys(readODataMetadata(bomb).inquiries)).toContain('Stock Items & More');
    for (const entity of ['&two;', '&lol;'])
      expect(() => readODataMetadata(bomb.replace('Stock Items &amp; More', entity))).toThrow(/undefined entity/);
  });
});

describe('diffSchemas', () => {
  const entities = { ...orderSchema.entities };
  const { Approved: _gone, ...members } = entities.SalesOrder?.members ?? {};
  delete (entities as Record<string, unknown>).Allocation;
  const later: EndpointSchema = {
    ...orderSchema,
    entities: {
      ...entities,
      Extra: { name: 'Extra', topLevel: true, members: { A: { kind: 'field', type: 'String' } }, actions: {} },
      SalesOrder: {
        name: 'SalesOrder',
        topLevel: true,
        members: {
          ...members,
          OrderTotal: { kind: 'field', type: 'String' },
          Terms: { kind: 'field', type: 'String' },
        },
        actions: { SalesOrderCreateShipment: { parameters: { WarehouseID: 'Int' } }, Cancel: { parameters: {} } },
      },
    },
  };

  it('names what is added, removed and changed', () => {
    const { added, removed, changed } = diffSchemas(orderSchema, later);
    expect(added.map(({ path }) => path)).toEqual(['SalesOrder.Terms', 'SalesOrder.Cancel()', 'Extra']);
    expect(removed.map(({ path }) => path)).toEqual([
      'Allocation',
      'SalesOrder.Approved',
      'SalesOrder.SalesOrderCreateShipment(ShipmentDate)',
    ]);
    expect(changed).toEqual([
      { kind: 'changed', path: 'SalesOrder.OrderTotal', of: 'field', before: 'Decimal', after: 'String' },
      {
        kind: 'changed',
        path: 'SalesOrder.SalesOrderCreateShipment(WarehouseID)',
        of: 'parameter',
        before: 'String',
        after: 'Int',
      },
    ]);
  });

  it('tells what breaks code that uses given members', () => {
    const paths = (uses: string[]): string[] => diffSchemas(orderSchema, later, uses).breaking.map(({ path }) => path);
    expect(paths(['SalesOrder.OrderNbr'])).toEqual([]);
    expect(paths(['SalesOrder.Approved', 'SalesOrder.OrderTotal', 'Allocation.Qty'])).toEqual([
      'Allocation',
      'SalesOrder.Approved',
      'SalesOrder.OrderTotal',
    ]);
    expect(paths(['SalesOrder.SalesOrderCreateShipment'])).toHaveLength(2);
    expect(diffSchemas(orderSchema, orderSchema)).toEqual({ added: [], removed: [], changed: [], breaking: [] });
  });
});

describe('keys', () => {
  it('of well-known entities are known, and can be told otherwise', () => {
    expect(knownKeys('SalesOrder')).toEqual(['OrderType', 'OrderNbr']);
    expect([knownKeys('Nothing'), knownKeys('constructor')]).toEqual([undefined, undefined]);
  });

  it('can be told by the program', async () => {
    const schema = withKeys(orderSchema, { SalesOrder: ['OrderNbr'] });
    const client = scriptedClient(() => ({ id: 'x' }));
    await defineEntity(schema, 'SalesOrder').using(client).find('000123');
    expect(client.calls[0]?.request.address).toEqual({ keys: ['000123'] });
    expect(() => withKeys(orderSchema, { SalesOrder: ['Details'] })).toThrow('a key must be a field');
    expect(() => withKeys(orderSchema, { Nope: [] })).toThrow(AcumaticaSchemaError);
  });

  it('are used only where the endpoint has such fields', () => {
    const schema: EndpointSchema = {
      ...orderSchema,
      entities: {
        Customer: {
          name: 'Customer',
          topLevel: true,
          members: { Code: { kind: 'field', type: 'String' } },
          actions: {},
        },
      },
    };
    const find = (): unknown => defineEntity(schema, 'Customer').using(scriptedClient()).find('A', 'B');
    expect(find).not.toThrow();
  });
});

describe('values', () => {
  const { SalesOrder } = orderSchema.entities;
  const values = { 'SalesOrder.OrderType': ['SO', 'QT'] };

  it('can be told by the program, and validate() knows them', async () => {
    const Order = defineEntity(withValues(orderSchema, values), 'SalesOrder');
    await expect(new Order({ OrderType: 'XX' }).validate()).rejects.toThrow('OrderType must be one of SO, QT');
    await expect(new Order({ OrderType: 'QT' }).validate()).resolves.toBeUndefined();
  });

  it('leave the given schema as it is', () => {
    withValues(orderSchema, values);
    expect(orderSchema.entities.SalesOrder).toBe(SalesOrder);
    expect(SalesOrder?.members.OrderType).not.toHaveProperty('oneOf');
  });

  it.each([
    ['SalesOrdr.OrderType', 'there is no such entity. Did you mean SalesOrder'],
    ['SalesOrder.OrderTyp', 'there is no such field. Did you mean SalesOrder.OrderType'],
    ['SalesOrder.Details', 'there is no such field'],
    ['SalesOrder.constructor', 'there is no such field'],
    ['SalesOrder', 'there is no such field'],
    ['SalesOrder.Date', 'its type is DateTime, not String'],
  ])('of %s are refused', (path, message) => {
    expect(() => withValues(orderSchema, { [path]: ['x'] })).toThrow(message);
    expect(() => withValues(orderSchema, { 'SalesOrder.OrderType': [] })).toThrow('the list is empty');
  });
});

describeShared('real documents', () => {
  it('are compared with each other', () => {
    const [before, after] = ['22', '24'].map((year) => readSchema(readShared(`schemas/Default_${year}.200.001.json`)));
    const { added, removed } = diffSchemas(before as EndpointSchema, after as EndpointSchema);
    expect(added.map(({ path }) => path)).toContain('AmazonStore');
    expect(removed.length).toBeGreaterThan(0);
  });

  it('tell keys through the maintenance description and the DAC browser', () => {
    const file = join(__dirname, '../../../../shared/schemas/Default_24.200.001.endpoint.xml');
    const schema = readSchema(readShared('schemas/Default_24.200.001.json'));
    const xml = existsSync(file) ? readFileSync(file, 'utf8') : '<Endpoint/>';
    const names = [
      'ShipTermsID',
      'Description',
      'FreightCostAmount',
      'NoteID',
      'InvoiceAmountPercent',
      'ShippingHandling',
      'LineHandling',
    ];
    const learned = learnKeys(schema, xml, [
      { name: 'PX.Objects.CS.ShipTerms', fields: names.map((name) => ({ name, isKey: name === 'ShipTermsID' })) },
    ]);
    expect(
      Object.values(learned.entities)
        .filter(({ keys }) => keys !== undefined)
        .map(({ name, keys }) => [name, keys]),
    ).toEqual([['ShippingTerm', ['TermID']]]);
    expect(schema.entities.ShippingTerm?.keys).toBeUndefined();
  });
});
