import { AcumaticaConfigError, AcumaticaQueryError } from '@acurecord/errors';
import { decimal, F } from '@acurecord/odata';
import { InquiryQuery, readODataMetadata, RestGateway } from '@acurecord/metadata';
import type { InquirySchema, ODataPage } from '@acurecord/metadata';
import { scriptedClient } from '@acurecord/metadata/testing';
import { simulated } from './simulated.js';
import type { Simulated } from './simulated.js';

const EDMX = `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx">
<edmx:DataServices m:DataServiceVersion="3.0" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">
<Schema Namespace="GenericInquiry" xmlns="http://schemas.microsoft.com/ado/2009/11/edm">
  <EntityType Name="Sales"><Key><PropertyRef Name="Nbr"/></Key>
    <Property Name="Nbr" Type="Edm.String" Nullable="false"/><Property Name="Total" Type="Edm.Decimal"/>
    <Property Name="Rate" Type="Edm.Double"/><Property Name="Serial" Type="Edm.Int64"/>
    <Property Name="SoldOn" Type="Edm.DateTime"/><Property Name="SeenOn" Type="Edm.DateTimeOffset"/>
    <Property Name="Ref" Type="Edm.Guid"/></EntityType>
  <EntityContainer Name="Default" m:IsDefaultEntityContainer="true">
    <EntitySet Name="Sales" EntityType="GenericInquiry.Sales"/>
    <FunctionImport Name="Sales_WithParameters" ReturnType="Collection(GenericInquiry.Sales)" EntitySet="Sales" IsSideEffecting="false">
      <Parameter Name="Branch" Type="Edm.String" Mode="In"/><Parameter Name="From" Type="Edm.DateTime" Mode="In"/>
      <Parameter Name="Seen" Type="Edm.DateTimeOffset" Mode="In"/><Parameter Name="Least" Type="Edm.Decimal" Mode="In"/>
      <Parameter Name="Rate" Type="Edm.Double" Mode="In"/><Parameter Name="Ref" Type="Edm.Guid" Mode="In"/>
      <Parameter Name="Open" Type="Edm.Boolean" Mode="In"/><Parameter Name="Span" Type="Edm.Time" Mode="In"/></FunctionImport>
    <FunctionImport Name="Ping" ReturnType="Edm.String"/>
  </EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

const read = (): InquirySchema => readODataMetadata(EDMX).inquiries.Sales as InquirySchema;

describe('the $metadata of OData version 3', () => {
  it('is read: columns, dates without a zone, parameters', () => {
    expect(readODataMetadata(EDMX)).toEqual({
      namespace: 'GenericInquiry',
      inquiries: {
        Sales: {
          name: 'Sales',
          odataVersion: 3,
          keys: ['Nbr'],
          members: {
            Nbr: { type: 'String', nullable: false },
            Total: { type: 'Decimal', nullable: true },
            Rate: { type: 'Double', nullable: true },
            Serial: { type: 'Long', nullable: true },
            SoldOn: { type: 'DateTime', nullable: true, zoneless: true },
            SeenOn: { type: 'DateTime', nullable: true },
            Ref: { type: 'Guid', nullable: true },
          },
          call: {
            function: 'Sales_WithParameters',
            parameters: {
              Branch: 'String',
              From: 'DateTime',
              Seen: 'DateTime',
              Least: 'Decimal',
              Rate: 'Double',
              Ref: 'Guid',
              Open: 'Boolean',
              Span: 'Time',
            },
            zoneless: ['From'],
          },
        },
      },
    });
  });
});

describe('an inquiry of a service of OData version 3', () => {
  const plain = (): InquirySchema => {
    const { call: _call, ...inquiry } = read();
    return inquiry;
  };
  const query = (): InquiryQuery => new InquiryQuery({ inquiry: plain(), client: scriptedClient() });

  it('is asked in that version, each literal in the type of its column', () => {
    const noon = new Date('2024-01-31T12:00:00Z');
    const asked = query()
      .where(F.Nbr.contains('1').and(F.Total.gt(1.5), F.Rate.lt(1.5), F.Serial.in([1, 5_000_000_000])))
      .where((row) => row.SoldOn.ge(noon).and(row.SeenOn.lt(noon)))
      .orderBy('Nbr desc')
      .take(5);
    expect(asked.compile().params).toEqual({
      $filter:
        "substringof('1',Nbr) and Total gt 1.5M and Rate lt 1.5 and (Serial eq 1 or Serial eq 5000000000L) and " +
        "SoldOn ge datetime'2024-01-31T12:00:00' and SeenOn lt datetimeoffset'2024-01-31T12:00:00Z'",
      $orderby: 'Nbr desc',
      $top: '5',
    });
  });

  it('is not asked what that version cannot say', async () => {
    const asked = query().where((row) => row.SoldOn.date().eq(row.SeenOn.date()));
    await expect(asked.toArray()).rejects.toThrow('OData version 3 has no date() function.');
    await expect(
      query()
        .where(F.cf('String', 'Document', 'UsrX').eq('a'))
        .toArray(),
    ).rejects.toThrow(AcumaticaQueryError);
  });

  it('takes parameters in the query, where they stand bare', () => {
    const parameterised = new InquiryQuery({ inquiry: read(), client: scriptedClient() });
    const asked = (parameters: Record<string, unknown>): unknown => {
      const { set, params } = parameterised.parameters(parameters).compile();
      expect(set).toBe('Sales_WithParameters');
      return params;
    };
    expect(asked({ Branch: "O'Neil", From: new Date('2024-01-02T10:00:00Z'), Seen: '2024-01-02' })).toEqual({
      Branch: "O'Neil",
      From: '2024-01-02T10:00:00',
      Seen: '2024-01-02',
    });
    expect(asked({ Least: 12.5, Rate: 12.5, Ref: '7D38E6F1-0000-4000-8000-0690322D016B', Open: true })).toEqual({
      Least: '12.5',
      Rate: '12.5',
      Ref: expect.stringMatching(/^7d38e6f1-0000-4000-8000-0690322d016b$/i) as string,
      Open: 'true',
    });
    expect(asked({ Open: 'false', Least: '12.50', Branch: null })).toEqual({
      Open: 'false',
      Least: '12.50',
      Branch: 'null',
    });
    expect(asked({ Least: decimal('0.10'), From: '2024-01-02', Branch: 'A/B&C=#' })).toEqual({
      Least: '0.10',
      From: expect.stringMatching(/^2024-01-02(T00:00:00)?$/) as string,
      Branch: 'A/B&C=#',
    });
    expect(parameterised.parameters({ Branch: 'A&B' }).compile().url).toBe('/Sales_WithParameters?Branch=A%26B');
    for (const wrong of [{ Least: '1) or (1' }, { From: 'soon' }, { Open: 'yes' }, { Ref: 'x' }, { Branch: {} }])
      expect(() => parameterised.parameters(wrong)).toThrow(AcumaticaQueryError);
  });

  it('gives values as a program needs them, whether numbers come as text and dates with a zone or not', async () => {
    const row = { Nbr: '1  ', Ref: null };
    const answers = [
      { ...row, Total: '1999.500000', Serial: '7', SoldOn: '2024-01-02T10:00:00', 'odata.etag': 'W/1' },
      { ...row, Total: 1999.5, Serial: 7, SoldOn: '2024-01-02T10:00:00Z', 'Total@odata.type': 'Edm.Decimal' },
      { ...row, Total: 1999.5, Serial: 7, SoldOn: '2024-01-02T12:00:00+02:00', 'odata.id': 'Sales(1)' },
    ];
    const expected = { Nbr: '1', Ref: null, Total: 1999.5, Serial: 7, SoldOn: new Date('2024-01-02T10:00:00Z') };
    const client = scriptedClient(() => ({ rows: answers }));
    const rows = await new InquiryQuery({ inquiry: plain(), client }).toArray();
    expect(rows).toEqual([expected, expected, expected]);
  });

  it('keeps decimals as their text where that is wanted, and whole numbers as numbers where they hold them', async () => {
    const answers = ['7', '9007199254740993', 7].map((Serial) => ({ Total: '1999.500000', Serial }));
    const client = { ...scriptedClient(() => ({ rows: answers })), decimals: 'string' as const };
    const rows = await new InquiryQuery({ inquiry: plain(), client }).toArray();
    expect(rows).toEqual([7, '9007199254740993', 7].map((Serial) => ({ Total: '1999.500000', Serial })));
  });
});

describe('pages of OData', () => {
  const pages = async (link: string, baseUrl = 'http://erp.test/Site'): Promise<(string | undefined)[]> => {
    const asked: string[] = [];
    const send = ({ path }: { path: string }): Promise<object> => {
      asked.push(path);
      return Promise.resolve({
        status: 200,
        body: { value: [], ...(asked.length === 1 && { 'odata.nextLink': link }) },
      });
    };
    const gateway = new RestGateway({ baseUrl, send } as never, {
      endpoint: 'Default',
      version: '1',
      tenant: 'Company',
      odataRoot: 'legacy',
    });
    const first: ODataPage = await gateway.odata({ source: 'gi', set: 'Stock Items', params: {} });
    await gateway.odataNext(first.nextLink ?? '');
    return asked;
  };

  it.each(['http://erp.test/Site/odata/Company/X?$skip=2', '/Site/odata/Company/X?$skip=2', 'X?$skip=2'])(
    'go on behind odata.nextLink: %s',
    async (link) => {
      expect(await pages(link)).toEqual([
        '/odata/Company/Stock%20Items',
        'http://erp.test/Site/odata/Company/X?$skip=2',
      ]);
    },
  );

  it('do not go on behind what is no address', async () => {
    await expect(pages('http://[')).rejects.toThrow('where a link to the next page of Stock Items was expected');
  });
});

describe('a site of 23R2', () => {
  let erp: Simulated;
  beforeAll(async () => {
    erp = await simulated({ release: '23R2', odataPageSize: 25 }, { odataRoot: 'legacy' });
  });
  afterAll(() => erp.close());
  const gateway = (): RestGateway => erp.client.gateway as RestGateway;

  it('is read page by page, and its links lead nowhere else', async () => {
    const { inquiries } = readODataMetadata(await gateway().odataMetadata('gi'));
    const inquiry = inquiries.Customers as InquirySchema;
    expect(inquiry).toMatchObject({ odataVersion: 3, members: { LastModifiedOn: { zoneless: true } } });
    const sizes: number[] = [];
    for await (const page of new InquiryQuery({ inquiry, client: erp.client }).pages()) sizes.push(page.length);
    expect(sizes).toEqual([25, 25, 14]);
    await expect(gateway().odataNext('http://elsewhere.test/odata/X')).rejects.toThrow(AcumaticaConfigError);
  });

  it('describes its tables in version 4', async () => {
    const { inquiries } = readODataMetadata(await gateway().odataMetadata('dac'));
    const inquiry = inquiries['PX_Objects_AR_Customer'] as InquirySchema;
    expect(inquiry.odataVersion).toBeUndefined();
    const customers = new InquiryQuery({ inquiry, source: 'dac', client: erp.client });
    expect(await customers.where(F.AcctCD.contains('bartend')).toArray()).toHaveLength(1);
  });

  it('says why it refuses a filter', async () => {
    const asked = gateway().odata({ source: 'gi', set: 'Customers', params: { $filter: "contains(CustomerID,'A')" } });
    await expect(asked).rejects.toThrow("An unknown function with name 'contains' was found.");
  });
});
