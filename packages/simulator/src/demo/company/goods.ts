import { setCustom } from '../fields.js';
import { insertRecord } from './insert-record.js';
import type { NewRecord } from './insert-record.js';
import type { MemoryWorld } from './memory-world.js';

const warehouses = { MAIN: 'Main Warehouse', WEST: 'West Coast Warehouse', RETAIL: 'Retail Store' };

const itemClasses = {
  BEVERAGE: ['Beverages', 'BOTTLE', 'EXEMPT'],
  GLASSWARE: ['Glassware', 'EA', 'TAXABLE'],
  BARTOOLS: ['Bar Tools', 'EA', 'TAXABLE'],
  FURNITURE: ['Furniture', 'EA', 'TAXABLE'],
  SUPPLIES: ['Supplies', 'PACK', 'TAXABLE'],
} as const;

/** Item, description, class, price, weight in pounds. */
const items = `
BVCOLA330|Cola 330 ml, case of 24|BEVERAGE|14.4|18
BVCOLA500|Cola 500 ml, case of 12|BEVERAGE|13.2|14
BVGINGER|Ginger Ale, case of 24|BEVERAGE|16.8|18
BVTONIC|Tonic Water, case of 24|BEVERAGE|15.6|18
BVSODA|Soda Water, case of 24|BEVERAGE|12|18
BVORANGE|Orange Juice, case of 12|BEVERAGE|21.6|27
BVTOMATO|Tomato Juice, case of 12|BEVERAGE|22.8|27
BVSYRUPGR|Grenadine Syrup 750 ml|BEVERAGE|8.75|3
BVSYRUPVA|Vanilla Syrup 750 ml|BEVERAGE|8.95|3
BVBITTERS|Aromatic Bitters 200 ml|BEVERAGE|11.5|1
GLPINT16|Pint Glass 16 oz|GLASSWARE|2.35|1
GLHIGH12|Highball Glass 12 oz|GLASSWARE|2.6|0.9
GLROCK10|Rocks Glass 10 oz|GLASSWARE|2.8|0.9
GLWINE14|Wine Glass 14 oz|GLASSWARE|4.25|0.5
GLCOUPE6|Coupe Glass 6 oz|GLASSWARE|4.8|0.4
GLFLUTE8|Champagne Flute 8 oz|GLASSWARE|4.1|0.4
GLSHOT2|Shot Glass 2 oz|GLASSWARE|1.15|0.3
GLCARAFE|Carafe 1 l|GLASSWARE|9.9|1.8
GLPITCH64|Pitcher 64 oz|GLASSWARE|12.5|2.6
BTSHAKER|Boston Shaker|BARTOOLS|24.95|1.2
BTSTRAIN|Hawthorne Strainer|BARTOOLS|9.95|0.4
BTJIGGER|Double Jigger|BARTOOLS|6.5|0.2
BTSPOON|Bar Spoon 12 in|BARTOOLS|5.75|0.1
BTMUDDLE|Muddler|BARTOOLS|7.25|0.3
BTOPENER|Bottle Opener|BARTOOLS|3.95|0.1
BTCORK|Waiter's Corkscrew|BARTOOLS|11.25|0.2
BTBLENDER|Bar Blender|BARTOOLS|189|9.5
BTICEBIN|Ice Bin, stainless|BARTOOLS|74.5|6
BTMAT|Bar Mat 18 x 12 in|BARTOOLS|14.9|1.5
FUSTOOL|Bar Stool, oak|FURNITURE|119|16
FUSTOOLM|Bar Stool, steel|FURNITURE|98.5|14
FUTABLE24|Bistro Table 24 in|FURNITURE|165|31
FUTABLE36|Round Table 36 in|FURNITURE|240|48
FUCHAIR|Bistro Chair|FURNITURE|64|9
FUBENCH|Bench 60 in|FURNITURE|210|37
FUSHELF|Back Bar Shelf|FURNITURE|135|22
SUNAPKIN|Cocktail Napkins, 500|SUPPLIES|9.4|3
SUSTRAW|Paper Straws, 250|SUPPLIES|7.8|1
SUCOASTER|Coasters, 200|SUPPLIES|13.6|2.5
SUSANIT|Glass Sanitizer, 100 tablets|SUPPLIES|18.9|1.4
SUTOWEL|Bar Towels, 12|SUPPLIES|22.4|2
SULABEL|Shelf Labels, 100|SUPPLIES|6.2|0.5
`;

/** Warehouses, item classes and stock items. */
export function stockGoods(world: MemoryWorld): void {
  for (const [id, description] of Object.entries(warehouses)) addWarehouse(world, id, description);
  for (const [id, [description, unit, tax]] of Object.entries(itemClasses))
    insertRecord(world, 'ItemClass', {
      fields: {
        ClassID: id,
        Description: description,
        BaseUOM: unit,
        SalesUOM: unit,
        PurchaseUOM: unit,
        TaxCategoryID: tax,
        PostingClass: id.slice(0, 3),
        DefaultWarehouseID: 'MAIN',
        ValuationMethod: 'Average',
      },
    });
  for (const line of items.trim().split('\n')) addItem(world, line.split('|'));
}

/** Identifiers of all stock items. */
export const itemIds = items
  .trim()
  .split('\n')
  .map((line) => line.slice(0, line.indexOf('|')));

function addWarehouse(world: MemoryWorld, id: string, description: string): void {
  const locations = { R1S1: 'Row 1 Shelf 1', R1S2: 'Row 1 Shelf 2', RECEIVING: 'Receiving Dock' };
  insertRecord(world, 'Warehouse', {
    fields: {
      WarehouseID: id,
      Description: description,
      ReceivingLocationID: 'RECEIVING',
      ShippingLocationID: 'R1S1',
      DropShipLocationID: 'RECEIVING',
      RMALocationID: 'RECEIVING',
    },
    rows: { Locations: Object.entries(locations).map(([LocationID, Description]) => ({ LocationID, Description })) },
  });
}

function addItem(
  world: MemoryWorld,
  [id = '', description = '', itemClass = '', price = '', weight = '']: readonly string[],
): void {
  const { random } = world;
  const cost = Math.round(Number(price) * random.int(50, 70)) / 100;
  const item = insertRecord(world, 'StockItem', {
    fields: {
      InventoryID: id,
      Description: description,
      ItemClass: itemClass,
      DefaultPrice: Number(price),
      MSRP: Math.round(Number(price) * 120) / 100,
      AverageCost: cost,
      LastCost: cost,
      CurrentStdCost: cost,
      DimensionWeight: Number(weight),
      CountryOfOrigin: random.pick(['US', 'US', 'MX', 'DE', 'IT']),
      ABCCode: random.pick(['A', 'B', 'C']),
      ItemStatus: random.chance(0.05) ? 'Inactive' : 'Active',
    },
    rows: itemRows(world, description),
  });
  setCustom(item, 'ItemSettings.UsrShelfLifeDays', 'Int', itemClass === 'BEVERAGE' ? 365 : 0);
  setCustom(item, 'Item.DescrTranslations', 'String', `[{en:${description}}]`);
}

function itemRows({ random }: MemoryWorld, description: string): NonNullable<NewRecord['rows']> {
  const stock = (id: string): number => random.int(id === 'MAIN' ? 400 : 20, id === 'MAIN' ? 2000 : 200);
  const color = { AttributeID: 'COLOR', AttributeDescription: 'Color', Required: false, IsActive: true };
  const barcode = { AlternateID: `84${String(random.int(1e9, 9e9))}`, AlternateType: 'Barcode', UOM: 'EA' };
  return {
    WarehouseDetails: Object.keys(warehouses).map((WarehouseID) => ({
      WarehouseID,
      IsDefault: WarehouseID === 'MAIN',
      QtyOnHand: stock(WarehouseID),
      DefaultIssueLocationID: 'R1S1',
      DefaultReceiptLocationID: 'RECEIVING',
    })),
    CrossReferences: [{ ...barcode, Description: description }],
    UOMConversions: [{ FromUOM: 'BOX', ToUOM: 'EA', MultiplyOrDivide: 'Multiply', ConversionFactor: 12 }],
    Attributes: [{ ...color, Value: random.pick(['BLACK', 'CLEAR', 'OAK', 'SILVER']) }],
  };
}
