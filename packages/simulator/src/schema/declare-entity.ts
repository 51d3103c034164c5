import type { ActionModel, CustomField, EntityModel, FieldType, Member } from './schema-model.js';

/** An entity written down by hand, in the compact notation of {@link declareEntity}. */
export interface EntityDeclaration {
  /** `Sales Orders (SO301000)`; only top-level entities belong to a form. */
  readonly form?: string;
  /** Key fields in the order of the form, separated by blanks. */
  readonly keys?: string;
  /** Members in contract order, separated by white space: `Name`, `Total:Decimal`, `MainContact>Contact`, `Lines*Row`. */
  readonly members: string;
  /** Actions, separated by white space: `Release`, `CreateShipment(ShipmentDate:DateTime,WarehouseID)`. */
  readonly actions?: string;
  /** Form fields beside the contract: `Document.AttributePRIORITY:String`. */
  readonly custom?: string;
  /** What it is besides an ordinary form. */
  readonly role?: 'inquiry' | 'report';
}

/**
 * Makes the model of an entity from its compact declaration.
 *
 * @example declareEntity('Vendor', { form: 'Vendors (AP303000)', keys: 'VendorID', members: 'VendorID MainContact>Contact' })
 */
export function declareEntity(name: string, declaration: EntityDeclaration): EntityModel {
  const { form, keys, members, actions, custom, role } = declaration;
  const [, title, screenId] = /^(.*) \((\w+)\)$/.exec(form ?? '') ?? [];
  return {
    name,
    topLevel: form !== undefined,
    ...(title === undefined ? {} : { title }),
    ...(screenId === undefined ? {} : { screenId }),
    keys: words(keys),
    members: new Map(words(members).map(declareMember)),
    actions: new Map(words(actions).map(declareAction)),
    isInquiry: role === 'inquiry',
    isReport: role === 'report',
    customFields: words(custom).map(declareCustomField),
  };
}

function words(text = ''): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function declareMember(text: string): [string, Member] {
  const [, name = text, mark, target = ''] = /^(\w+)([>*])(\w+)$/.exec(text) ?? [];
  if (mark === '>') return [name, { kind: 'link', entity: target }];
  if (mark === '*') return [name, { kind: 'details', entity: target }];
  const [field, type] = declareTyped(text);
  return [field, { kind: 'field', type }];
}

function declareTyped(text: string): [string, FieldType] {
  const [name = '', type = 'String'] = text.split(':');
  return [name, type as FieldType];
}

function declareAction(text: string): [string, ActionModel] {
  const [, name = text, parameters = ''] = /^(\w+)\((.*)\)$/.exec(text) ?? [];
  const typed = parameters.split(',').filter((parameter) => parameter !== '');
  return [name, { parameters: new Map(typed.map(declareTyped)) }];
}

function declareCustomField(text: string): CustomField {
  const [path, type] = declareTyped(text);
  const [view = '', field = ''] = path.split('.');
  return { view, field, type };
}
