import type { EntityModel, SimulatorSchema } from './schema-model.js';

/** A feature of the ERP that hides members while it is off. */
interface Feature {
  /** As the ERP calls it in its list of features, behind `PX.Objects.CS.FeaturesSet+`. */
  readonly erp: string;
  /** Names of the members that are there only while it is on, and of what they lead to. */
  readonly hides: RegExp;
}

/** Features and what they hide, made from the members that real records lacked. */
const features = {
  addressValidation: { erp: 'AddressValidation', hides: /AddressValidated$|^Validated$/ },
  costCodes: { erp: 'CostCodes', hides: /^(Default|Labor)?CostCode(ID)?$/ },
  fixedAssets: { erp: 'FixedAsset', hides: /^(Fixed)?Assets?(ID)?$/ },
  lotSerialTracking: {
    erp: 'LotSerialTracking',
    hides: /^(ExpirationDate|LotSerialNbr|LotSerialClass)$/,
  },
  multicurrency: {
    erp: 'Multicurrency',
    hides:
      /^(BaseCurrencyID|CurrencyRate|CurrencyRateType(ID)?|CurrancyRateTypeID|CurrencyEffectiveDate|CurrencyReciprocalRate|CurrencyViewState|EnableCurrencyOverride|EnableRateOverride|EnableCurrencyRateOverride|ReciprocalRate)$/,
  },
  subaccounts: { erp: 'SubAccount', hides: /Sub(account)?(ID)?$/ },
  subItems: { erp: 'SubItem', hides: /^(Default)?Subitem(ID)?$/i },
  vatReporting: { erp: 'VATReporting', hides: /^VAT(Exempt|Taxable)Total$/ },
} as const satisfies Readonly<Record<string, Feature>>;

/** A feature of the ERP that can be switched off. */
export type FeatureName = keyof typeof features;

/** Which features are on; one that is not named is. */
export type FeatureSwitches = Readonly<Partial<Record<FeatureName, boolean>>>;

/** All features that can be switched. */
export const featureNames = Object.keys(features) as readonly FeatureName[];

/** The features that are on, as `GET /entity` lists them. */
export function featuresOn(switches: FeatureSwitches): string[] {
  const on = featureNames.filter((name) => switches[name] !== false).map((name) => features[name].erp);
  return ['FinancialModule', 'DistributionModule', ...on].map((name) => `PX.Objects.CS.FeaturesSet+${name}`);
}

/** The members, by entity, that records of an instance with these features do not have. */
export function hiddenMembers(
  { entities }: SimulatorSchema,
  switches: FeatureSwitches,
): ReadonlyMap<string, readonly string[]> {
  const off = featureNames.filter((name) => switches[name] === false).map((name) => features[name]);
  if (off.length === 0) return new Map();
  const hidden = ({ keys, members }: EntityModel): string[] =>
    [...members.keys()].filter((name) => !keys.includes(name) && off.some(({ hides }) => hides.test(name)));
  return new Map([...entities].map(([name, entity]) => [name, hidden(entity)]));
}
