import { startSimulator } from '../../src/index.js';
import type { FeatureName, SimulatorOptions } from '../../src/index.js';
import { featureNames } from '../../src/schema/features.js';
import { declaredDocument } from '../support/declared-document.js';
import { signedIn } from '../support/signed-in.js';
import { values } from '../support/wire-record.js';

const schema = declaredDocument({
  Project: { form: 'Projects (PM301000)', keys: 'ProjectID', members: 'ProjectID Assets*Asset Subaccount Lines*Line' },
  Line: {
    members:
      'CostCode CurrencyID CurrencyRate:Decimal Subitem LotSerialNbr ExpirationDate:DateTime VATExemptTotal:Decimal',
  },
  Asset: { members: 'AssetID BillToAddressValidated:Boolean' },
  CostCode: { form: 'Cost Codes (PM209500)', keys: 'CostCodeID', members: 'CostCodeID Description' },
});
const data = { Project: [{ ProjectID: 'A', Lines: [{ CurrencyID: 'USD' }] }] };

async function shown(options: SimulatorOptions): Promise<string[]> {
  await using simulator = await startSimulator({ schema, data, ...options });
  const caller = await signedIn(simulator, {}, '/entity/Own/1');
  const { Lines, ...project } = values(await caller.get('Project/A?$expand=Lines,Assets'));
  const [line] = Lines as unknown as object[];
  return [...Object.keys(project), ...Object.keys(line ?? {})];
}

describe('§6 members of a feature that is off', () => {
  it('are there by default', async () => {
    expect(await shown({})).toEqual(
      expect.arrayContaining(['Assets', 'Subaccount', 'CostCode', 'CurrencyRate', 'Subitem', 'LotSerialNbr']),
    );
  });

  it.each<[FeatureName, string[]]>([
    ['subItems', ['Subitem']],
    ['subaccounts', ['Subaccount']],
    ['lotSerialTracking', ['ExpirationDate', 'LotSerialNbr']],
    ['costCodes', ['CostCode']],
    ['vatReporting', ['VATExemptTotal']],
    ['fixedAssets', ['Assets']],
    ['multicurrency', ['CurrencyRate']],
    ['addressValidation', []],
  ])('are on no record and no row: %s', async (feature, gone) => {
    const all = await shown({});
    const left = await shown({ features: { [feature]: false } });
    expect(all.filter((name) => !left.includes(name))).toEqual(gone);
  });

  it('leave the keys of an entity alone', async () => {
    await using simulator = await startSimulator({ schema, features: { costCodes: false } });
    const caller = await signedIn(simulator, {}, '/entity/Own/1');
    expect((await caller.get('CostCode?$top=1')).text).toContain('"CostCodeID":{"value"');
  });

  it('are no members of the demo company either', async () => {
    await using simulator = await startSimulator({ features: { addressValidation: false, multicurrency: false } });
    const caller = await signedIn(simulator);
    expect(Object.keys(values(await caller.get('Customer/ABARTENDE')))).not.toContain('EnableCurrencyOverride');
  });
});

it('§6 a build may have fields that the document of an old endpoint does not declare', async () => {
  const added = { Project: { NoteID: 'Guid' }, Line: { IsTaxValid: 'Boolean' } } as const;
  expect(await shown({ added })).toEqual(expect.arrayContaining(['NoteID', 'IsTaxValid']));
});

it('§4.1 the features that are on are told since 26R2, to those who are signed in', async () => {
  await using simulator = await startSimulator({ release: '26R2', features: { subItems: false } });
  const caller = await signedIn(simulator);
  const { features } = (await caller.send('GET', '/entity')).json as { features: string[] };
  expect(features).toContain('PX.Objects.CS.FeaturesSet+FinancialModule');
  expect(features).toContain('PX.Objects.CS.FeaturesSet+Multicurrency');
  expect(features).not.toContain('PX.Objects.CS.FeaturesSet+SubItem');
  expect(featureNames).toHaveLength(8);
  const anonymous = (await caller.send('GET', '/entity', undefined, { Cookie: '' })).json;
  expect(anonymous).toMatchObject({ features: [] });
});
